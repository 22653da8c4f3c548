/** One name that becomes another. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/**
 * The renames as statements. Where a new name is still taken by another of them (two names that change places), all
 * go by way of names that nothing else has.
 */
export function renameAll(renames: readonly Rename[], statement: (from: string, to: string) => string): string[] {
  const real = renames.filter(({ from, to }) => from !== to);
  const taken = new Set(real.map(({ from }) => from));
  if (!real.some(({ to }) => taken.has(to))) return real.map(({ from, to }) => statement(from, to));
  const aside = real.map((_, number) => `:aside:${number}`);
  return [
    ...real.map(({ from }, number) => statement(from, aside[number] ?? '')),
    ...real.map(({ to }, number) => statement(aside[number] ?? '', to)),
  ];
}
