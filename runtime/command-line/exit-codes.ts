/** What the process ends with: 0 done, 1 problems were found, 2 the command was misused, 70 nobody foresaw this. */
export const exitCodes = { done: 0, problems: 1, misuse: 2, failure: 70 } as const;
