import { type Attribute, evaluate, type MetadataObject, ProblemError } from '#platform';
import { requireRight } from '../access/require-right.ts';
import type { ConstantsView, Value } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import { addReferred, type ReferredRecords, shownTexts } from './shown-texts.ts';
import { columnsOfValue, expectedForm } from './value-form.ts';

type Constant = MetadataObject & { readonly constant: Attribute };

/** The constants the user may read, by path. One that nobody set is null: its default is used wherever it is read. */
export async function readConstants(session: Session): Promise<ConstantsView> {
  const rows = await session.database.sql<{ object: string; value: Value }[]>`select object, value from "_constants"`;
  const values = new Map(rows.map(row => [row.object, row.value]));
  const readable = constantsOf(session).filter(({ path }) => session.rights.on(path, 'read') !== false);
  const referred: ReferredRecords = new Map();
  for (const { id, constant } of readable) addReferred(referred, constant.type, values.get(id) ?? null);
  const texts = await shownTexts(session, referred);
  const views = readable.map(({ id, path }) => {
    const value = values.get(id) ?? null;
    const shown = typeof value === 'object' && value !== null ? texts[value.id] : texts[String(value)];
    return [path, shown === undefined ? { value } : { value, shown }] as const;
  });
  return Object.fromEntries(views);
}

/** Sets a constant; null takes its value away. Throws `value-invalid` for what is no value of its type, `check-failed` for what its check refuses. */
export async function setConstant(session: Session, { path, value }: { path: string; value: Value }): Promise<void> {
  const object = constantsOf(session).find(constant => constant.path === path);
  if (object === undefined) throw new ProblemError([{ code: 'object-unknown', parameters: { object: path } }]);
  requireRight(session, path, 'update');
  const { constant, title } = object;
  if (columnsOfValue(constant, value, session.infobase.configuration) === undefined) {
    const parameters = { attribute: title, found: JSON.stringify(value), expected: expectedForm(constant.type) };
    throw new ProblemError([{ code: 'value-invalid', path, parameters }]);
  }
  await refuseHiddenRecord(session, object, value);
  if (value !== null) refuseUnchecked(object, value);
  const { sql } = session.database;
  if (value === null) {
    await sql`delete from "_constants" where object = ${object.id}`;
    return;
  }
  await sql`
    insert into "_constants" (object, value, "changedAt", "changedBy")
    values (${object.id}, ${JSON.stringify(value)}::text::jsonb, ${session.clock()}, ${session.user.id})
    on conflict (object) do update set value = excluded.value, "changedAt" = excluded."changedAt", "changedBy" = excluded."changedBy"`;
}

/** Holds the value against the constant's own check. What the check reads from elsewhere is not known here and refuses nothing. */
function refuseUnchecked({ path, title, constant: { check } }: Constant, value: Value): void {
  if (check === undefined || evaluate(check.expression, { ...nothingKnown, value: () => value }) !== false) return;
  const { message, expression } = check;
  const parameters = { attribute: title, found: String(value), condition: expression.text };
  throw new ProblemError([
    message === undefined
      ? { code: 'check-failed', path, parameters }
      : { code: 'check-failed-worded', path, parameters: { message } },
  ]);
}

const unknown = () => undefined;
const nothingKnown = {
  row: unknown,
  field: unknown,
  register: unknown,
  constant: unknown,
  option: unknown,
  allowed: unknown,
};

function constantsOf({ infobase }: Session): Constant[] {
  return Object.values(infobase.configuration.objects).flatMap(object => {
    const { constant } = object;
    return constant === undefined ? [] : [{ ...object, constant }];
  });
}

/** A constant has no foreign key: the record must be there, and be open to the user. */
async function refuseHiddenRecord(session: Session, { path, title, constant }: Constant, value: Value): Promise<void> {
  const referred: ReferredRecords = new Map();
  addReferred(referred, constant.type, value);
  if (referred.size === 0 || Object.keys(await shownTexts(session, referred)).length > 0) return;
  throw new ProblemError([{ code: 'reference-not-found', path, parameters: { attribute: title } }]);
}
