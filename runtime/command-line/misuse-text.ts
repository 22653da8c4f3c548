import type { Language } from '#platform';

/** What Commander says of a misused command, in a language: it has words in English only. */
export function misuseText(text: string, language: Language): string {
  if (language !== 'ru') return text;
  return russian.reduce((said, [pattern, wording]) => said.replace(pattern, wording), text);
}

const russian: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*?)'/, 'ошибка: команды «$1» нет'],
  [/^error: unknown option '(.*?)'/, 'ошибка: параметра «$1» нет'],
  [/^error: missing required argument '(.*?)'/, 'ошибка: не указан аргумент «$1»'],
  [/^error: required option '(.*?)' not specified/, 'ошибка: не указан обязательный параметр «$1»'],
  [/^error: option '(.*?)' argument missing/, 'ошибка: у параметра «$1» нет значения'],
  [
    /^error: (?:option|command-argument value) '(.*?)' argument '(.*?)' is invalid\./,
    'ошибка: значение «$2» параметра «$1» не подходит.',
  ],
  [
    /^error: command-argument value '(.*?)' is invalid for argument '(.*?)'\./,
    'ошибка: значение «$1» аргумента «$2» не подходит.',
  ],
  [/Allowed choices are (.*)\./, 'Допускаются: $1.'],
  [/^error: too many arguments/, 'ошибка: лишние аргументы'],
  [/Expected (\d+) arguments? but got (\d+)/, 'нужно: $1, указано: $2'],
  [/\(Did you mean (.*)\?\)/, '(Возможно, имелось в виду: $1?)'],
  [/\(Did you mean one of (.*)\?\)/, '(Возможно, имелось в виду одно из: $1?)'],
];
