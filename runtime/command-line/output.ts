import { describe, type Language, type Problem, type Text, textIn } from '#platform';

/** How a command answers: words for people, or one JSON value a line for programs. */
export interface Output {
  readonly language: Language;
  readonly isJson: boolean;
  /** `value` for programs, `text` for people. */
  readonly print: (value: unknown, text: string) => void;
  /** What is going on, for people only. */
  readonly note: (text: Text) => void;
  readonly problems: (problems: readonly Problem[]) => void;
}

/** Writes results to stdout and notes and problems to stderr. */
export function openOutput(language: Language, isJson: boolean): Output {
  return {
    language,
    isJson,
    print: (value, text) => console.log(isJson ? JSON.stringify(value) : text),
    note: text => {
      if (!isJson) console.error(textIn(text, language));
    },
    problems: problems => {
      for (const problem of problems) {
        if (isJson) console.log(JSON.stringify({ ...problem, ...describe(problem, language) }));
        else console.error(problemText(problem, language));
      }
    },
  };
}

/** 'configurations/…/Sale.yaml:12:5 technical.Sale.lines: what is wrong. What to do. [code]' */
export function problemText(problem: Problem, language: Language): string {
  const { message, remedy } = describe(problem, language);
  const { place, path } = problem;
  const where = place === undefined ? '' : `${place.file}:${place.line}:${place.column} `;
  return `${where}${path === undefined ? '' : `${path}: `}${message} ${remedy} [${problem.code}]`;
}

/** Columns of texts, aligned under their headings. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, index) =>
    Math.max(heading.length, ...rows.map(row => row[index]?.length ?? 0)),
  );
  return [headings, ...rows]
    .map(row =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
