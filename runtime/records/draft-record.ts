import type { Attribute } from '#platform';
import { requireRight } from '../access/require-right.ts';
import type { Draft, DraftRequest } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import { checkReferences } from './check-references.ts';
import { columnsOfWrite } from './columns-of-write.ts';
import type { DraftValues } from './draft-values.ts';
import { fillFromBasis } from './fill-from-basis.ts';
import { newIdentity } from './identity.ts';
import { readRecord, viewOfValues } from './read-record.ts';
import { type RecordShape, recordShape } from './record-shape.ts';
import type { SaveInput } from './save-input.ts';
import { callSaveFunction } from './save-record.ts';
import type { Columns } from './value-form.ts';

/**
 * What a record would hold that is not written yet: what the request gives, over what is copied or filled in from a basis, with
 * defaults for what nobody gave and all formulas. Nothing is written and no number is taken.
 */
export async function draftRecord(
  session: Session,
  { path, request }: { path: string; request: DraftRequest },
): Promise<Draft> {
  const shape = recordShape(session.infobase.configuration, path);
  const operation = shape.object.operations.includes('create') ? 'create' : 'update';
  if (session.rights.on(path, 'update') === false) requireRight(session, path, operation);
  const copied = request.copyOf === undefined ? nothing : await copyOf(session, shape, request.copyOf);
  const filled = request.basis === undefined ? nothing : await fillFromBasis(session, shape, request.basis);
  const write = {
    values: { ...copied.values, ...filled.values, ...request.values },
    sections: { ...copied.sections, ...filled.sections, ...request.sections },
  };
  const id = newIdentity(session.clock, session.random);
  const input: SaveInput = { id, new: true, ...columnsOfWrite(shape, write), only: 'values' };
  await checkReferences(session, shape, input);
  return viewOfValues(session, shape, await callSaveFunction<Computed>(session, shape, input));
}

const nothing: DraftValues = { values: {}, sections: {} };

/** A copy is a new record: it gets its own number and moment, and nothing that may be there only once. */
async function copyOf(session: Session, shape: RecordShape, id: string): Promise<DraftValues> {
  const view = await readRecord(session, { path: shape.object.path, id });
  const number = shape.numbering?.attribute;
  const isCopied = ({ name, unique, standard, type }: Attribute) =>
    !unique && name !== number && !(standard && type.storage === 'dateTime');
  const values = shape.attributes.filter(isCopied).map(({ name }) => [name, view.values[name] ?? null]);
  return { values: Object.fromEntries(values), sections: view.sections };
}

interface Computed {
  readonly values: Columns;
  readonly sections: Readonly<Record<string, readonly Columns[]>>;
}
