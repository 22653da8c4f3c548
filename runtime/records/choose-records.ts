import type { Choice } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import { listRecords } from './list-records.ts';
import { type RecordShape, recordShape } from './record-shape.ts';

export interface ChoiceRequest {
  readonly path: string;
  /** What was typed: matched against code, description and whatever else the object is found by. */
  readonly search?: string;
  readonly limit?: number;
  readonly owner?: string;
  /** An expression over the candidate that must be true. */
  readonly filter?: string;
}

const choicesUsual = 20;

/** Records to choose from while typing into a reference: those that are open to the user and not marked for deletion. */
export async function chooseRecords(session: Session, request: ChoiceRequest): Promise<Choice[]> {
  const shape = recordShape(session.infobase.configuration, request.path);
  const fields = detailFields(shape);
  const { limit = choicesUsual } = request;
  const order = [...shape.presentation, shape.order].slice(0, 1);
  const page = await listRecords(session, { ...request, limit, fields, order, marked: false });
  return page.rows.map(({ id, presentation, values, shown }) => {
    const details = fields.map(field => shown[field] ?? values[field]).filter(text => typeof text === 'string');
    return { id, presentation, detail: details.filter(text => !presentation.includes(text)).join(' · ') };
  });
}

/** What tells namesakes apart: the code or number, what the record is found by, and where it lies. */
function detailFields({ numbering, inputBy, attributes }: RecordShape): string[] {
  const names = [numbering?.attribute ?? 'code', ...inputBy, 'date', 'owner', 'parent'];
  return [...new Set(names)].filter(name => attributes.some(attribute => attribute.name === name));
}
