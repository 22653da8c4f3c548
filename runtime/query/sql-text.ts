import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';

/** Compiles without a connection: the text of generated functions is made before there is a database. */
const compiler = new Kysely<Record<never, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: database => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** The text of a piece of SQL whose literals are inlined. Throws when a value is left to bind: a function's body cannot. */
export function sqlText(built: RawBuilder<unknown>): string {
  const { sql, parameters } = built.compile(compiler);
  if (parameters.length > 0) throw new Error(`A function's body cannot bind values, but this piece does: ${sql}`);
  return sql;
}
