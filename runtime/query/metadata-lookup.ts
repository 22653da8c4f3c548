import type { Configuration, MetadataLookup } from '#platform';

/** How expressions find the objects of a configuration: by full path, or by name within a package. */
export function metadataLookup({ objects }: Configuration): MetadataLookup {
  const object = (path: string) => (Object.hasOwn(objects, path) ? objects[path] : undefined);
  return { object, resolve: (name, fromPackage) => object(`${fromPackage}.${name}`) ?? object(name) };
}
