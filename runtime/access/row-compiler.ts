import { type SqlCompiler, sqlCompiler } from '../query/compile-expression.ts';
import { metadataLookup } from '../query/metadata-lookup.ts';
import type { Session } from '../session/session.ts';

/** Where an object's rows stand in a query: under which name of its expressions, and which alias. */
export interface BoundRow {
  readonly subject: string;
  readonly alias: string;
}

/** The compiler of one query over rows of an object, for conditions, filters, fields and orders alike. */
export function rowCompiler(session: Session, { subject, alias }: BoundRow): SqlCompiler {
  return sqlCompiler({
    lookup: metadataLookup(session.infobase.configuration),
    variables: { [subject]: { alias } },
    literals: 'bound',
    user: session.user,
  });
}
