/** Languages every user-facing text is written in. English is the fallback. */
export const languages = ['en', 'ru', 'fa'] as const;
export type Language = (typeof languages)[number];

/** A multilingual text as configurations write it: `{ en: Goods receipt, ru: Поступление МТР }`. */
export type Text = Readonly<Partial<Record<Language, string>>>;

/**
 * The text in the language asked for; else in English; else in whatever language it has.
 * A text without any language reads as the empty string.
 */
export function textIn(text: Text | undefined, language: Language): string {
  if (text === undefined) return '';
  return text[language] ?? text.en ?? Object.values(text)[0] ?? '';
}

/** A name as an English title: 'expenseAtOnce' and 'ExpenseAtOnce' read 'Expense at once'. */
export function humanised(name: string): string {
  const spaced = name.replace(
    /([a-z0-9])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
