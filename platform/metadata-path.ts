/**
 * A metadata path names anything in a configuration: package, object and parts, joined by dots:
 * 'technical.GoodsReceipt.lines.quantity'.
 */
export type MetadataPath = string;

/** Longer paths would make names in the database that PostgreSQL cuts off. */
export const pathCharactersMax = 48;

/** 'technical.GoodsReceipt' of 'technical.GoodsReceipt.lines.quantity'; undefined when the path names no object. */
export function objectPathOf(path: MetadataPath): string | undefined {
  const [packageName, object] = path.split('.');
  return packageName === undefined || object === undefined ? undefined : `${packageName}.${object}`;
}

/** 'GoodsReceipt.lines.quantity' of 'technical.GoodsReceipt.lines.quantity': the path as the package itself writes it. */
export function withinPackage(path: MetadataPath): string {
  return path.slice(path.indexOf('.') + 1);
}

/** The full path of a name as a configuration writes it: a name without a package means the own one. */
export function fullPath(name: string, ownPackage: string): MetadataPath {
  return name.includes('.') ? name : `${ownPackage}.${name}`;
}

/** Keys of source files that only group what is in them; a metadata path goes through them without naming them. */
const groupingKeys: ReadonlySet<string | number> = new Set([
  'attributes',
  'sections',
  'values',
  'predefined',
  'dimensions',
  'resources',
]);

/** The metadata path of what stands in an object's file at these keys: ['attributes', 'price', 'type'] is '….price.type'. */
export function sourcePath(objectPath: MetadataPath, at: readonly (string | number)[]): MetadataPath {
  return [objectPath, ...at.filter(step => !groupingKeys.has(step))].join('.');
}
