import { type Language, textIn } from '../text.ts';
import { entryOf } from './catalogue.ts';
import type { Wording } from './catalogue-entry.ts';
import type { Problem, ProblemParameter } from './problem.ts';

/** The wording of a problem in a language, with its parameters filled in. Languages without wordings of their own read English. */
export function describe(problem: Problem, language: Language): Wording {
  const entry = entryOf(problem.code);
  const wording = language === 'ru' ? entry.ru : entry.en;
  const fill = (text: string) => fillIn(text, problem.parameters, language);
  return { message: fill(wording.message), remedy: fill(wording.remedy) };
}

/** A parameter that the problem does not have reads as nothing, so that a wording may end in an optional sentence. */
function fillIn(text: string, parameters: Problem['parameters'], language: Language): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => shown(parameters[name], language));
}

function shown(parameter: ProblemParameter | undefined, language: Language): string {
  return typeof parameter === 'object' ? textIn(parameter, language) : String(parameter ?? '');
}
