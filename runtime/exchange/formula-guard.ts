const startsFormula = /^[=+\-@\t\r\0]/;

/** A text that a spreadsheet would run as a formula gets an apostrophe in front, which the spreadsheet hides. */
export function withFormulaGuard(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

/** The text as it was before `withFormulaGuard`. */
export function withoutFormulaGuard(text: string): string {
  return text.startsWith("'") && startsFormula.test(text.slice(1)) ? text.slice(1) : text;
}
