import type { Configuration, EnumerationValue, MetadataObject } from '#platform';
import { quoteIdentifier as q, quoteLiteral } from '../quoting.ts';
import type { TableModel } from '../table-model.ts';
import type { Compared } from './compared.ts';
import type { DraftStep } from './migration-plan.ts';
import { combine, type Draft } from './stages.ts';

interface EnumerationPair {
  readonly old: MetadataObject;
  readonly now: MetadataObject;
  readonly renamed: readonly { readonly from: EnumerationValue; readonly to: EnumerationValue }[];
  readonly removed: readonly EnumerationValue[];
}

/** Values of enumerations are kept by name, so a value renamed or removed is changed wherever it is kept. */
export function compareValues(compared: Compared): Draft {
  if (compared.before === null) return combine([]);
  const { before, after } = compared;
  const byId = new Map(Object.values(after.objects).map(object => [object.id, object]));
  const pairs = Object.values(before.objects).flatMap(old => enumerationPair(old, byId.get(old.id)) ?? []);
  return combine(pairs.map(pair => changedValues(pair, compared)));
}

function enumerationPair(old: MetadataObject, now: MetadataObject | undefined): EnumerationPair | undefined {
  if (old.enumeration === undefined || now?.enumeration === undefined) return undefined;
  const values = new Map(now.enumeration.values.map(value => [value.id, value]));
  const renamed = old.enumeration.values.flatMap(from => {
    const to = values.get(from.id);
    return to === undefined || to.name === from.name ? [] : [{ from, to }];
  });
  const removed = old.enumeration.values.filter(({ id }) => !values.has(id));
  return renamed.length + removed.length === 0 ? undefined : { old, now, renamed, removed };
}

function changedValues(pair: EnumerationPair, { old, now, after }: Compared): Draft {
  const { renamed, removed } = pair;
  const oldColumns = columnsKeeping(pair.old.path, old);
  const newColumns = columnsKeeping(pair.now.path, now);
  const cases = [
    ...renamed.map(({ from, to }) => `when ${quoteLiteral(from.name)} then ${quoteLiteral(to.name)}`),
    ...removed.map(({ name }) => `when ${quoteLiteral(name)} then null`),
  ].join(' ');
  const touched = [...renamed.map(({ from }) => from), ...removed].map(({ name }) => quoteLiteral(name)).join(', ');
  const steps: DraftStep[] = [
    ...renamed.map(({ from, to }) => ({ change: 'renamed', path: to.path, before: from.path }) as const),
    ...removed.map(value => ({ change: 'lost', path: value.path, countRows: countOf(value, oldColumns) }) as const),
  ];
  const updates = newColumns.map(
    ({ table, column }) =>
      `update ${q(table)} set ${q(column)} = case ${q(column)} ${cases} else ${q(column)} end where ${q(column)} in (${touched})`,
  );
  const fill = [...updates, ...constantUpdates(pair, after, { cases, touched })];
  return { steps, stages: { fill }, rebuild: removed.length > 0 ? registersKeeping(pair.now.path, now) : [] };
}

/** The columns of fact tables and derived ones alike. */
function columnsKeeping(enumeration: string, tables: readonly TableModel[]) {
  return tables.flatMap(({ name, fields, derivedFrom }) =>
    fields
      .filter(({ type }) => type.storage === 'enumeration' && type.targets?.[0] === enumeration)
      .map(field => ({ table: name, column: field.name, derivedFrom })),
  );
}

/** Dimensions that lose a value may come to be equal, so what adds them up is made anew. */
function registersKeeping(enumeration: string, tables: readonly TableModel[]): string[] {
  return [...new Set(columnsKeeping(enumeration, tables).flatMap(({ derivedFrom }) => derivedFrom ?? []))];
}

function countOf(value: EnumerationValue, columns: ReturnType<typeof columnsKeeping>): string {
  const facts = columns.filter(({ derivedFrom }) => derivedFrom === undefined);
  const counts = facts.map(({ table, column }) => {
    return `(select count(*) from ${q(table)} where ${q(column)} = ${quoteLiteral(value.name)})`;
  });
  return `select ${['0::bigint', ...counts].join(' + ')}`;
}

/** Constants keep their value as JSON; one whose value is gone falls back to its default. */
function constantUpdates(
  pair: EnumerationPair,
  after: Configuration,
  by: { cases: string; touched: string },
): string[] {
  const constants = Object.values(after.objects).filter(({ constant }) => {
    return constant?.type.storage === 'enumeration' && constant.type.targets?.[0] === pair.now.path;
  });
  if (constants.length === 0) return [];
  const ids = constants.map(({ id }) => quoteLiteral(id)).join(', ');
  const where = `object in (${ids}) and value #>> '{}' in (${by.touched})`;
  const gone = pair.removed.map(({ name }) => quoteLiteral(name)).join(', ');
  return [
    ...(gone === '' ? [] : [`delete from _constants where object in (${ids}) and value #>> '{}' in (${gone})`]),
    `update _constants set value = to_jsonb(case value #>> '{}' ${by.cases} end) where ${where}`,
  ];
}
