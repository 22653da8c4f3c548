import type { Attribute, FunctionalOption, MetadataObject, Section } from '#platform';
import { quoteIdentifier as q, quoteLiteral } from '../../storage/quoting.ts';

/**
 * Names of the variables of a save function. Like everything that belongs to an object without being part of it they
 * carry a colon, so no attribute can ever have the same name.
 */
export const record = q(':record');
export const before = q(':before');
export const values = q(':values');
export const isNew = q(':new');
export const isItem = q(':item');
export const user = q(':user');
export const now = q(':now');
export const problems = q(':problems');
export const found = q(':found');
export const closed = q(':closed');
export const changed = q(':changed');
export const rowCount = q(':rows');
export const candidate = q(':candidate');
export const series = q(':series');

/** The lines of a section as they arrived, a JSON array. */
export function linesVariable(section: Section): string {
  return q(`::${section.name}`);
}

/** The values computed for one column of a section, in the order of the lines. */
export function columnVariable(section: Section, column: string): string {
  return q(`:${section.name}:${column}`);
}

/** Whether anything may be wrong with the lines of a section: found out while they are computed. */
export function refusedVariable(section: Section): string {
  return q(`:refused:${section.name}`);
}

/** The name expressions find a section's lines by within a statement. */
export function rowsName(section: Section): string {
  return `:rows:${section.name}`;
}

export function optionVariable(option: MetadataObject): string {
  return q(`:option:${option.id}`);
}

/** Whether an option is on: as an administrator set it, else as the configuration says. */
export function optionState(option: MetadataObject, { default: initially }: FunctionalOption): string {
  return `coalesce((select "is_on" from "_options" where "object" = ${quoteLiteral(option.id)}), ${initially})`;
}

/** An attribute of the record that is being written. */
export function ofRecord(name: string): string {
  return `${record}.${q(name)}`;
}

export function ofBefore(name: string): string {
  return `${before}.${q(name)}`;
}

/** Options that hide attributes or sections here. */
export function optionPaths(attributes: readonly (Attribute | Section)[]): string[] {
  return [...new Set(attributes.flatMap(attribute => attribute.option ?? []))];
}
