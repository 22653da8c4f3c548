/** The same record type, where a property that may be undefined may also be absent. */
type Present<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The record without its undefined properties: metadata is plain data and says nothing rather than "undefined". */
export function present<T extends object>(record: T): Present<T> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) if (value !== undefined) kept[key] = value;
  // Only undefined properties were left out, and exactly those are optional in the result.
  return kept as Present<T>;
}
