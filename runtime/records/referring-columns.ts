import type { Attribute, Configuration, MetadataObject } from '#platform';

/** A column in which records of an object may be referred to. */
export interface ReferringColumn {
  readonly object: MetadataObject;
  readonly table: string;
  readonly attribute: Attribute;
  /** What names the record that the row belongs to: its own id, the record of a line, the recorder of a movement. */
  readonly owner: 'id' | 'record' | 'recorder';
}

/** Every column of the configuration's tables that may hold a reference to records of an object. */
export function referringColumns(configuration: Configuration, path: string): ReferringColumn[] {
  return Object.values(configuration.objects)
    .flatMap(object => [...entityColumns(object), ...registerColumns(object)])
    .filter(({ attribute }) => attribute.type.targets?.includes(path) === true && pointsAway(attribute));
}

function pointsAway({ type }: Attribute): boolean {
  return type.storage === 'reference' || type.storage === 'composite';
}

function entityColumns(object: MetadataObject): ReferringColumn[] {
  const { entity, path } = object;
  if (entity === undefined) return [];
  const own = entity.attributes.map(attribute => ({ object, table: path, attribute, owner: 'id' as const }));
  const lines = entity.sections.flatMap(section =>
    section.attributes.map(attribute => ({ object, table: section.path, attribute, owner: 'record' as const })),
  );
  return [...own, ...lines];
}

function registerColumns(object: MetadataObject): ReferringColumn[] {
  const { register, path } = object;
  if (register === undefined) return [];
  const owner = owners[register.writing];
  return [...register.dimensions, ...register.resources, ...register.attributes].map(attribute => ({
    object,
    table: path,
    attribute,
    owner,
  }));
}

const owners = { recorder: 'recorder', independent: 'id' } as const;
