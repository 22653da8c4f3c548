import { sql } from 'kysely';
import { type Expression, ProblemError } from '#platform';
import { askedExpression } from '../access/asked-expression.ts';
import type { RowQuery } from '../access/row-compiler.ts';
import type { Sql } from '../query/expression-frame.ts';
import { sqlTypes } from '../query/expression-literal.ts';
import type { Session } from '../session/session.ts';
import { isTextForPeople, peoplesCollation } from '../storage/text-order.ts';
import { type RecordShape, shapeOf } from './record-shape.ts';

/** One key of an order, as SQL. Records without a value come last, or first when descending, as indexes have them. */
export interface OrderKey {
  readonly value: Sql;
  readonly descending: boolean;
  /** SQL type that a value of the cursor is cast to. */
  readonly type: string;
}

const fieldPath = /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*$/;

/** The keys of an order such as `['supplier', '-date']`; a reference is ordered by what it is shown by. */
export function orderKeys(
  session: Session,
  shape: RecordShape,
  { query, order }: { query: RowQuery; order: readonly string[] },
): OrderKey[] {
  return order.flatMap(part => {
    const descending = part.startsWith('-');
    const field = descending ? part.slice(1) : part;
    return shownFields(session, shape, field).map(expression => ({
      value: inOrder(session, expression, query.asked.expression(expression)),
      descending,
      type: typeOf(expression),
    }));
  });
}

/** The expression of a field path such as `supplier.code`. Throws `field-invalid`, or what is wrong with its names. */
export function fieldExpression(session: Session, shape: RecordShape, field: string): Expression {
  if (!fieldPath.test(field)) {
    throw new ProblemError([
      { code: 'field-invalid', path: shape.object.path, parameters: { field: field.slice(0, 100) } },
    ]);
  }
  const row = { path: shape.object.path, subject: shape.subject };
  return askedExpression(session, { row, text: `${shape.subject}.${field}`, expected: 'anything' });
}

/** Ordering by a reference means ordering by the texts that stand for it. */
function shownFields(session: Session, shape: RecordShape, field: string): Expression[] {
  const expression = fieldExpression(session, shape, field);
  const { configuration } = session.infobase;
  const target =
    expression.type.of === 'value' && expression.type.type.storage === 'reference'
      ? expression.type.type.targets?.[0]
      : undefined;
  const object = target === undefined ? undefined : configuration.objects[target];
  const names = (object && shapeOf(configuration, object)?.presentation) ?? [];
  return names.length === 0 ? [expression] : names.map(name => fieldExpression(session, shape, `${field}.${name}`));
}

/** Texts are put in the order people expect; expressions compare them by their characters. */
function inOrder({ infobase }: Session, { root, type }: Expression, value: Sql): Sql {
  if (type.of !== 'value' || root.op !== 'field') return value;
  const numbering = infobase.configuration.objects[root.owner]?.entity?.numbering;
  const isText = isTextForPeople({ name: root.name, type: type.type }, numbering);
  return isText ? sql`${value} collate ${sql.id(peoplesCollation)}` : value;
}

function typeOf({ type }: Expression): string {
  return type.of === 'value' ? sqlTypes[type.type.storage] : 'text';
}

/** `order by` with the id as the last key, so that the order is a total one. */
export function orderBy(keys: readonly OrderKey[], id: Sql): Sql {
  const parts = keys.map(({ value, descending }) => (descending ? sql`${value} desc` : value));
  return sql`order by ${sql.join([...parts, isDescending(keys) ? sql`${id} desc` : id])}`;
}

/** The id goes the way of the last key, so that one index serves both. */
export function isDescending(keys: readonly OrderKey[]): boolean {
  return keys.at(-1)?.descending ?? false;
}
