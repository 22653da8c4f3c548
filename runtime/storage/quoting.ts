/** An identifier as SQL writes it. Identifiers come from metadata only, never from a request. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A text literal as SQL writes it, for generated functions and DDL, which cannot bind values. It reads the same
 * whatever `standard_conforming_strings` says, and holds no dollar sign, so that it cannot end the dollar-quoted body of
 * a function. Text that PostgreSQL cannot hold (a zero byte) is an error.
 */
export function quoteLiteral(value: string): string {
  if (value.includes('\0')) throw new Error('A text literal cannot hold a zero byte.');
  const quoted = `'${value.replaceAll("'", "''")}'`;
  if (!/[\\$]/.test(value)) return quoted;
  return ` E${quoted.replaceAll('\\', '\\\\').replaceAll('$', '\\x24')}`;
}
