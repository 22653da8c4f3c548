import { ProblemError } from '#platform';
import { type ImportFile, textOf } from './import-file.ts';
import { exchangeLimits } from './limits.ts';
import { broken } from './read-csv.ts';

/** Lines of a file that are not empty, numbered from 1, in constant memory. */
export async function* readLines(file: ImportFile): AsyncGenerator<{ readonly row: number; readonly text: string }> {
  let rest = '';
  let row = 0;
  for await (const piece of textOf(file)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > exchangeLimits.rowCharactersMax) throw new ProblemError([broken(row + 1, 'too long')]);
    for (const text of lines) {
      row += 1;
      if (text.trim() !== '') yield { row, text };
    }
  }
  if (rest.trim() !== '') yield { row: row + 1, text: rest };
}
