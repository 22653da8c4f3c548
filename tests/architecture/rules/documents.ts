import { posix } from 'node:path';
import type { SourceFile, Violation } from '../source-file.ts';

/** What a page about a decision answers. */
const questions = ['Question', 'Tried', 'Chosen', 'Why'];

/** Every page about a decision says what was asked, what was tried, what was chosen and why. */
export function decisionsArgued(pages: readonly SourceFile[]): Violation[] {
  return pages
    .filter(({ path }) => /^docs\/decisions\/(?!README).*\.md$/.test(path))
    .flatMap(({ path, text }) => {
      const missing = questions.filter(question => !new RegExp(`^#+ ${question}\\b`, 'm').test(text));
      return missing.map(question => ({
        file: path,
        line: 1,
        what: `has no heading «${question}».`,
        remedy: `A decision has four: ${questions.join(', ')}.`,
      }));
    });
}

/** Links between pages and into the code lead somewhere. */
export function linksResolve(pages: readonly SourceFile[], exists: (path: string) => boolean): Violation[] {
  return pages.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) =>
      [...line.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target.replace(/#.*$/, ''))
        .filter(target => target !== '' && !/^[a-z]+:/.test(target))
        .filter(target => !exists(posix.normalize(posix.join(posix.dirname(path), target))))
        .map(target => ({
          file: path,
          line: index + 1,
          what: `links to ${target}, which is not there.`,
          remedy: 'Mend the link.',
        })),
    ),
  );
}

/** The page of a folder is one that people read to the end. */
export function readmesShort(pages: readonly SourceFile[], linesMax = 40): Violation[] {
  return pages
    .filter(({ path }) => /^(platform|runtime|studio|sandboxes|configurations|tests)\/README\.md$/.test(path))
    .filter(({ text }) => text.trimEnd().split('\n').length > linesMax)
    .map(({ path }) => ({
      file: path,
      line: linesMax + 1,
      what: `is longer than ${linesMax} lines.`,
      remedy: 'Move details to docs/.',
    }));
}
