import {
  type Attribute,
  type Check,
  type Configuration,
  type Hierarchy,
  type MetadataObject,
  type Numbering,
  ProblemError,
  type Section,
} from '#platform';

/** What reading and writing must know of an object: of an entity, or of a register whose records are written directly. */
export interface RecordShape {
  readonly configuration: Configuration;
  readonly object: MetadataObject;
  readonly table: string;
  /** Name of the record in its expressions. */
  readonly subject: string;
  readonly attributes: readonly Attribute[];
  readonly sections: readonly Section[];
  readonly checks: readonly (Check & { readonly path: string })[];
  /** Names of the attributes whose texts, one after another, stand for the record. */
  readonly presentation: readonly string[];
  readonly inputBy: readonly string[];
  /** Attribute that orders lists, descending with a '-' before it; empty where only the id is left. */
  readonly order: string;
  readonly numbering?: Numbering;
  readonly hierarchy?: Hierarchy;
  readonly hasOwner: boolean;
  readonly postable: boolean;
  /** Entities tell when they were made. */
  readonly keepsCreation: boolean;
  /** Registers with a period: what it is cut to. */
  readonly periodicity?: string;
  /** Sections that must have lines as soon as the record is written: posting looks at the others. */
  readonly requiredSections: readonly Section[];
}

/** The shape of an object's records. Throws the problems `object-unknown` and `object-without-records`. */
export function recordShape(configuration: Configuration, path: string): RecordShape {
  const object = Object.hasOwn(configuration.objects, path) ? configuration.objects[path] : undefined;
  if (object === undefined) throw new ProblemError([{ code: 'object-unknown', parameters: { object: path } }]);
  const shape = shapeOf(configuration, object);
  if (shape !== undefined) return shape;
  throw new ProblemError([{ code: 'object-without-records', path, parameters: { object: object.title } }]);
}

/** The shape of an object's records; undefined when it has none that are written directly. */
export function shapeOf(configuration: Configuration, object: MetadataObject): RecordShape | undefined {
  return entityShape(configuration, object) ?? registerShape(configuration, object);
}

function entityShape(configuration: Configuration, object: MetadataObject): RecordShape | undefined {
  const { entity } = object;
  if (entity === undefined) return undefined;
  const postable = object.posting !== undefined;
  return {
    configuration,
    object,
    table: object.path,
    subject: entity.subject,
    attributes: entity.attributes,
    sections: entity.sections,
    checks: entity.checks,
    presentation: entity.presentation,
    inputBy: entity.inputBy,
    order: entity.order,
    ...(entity.numbering === undefined ? {} : { numbering: entity.numbering }),
    ...(entity.hierarchy === undefined ? {} : { hierarchy: entity.hierarchy }),
    hasOwner: entity.owners.length > 0,
    postable,
    keepsCreation: true,
    requiredSections: postable ? [] : entity.sections.filter(section => section.required),
  };
}

function registerShape(configuration: Configuration, object: MetadataObject): RecordShape | undefined {
  const { register } = object;
  if (register?.writing !== 'independent') return undefined;
  const periodicity = register.information?.periodicity ?? 'none';
  const period = periodicity === 'none' ? [] : [periodOf(object)];
  const key = register.dimensions.map(({ name }) => name);
  return {
    configuration,
    object,
    table: object.path,
    subject: register.subject,
    attributes: [...period, ...register.dimensions, ...register.resources, ...register.attributes],
    sections: [],
    checks: [],
    presentation: period.map(({ name }) => name),
    inputBy: [],
    order: period.length > 0 ? '-period' : (key[0] ?? ''),
    hasOwner: false,
    postable: false,
    keepsCreation: false,
    ...(periodicity === 'none' ? {} : { periodicity }),
    requiredSections: [],
  };
}

/** The period of a register is a column like any other, only that the platform gives it. */
function periodOf({ id, path }: MetadataObject): Attribute {
  return {
    id: `${id}:period`,
    name: 'period',
    path: `${path}.period`,
    title: { en: 'Period', ru: 'Период', fa: 'دوره' },
    type: { name: 'date', storage: 'date' },
    standard: true,
    required: true,
    readOnly: false,
    unique: false,
  };
}

/** Whether the object's records are divided into groups and items. */
export function hasGroups(shape: RecordShape): boolean {
  return shape.hierarchy?.of === 'groups';
}
