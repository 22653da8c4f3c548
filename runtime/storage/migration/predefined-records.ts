import {
  type Attribute,
  type Configuration,
  type Entity,
  type MetadataObject,
  type PredefinedItem,
  textIn,
} from '#platform';
import { columnsOf } from '../columns.ts';
import { quoteIdentifier as q, quoteLiteral } from '../quoting.ts';
import type { Compared } from './compared.ts';
import type { DraftStep } from './migration-plan.ts';
import { combine, type Draft } from './stages.ts';

/**
 * Predefined records: new ones are inserted, renamed ones keep their record, and a record that is no longer predefined
 * stays as an ordinary one. What people have changed in a record is never overwritten.
 */
export function predefinedRecords({ before, after }: Compared): Draft {
  const known = new Map(Object.values(before?.objects ?? {}).map(object => [object.id, object]));
  return combine(
    Object.values(after.objects).flatMap(object => {
      const { entity } = object;
      if (entity === undefined) return [];
      const old = known.get(object.id)?.entity?.predefined ?? [];
      return old.length + entity.predefined.length === 0 ? [] : [recordsOf({ object, entity, old, after })];
    }),
  );
}

interface PredefinedChange {
  readonly object: MetadataObject;
  readonly entity: Entity;
  readonly old: readonly PredefinedItem[];
  readonly after: Configuration;
}

function recordsOf(change: PredefinedChange): Draft {
  const { object, entity, old } = change;
  const names = new Map(old.map(({ id, name }) => [id, name]));
  const fresh = entity.predefined.filter(({ id }) => !names.has(id));
  const renamed = entity.predefined.filter(({ id, name }) => (names.get(id) ?? name) !== name);
  const gone = old.filter(({ id }) => !entity.predefined.some(item => item.id === id));
  const table = q(object.path);
  const steps: DraftStep[] = [
    ...fresh.map(({ path }) => ({ change: 'filled', path }) as const),
    ...renamed.map(({ id, path }) => ({ change: 'renamed', path, before: `${object.path}.${names.get(id)}` }) as const),
  ];
  // A name given up is free before it is given to another record.
  const release = [...gone, ...renamed].map(({ id }) => quoteLiteral(id)).join(', ');
  const fill = [
    ...(release === '' ? [] : [`update ${table} set predefined = null where id in (${release})`]),
    ...renamed.map(
      ({ id, name }) => `update ${table} set predefined = ${quoteLiteral(name)} where id = ${quoteLiteral(id)}`,
    ),
    ...parentsFirst(fresh).map(item => insertion(item, change)),
  ];
  return { steps, stages: { fill }, rebuild: [] };
}

function parentsFirst(items: readonly PredefinedItem[]): PredefinedItem[] {
  const byName = new Map(items.map(item => [item.name, item]));
  const depth = (item: PredefinedItem | undefined): number =>
    item?.parent === undefined ? 0 : 1 + depth(byName.get(item.parent));
  return [...items].sort((a, b) => depth(a) - depth(b));
}

/** A record of that id may be there already: it was predefined in an earlier version. It becomes so again. */
function insertion(item: PredefinedItem, { object, entity, after }: PredefinedChange): string {
  const parent = entity.predefined.find(({ name }) => name === item.parent)?.id;
  const given: Readonly<Record<string, unknown>> = {
    description: textIn(item.title, 'en'),
    ...item.values,
    predefined: item.name,
    isGroup: item.isGroup,
    parent: parent ?? null,
  };
  const values = entity.attributes
    .filter(({ name }) => given[name] !== undefined && given[name] !== null)
    .flatMap(attribute => columnValues(attribute, given[attribute.name], after));
  const columns = values.map(({ name }) => q(name)).join(', ');
  const literals = values.map(({ value }) => value).join(', ');
  return `insert into ${q(object.path)} (id, ${columns}) values (${quoteLiteral(item.id)}, ${literals})
  on conflict (id) do update set predefined = excluded.predefined`;
}

/** The JSON form of a value as literals of its columns. */
function columnValues(attribute: Attribute, value: unknown, after: Configuration) {
  const [column, typeColumn] = columnsOf(attribute);
  if (column === undefined) return [];
  if (typeColumn !== undefined && typeof value === 'object' && value !== null && 'id' in value && 'type' in value) {
    const type = after.objects[String(value.type)]?.id ?? '';
    return [
      { name: column.name, value: quoteLiteral(String(value.id)) },
      { name: typeColumn.name, value: quoteLiteral(type) },
    ];
  }
  // A month is kept as its first day.
  const text = attribute.type.storage === 'month' ? `${String(value)}-01` : String(value);
  return [{ name: column.name, value: `${quoteLiteral(text)}::${column.type}` }];
}
