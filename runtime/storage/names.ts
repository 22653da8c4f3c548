const identifierBytesMax = 63;

/**
 * The name of something that belongs to a metadata path without being it: `technical.Stock:turnovers`. Paths are short
 * enough for every suffix in use; a name PostgreSQL would cut off is a broken invariant.
 */
export function derivedName(path: string, ...suffixes: readonly string[]): string {
  const name = [path, ...suffixes].join(':');
  if (Buffer.byteLength(name) > identifierBytesMax) throw new Error(`The name ${name} is too long for the database.`);
  return name;
}

/**
 * The metadata path that a name in the database stands for: of a table or constraint, or of a column of a table.
 * `technical.Stock:turnovers` with `quantity:receipt` is `technical.Stock.quantity`. System names have no path.
 */
export function metadataPathOf(name: string, column?: string): string | undefined {
  if (name.startsWith('_')) return undefined;
  const owner = beforeColon(name);
  return column === undefined ? owner : `${owner}.${beforeColon(column)}`;
}

function beforeColon(name: string): string {
  return name.split(':', 1)[0] ?? name;
}
