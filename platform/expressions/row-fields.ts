import type { Attribute } from '../capabilities/attribute.ts';
import type { Register } from '../capabilities/register.ts';
import type { ExpressionType } from './expression.ts';
import { dateTimeType, dateType, textType, valueType } from './expression-type.ts';
import type { MetadataLookup } from './scope.ts';

/** A field of a row: an attribute, or a tabular section as its lines. */
export interface RowField {
  readonly name: string;
  readonly type: ExpressionType;
}

/** The fields of a record, of a section's line or of a register's record, by its path; undefined when there is no such path. */
export function rowFields(path: string, lookup: MetadataLookup): readonly RowField[] | undefined {
  const system = systemRows[path];
  if (system !== undefined) return system;
  const object = lookup.object(path);
  if (object?.entity !== undefined) {
    const sections = object.entity.sections.map(({ name, path }) => ({ name, type: { of: 'lines', path } as const }));
    return [...attributeFields(object.entity.attributes), ...sections];
  }
  if (object?.register !== undefined) return registerFields(object.register);
  return sectionFields(path, lookup);
}

/** True when the rows of a path are records that references point to. */
export function hasIdentity(path: string, lookup: MetadataLookup): boolean {
  return systemRows[path] !== undefined || lookup.object(path)?.entity !== undefined;
}

/** The fields a balance has: what the register adds up. */
export function balanceFields(register: Register): readonly RowField[] {
  return attributeFields(register.resources);
}

function registerFields(register: Register): readonly RowField[] {
  const own = attributeFields([...register.dimensions, ...register.resources, ...register.attributes]);
  const given = new Set(own.map(field => field.name));
  return [...own, ...standardFields(register).filter(field => !given.has(field.name))];
}

function standardFields(register: Register): readonly RowField[] {
  if (register.writing === 'recorder') {
    const recorder = valueType({ name: 'composite', storage: 'composite', targets: register.recorders });
    return [
      { name: 'period', type: dateTimeType },
      { name: 'recorder', type: recorder },
    ];
  }
  return hasPeriod(register) ? [{ name: 'period', type: dateType }] : [];
}

/** Whether the records of a register follow one another in time. */
export function hasPeriod(register: Register): boolean {
  return register.writing === 'recorder' || (register.information?.periodicity ?? 'none') !== 'none';
}

function sectionFields(path: string, lookup: MetadataLookup): readonly RowField[] | undefined {
  const dot = path.lastIndexOf('.');
  const sections = lookup.object(path.slice(0, dot))?.entity?.sections;
  const section = sections?.find(section => section.name === path.slice(dot + 1));
  return section === undefined ? undefined : attributeFields(section.attributes);
}

function attributeFields(attributes: readonly Attribute[]): readonly RowField[] {
  return attributes.map(({ name, type }) => ({ name, type: valueType(type) }));
}

/** Rows that every infobase has without metadata. */
const systemRows: Readonly<Record<string, readonly RowField[]>> = {
  _users: [
    { name: 'login', type: textType },
    { name: 'name', type: textType },
  ],
};
