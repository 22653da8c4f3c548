import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assignIds } from '#platform';
import { readPackageFolder } from './find-packages.ts';

/** Gives ids to the parts of these packages that have none and writes them into each package's ids.yaml. Answers how many were added. */
export async function writeIds(folders: readonly string[]): Promise<number> {
  const read = folders.map(folder => ({ folder, source: readPackageFolder(folder) }));
  const sources = read.map(one => one.source);
  const assigned = assignIds(sources, bytes => randomBytes(bytes));
  for (const { folder, text } of assigned) {
    const place = read.find(one => one.source.folder === folder);
    if (place !== undefined) await writeFile(join(place.folder, 'ids.yaml'), text);
  }
  return assigned.reduce((sum, one) => sum + one.added.length, 0);
}
