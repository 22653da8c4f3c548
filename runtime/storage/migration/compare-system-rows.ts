import type { Configuration, MetadataObject } from '#platform';
import { quoteLiteral } from '../quoting.ts';
import type { Compared } from './compared.ts';
import type { DraftStep } from './migration-plan.ts';
import { combine, type Draft } from './stages.ts';

/** Rows of system tables that belong to objects which go: values of constants, states of options, and the like. */
export function compareSystemRows({ before, after }: Compared): Draft {
  if (before === null) return combine([]);
  const now = new Map(Object.values(after.objects).map(object => [object.id, object]));
  const gone = Object.values(before.objects).filter(object => now.get(object.id) === undefined);
  const retyped = Object.values(before.objects).filter(object => constantChanges(object, now.get(object.id)));
  const lost = [...gone.filter(({ constant }) => constant !== undefined), ...retyped];
  const steps = lost.map(({ id, path }): DraftStep => {
    return { change: 'lost', path, countRows: `select count(*) from _constants where object = ${quoteLiteral(id)}` };
  });
  const tables = ['_constants', '_options', '_allowed'];
  const ids = (objects: readonly MetadataObject[]) => objects.map(({ id }) => quoteLiteral(id)).join(', ');
  const drop = [
    ...(retyped.length === 0 ? [] : [`delete from _constants where object in (${ids(retyped)})`]),
    ...(gone.length === 0 ? [] : tables.map(table => `delete from ${table} where object in (${ids(gone)})`)),
    ...(gone.length === 0 ? [] : [`delete from _checkpoints where register in (${ids(gone)})`]),
  ];
  return { steps, stages: { drop, convert: renamedTargets({ before, now }) }, rebuild: [] };
}

/** Constants whose value is a record of one of several objects name the object by its path. */
function renamedTargets({ before, now }: Renamed): string[] {
  const renamed = Object.values(before.objects).flatMap(({ id, path: from }) => {
    const to = now.get(id)?.path;
    return to === undefined || to === from ? [] : [{ from: quoteLiteral(from), to: quoteLiteral(to) }];
  });
  if (renamed.length === 0) return [];
  const cases = renamed.map(({ from, to }) => `when ${from} then ${to}`).join(' ');
  return [
    `update _constants set value = value || jsonb_build_object('type', case value->>'type' ${cases} end)
where jsonb_typeof(value) = 'object' and value->>'type' in (${renamed.map(({ from }) => from).join(', ')})`,
  ];
}

interface Renamed {
  readonly before: Configuration;
  readonly now: ReadonlyMap<string, MetadataObject>;
}

/** A constant of another kind of value starts from its default; widening leaves the JSON form as it is. */
function constantChanges(old: MetadataObject, now: MetadataObject | undefined): boolean {
  if (old.constant === undefined || now?.constant === undefined) return false;
  return old.constant.type.storage !== now.constant.type.storage;
}
