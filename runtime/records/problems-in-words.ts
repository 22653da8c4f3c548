import { type Attribute, type Language, languages, type Problem, type Text, textIn } from '#platform';
import type { Session } from '../session/session.ts';
import type { RecordShape } from './record-shape.ts';
import { addReferred, type ReferredRecords, shownTexts } from './shown-texts.ts';
import { isIdentity } from './value-form.ts';

/** What a save function found, with names and ids of the database turned into what people read. */
export async function problemsInWords(
  session: Session,
  shape: RecordShape,
  problems: readonly Problem[],
): Promise<Problem[]> {
  const titled = problems.map(problem => withTitles(shape, problem));
  const referred: ReferredRecords = new Map();
  for (const { path, parameters } of titled) {
    const { found } = parameters;
    const attribute = attributeAt(shape, path);
    if (attribute !== undefined && isIdentity(found)) addReferred(referred, attribute.type, found);
  }
  // A transaction that has failed answers nothing any more; then the ids stay.
  if (referred.size === 0 || !('begin' in session.database.sql)) return titled;
  const texts = await shownTexts(session, referred);
  return titled.map(problem => withShownText(problem, texts));
}

/** Fields of a conflict are named as in the database. */
function withTitles(shape: RecordShape, problem: Problem): Problem {
  const { fields, ...others } = problem.parameters;
  if (problem.code !== 'version-conflict' || typeof fields !== 'string') return problem;
  return { ...problem, parameters: { ...others, fields: titlesOf(shape, fields.split(',')) } };
}

function titlesOf({ attributes, sections }: RecordShape, names: readonly string[]): Text {
  const titles = names.map(
    name => [...attributes, ...sections].find(part => part.name === name)?.title ?? { en: name },
  );
  const inLanguage = (language: Language) => titles.map(title => textIn(title, language)).join(', ');
  return Object.fromEntries(languages.map(language => [language, inLanguage(language)]));
}

function attributeAt({ attributes, sections }: RecordShape, path: string | undefined): Attribute | undefined {
  return [...attributes, ...sections.flatMap(section => section.attributes)].find(attribute => attribute.path === path);
}

function withShownText(problem: Problem, texts: Readonly<Record<string, string>>): Problem {
  const { found } = problem.parameters;
  const shown = typeof found === 'string' ? texts[found] : undefined;
  return shown === undefined ? problem : { ...problem, parameters: { ...problem.parameters, found: shown } };
}
