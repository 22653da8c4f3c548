import type { RawBuilder } from 'kysely';
import type { Storage } from '#platform';
import type { RegisterColumn, Value } from '../http/contract.ts';
import type { Session } from '../session/session.ts';

type Cell = string | boolean | number | null;

/**
 * Runs a query whose columns are those of an answer (two for a composite value) and gives its rows in JSON form.
 * Rows come as arrays and are changed in place: an answer may have hundreds of thousands.
 */
export async function readRows(
  session: Session,
  columns: readonly RegisterColumn[],
  query: RawBuilder<unknown>,
): Promise<Value[][]> {
  const { sql, parameters } = query.compile(session.database.query);
  const rows = (await session.database.sql.unsafe(sql, parameters as never[]).values()) as Cell[][];
  const forms = columns.map(({ role, attribute }) => formOf(role, attribute?.type.storage));
  if (forms.every(form => form === undefined)) return rows as Value[][];
  const paths = pathsById(session);
  return rows.map(row => {
    let place = 0;
    return forms.map(form => {
      const value = row[place] ?? null;
      place += 1;
      if (form === 'composite') {
        const type = paths.get(String(row[place])) ?? String(row[place]);
        place += 1;
        return value === null ? null : { type, id: String(value) };
      }
      return form === 'month' && value !== null ? String(value).slice(0, 7) : (value as Value);
    });
  });
}

/** Values whose JSON form is not what the driver gives. */
function formOf(role: RegisterColumn['role'], storage: Storage | undefined): 'composite' | 'month' | undefined {
  if (role === 'recorder') return 'composite';
  return storage === undefined ? undefined : forms[storage];
}

const forms: Readonly<Partial<Record<Storage, 'composite' | 'month'>>> = { composite: 'composite', month: 'month' };

function pathsById(session: Session): ReadonlyMap<string, string> {
  const objects = Object.values(session.infobase.configuration.objects);
  return new Map(objects.map(({ id, path }) => [id, path]));
}
