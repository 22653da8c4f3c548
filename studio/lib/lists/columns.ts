import type { Attribute, MetadataObject } from '#platform';

/** Attributes that are shown as the state of a row rather than in a column of their own. */
const stateAttributes: readonly string[] = ['posted', 'deletionMark', 'isGroup', 'parent', 'predefined'];
const shownMax = 7;

/** Every attribute a list of the object can have a column for. */
export function possibleColumns(object: MetadataObject): readonly Attribute[] {
  const attributes = object.entity?.attributes ?? [];
  return attributes.filter(attribute => !stateAttributes.includes(attribute.name));
}

/**
 * The columns a list has before anybody chooses: what every record has, what must be filled and what is added up come
 * first; then short attributes while there is room. They stand in the order of the form.
 */
export function usualColumns(object: MetadataObject): readonly Attribute[] {
  const possible = possibleColumns(object).filter(attribute => attribute.standard || !isLong(attribute));
  const isNeeded = ({ standard, required, formula }: Attribute) => standard || required || formula !== undefined;
  const needed = possible.filter(isNeeded);
  const chosen = [...needed, ...possible.filter(attribute => !isNeeded(attribute))].slice(0, shownMax);
  return possible.filter(attribute => chosen.includes(attribute));
}

function isLong({ type }: Attribute): boolean {
  return type.storage === 'text' && (type.length ?? 1000) > 200;
}

/** Names the list has to be asked for: its columns and what rows show as their state. */
export function askedFields(object: MetadataObject, columns: readonly Attribute[]): string {
  const states = object.entity?.attributes.filter(attribute => stateAttributes.includes(attribute.name)) ?? [];
  return [...columns, ...states].map(attribute => attribute.name).join(',');
}

const storageKey = (infobase: string, path: string) => `aubade:columns:${infobase}:${path}`;

/** The columns chosen on this computer, else the usual ones. */
export function chosenColumns(object: MetadataObject, infobase: string): readonly Attribute[] {
  const stored = localStorage.getItem(storageKey(infobase, object.path));
  if (stored === null) return usualColumns(object);
  const names = stored.split(',');
  const found = possibleColumns(object).filter(attribute => names.includes(attribute.name));
  return found.length === 0 ? usualColumns(object) : found;
}

export function keepColumns(object: MetadataObject, infobase: string, columns: readonly Attribute[]): void {
  localStorage.setItem(storageKey(infobase, object.path), columns.map(attribute => attribute.name).join(','));
}
