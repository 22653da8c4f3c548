import type { SourceFile, Violation } from '../source-file.ts';

interface Wording {
  readonly message: string;
  readonly remedy: string;
}

type Catalogue = Readonly<Record<string, { readonly en: Wording; readonly ru: Wording }>>;

const languages = ['en', 'ru'] as const;

/** Every problem says what is wrong and what to do, in each language, with the same parameters. */
export function wordingsComplete(catalogue: Catalogue): Violation[] {
  return Object.entries(catalogue).flatMap(([code, entry]) => {
    const empty = languages.filter(
      language => entry[language].message.trim() === '' || entry[language].remedy.trim() === '',
    );
    const english = parametersOf(entry.en);
    const russian = parametersOf(entry.ru);
    return [
      ...empty.map(language =>
        violation(code, `says nothing in «${language}».`, 'Write both the message and the remedy.'),
      ),
      ...(english === russian
        ? []
        : [violation(code, `shows {${english}} in English, but {${russian}} in Russian.`, 'Show the same in both.')]),
    ];
  });
}

function parametersOf({ message, remedy }: Wording): string {
  return [...new Set([...`${message} ${remedy}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join(', ');
}

/** Every code is raised somewhere. */
export function codesUsed(catalogue: Catalogue, files: readonly SourceFile[]): Violation[] {
  const sources = files.filter(({ path }) => !path.startsWith('platform/problems/') && !path.startsWith('tests/'));
  return Object.keys(catalogue)
    .filter(code => !mentions(sources, code))
    .map(code => violation(code, 'is never raised.', 'Raise it where it belongs, or remove it.'));
}

/** Every code is seen in a test, apart from those still listed; and what a test covers is listed no more. */
export function codesTested(
  catalogue: Catalogue,
  files: readonly SourceFile[],
  untested: readonly string[],
): Violation[] {
  const tests = files.filter(({ path }) => path.startsWith('tests/') && !path.startsWith('tests/architecture/'));
  return Object.keys(catalogue)
    .concat(untested.filter(code => catalogue[code] === undefined))
    .flatMap(code => {
      const tested = mentions(tests, code);
      const listed = untested.includes(code);
      if (catalogue[code] === undefined)
        return [violation(code, 'is listed as untested, but does not exist.', removal)];
      if (tested && listed) return [violation(code, 'is tested by now.', removal)];
      return tested || listed ? [] : [violation(code, 'is in no test.', 'Write a test that meets it.')];
    });
}

const removal = 'Remove it from tests/architecture/ratchets/untested-problems.json.';

function mentions(files: readonly SourceFile[], code: string): boolean {
  const quoted = new RegExp(`['"\`\\s]${code}['"\`\\s]`);
  return files.some(({ text }) => quoted.test(text));
}

function violation(code: string, what: string, remedy: string): Violation {
  return { file: 'platform/problems', line: 1, what: `${code} ${what}`, remedy };
}
