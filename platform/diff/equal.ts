/** Whether two plain values say the same: the order of keys does not count, nor does an absent key against `undefined`. */
export function equal(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null) return false;
  if (Array.isArray(first) !== Array.isArray(second)) return false;
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...names].every(name => equal(Reflect.get(first, name), Reflect.get(second, name)));
}
