import type { MetadataObject } from '../kinds/metadata-object.ts';

/** The same objects, where every register names the documents whose rules write into it. */
export function linkRecorders(objects: ReadonlyMap<string, MetadataObject>): Map<string, MetadataObject> {
  const recorders = new Map<string, Set<string>>();
  for (const { path, posting } of objects.values()) {
    for (const { register } of posting?.rules ?? [])
      recorders.set(register, (recorders.get(register) ?? new Set()).add(path));
  }
  return new Map([...objects].map(([path, object]) => [path, withRecorders(object, [...(recorders.get(path) ?? [])])]));
}

function withRecorders(object: MetadataObject, recorders: readonly string[]): MetadataObject {
  return object.register === undefined ? object : { ...object, register: { ...object.register, recorders } };
}
