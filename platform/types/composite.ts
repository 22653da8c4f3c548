import type { DataType } from './data-type.ts';
import { checkIdentity } from './identity-values.ts';
import { wrongForm } from './text-values.ts';
import type { JsonValue, ValueProblem, ValueType } from './value-type.ts';

/** A record of any of several catalogs and documents: its object's path and its id. */
export const compositeType: ValueType = {
  name: 'composite',
  title: { en: 'Composite reference', ru: 'Составная ссылка', fa: 'ارجاع مرکب' },
  storage: 'composite',
  parameters: [],
  named: 'byTargets',
  member: 'reference',
  resolve: ({ targets = [] }) => ({ name: 'composite', storage: 'composite', targets }),
  check: checkComposite,
  compare: (left, right) => {
    const [before, after] = [key(left), key(right)];
    return before === after ? 0 : before < after ? -1 : 1;
  },
  format: value => (typeof value === 'object' ? value.id : String(value)),
};

function checkComposite(value: unknown, type: DataType): ValueProblem | undefined {
  if (typeof value !== 'object' || value === null) return wrongForm(value, type);
  const { type: target, id, ...others } = value as Readonly<Record<string, unknown>>;
  if (typeof target !== 'string' || Object.keys(others).length > 0) return wrongForm(value, type);
  if (type.targets?.includes(target) !== true) return wrongForm(value, type);
  return checkIdentity(id, type);
}

function key(value: JsonValue): string {
  return typeof value === 'object' ? `${value.type} ${value.id}` : String(value);
}
