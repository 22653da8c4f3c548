import { type Configuration, type FunctionalOption, type MetadataObject, type Problem, ProblemError } from '#platform';
import { requireSystemRight } from '../access/require-right.ts';
import type { OptionsView } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/in-transaction.ts';

type Option = MetadataObject & { readonly functionalOption: FunctionalOption };

/** Every functional option by path: on or off, as somebody switched it, else as the configuration says. */
export async function readOptions({
  infobase,
  database,
}: Pick<Session, 'infobase' | 'database'>): Promise<OptionsView> {
  return statesOf(database, infobase.configuration);
}

/**
 * Switches an option. Throws `option-needs` while an option it requires is off, and `option-needed` while one that requires
 * it is on. What an option hides stays stored. Takes the system right to administer.
 */
export async function switchOption(
  session: Session,
  { path, on }: { path: string; on: boolean },
): Promise<OptionsView> {
  requireSystemRight(session, 'administer');
  const { configuration } = session.infobase;
  const option = optionsOf(configuration).find(option => option.path === path);
  if (option === undefined) throw new ProblemError([{ code: 'object-unknown', parameters: { object: path } }]);
  return inTransaction(session.database, async database => {
    // Two switches at once could each find the other as it was before.
    await database.sql`lock table "_options" in share row exclusive mode`;
    const problems = obstacles(configuration, { option, on, states: await statesOf(database, configuration) });
    if (problems.length > 0) throw new ProblemError(problems);
    await database.sql`
      insert into "_options" (object, is_on) values (${option.id}, ${on})
      on conflict (object) do update set is_on = excluded.is_on`;
    return statesOf(database, configuration);
  });
}

function optionsOf(configuration: Configuration): Option[] {
  return Object.values(configuration.objects).flatMap(object => {
    const { functionalOption } = object;
    return functionalOption === undefined ? [] : [{ ...object, functionalOption }];
  });
}

async function statesOf({ sql }: Database, configuration: Configuration): Promise<OptionsView> {
  const rows = await sql<{ object: string; is_on: boolean }[]>`select object, is_on from "_options"`;
  const switched = new Map(rows.map(row => [row.object, row.is_on]));
  const states = optionsOf(configuration).map(
    ({ id, path, functionalOption }) => [path, switched.get(id) ?? functionalOption.default] as const,
  );
  return Object.fromEntries(states);
}

function obstacles(
  configuration: Configuration,
  { option, on, states }: { readonly option: Option; readonly on: boolean; readonly states: OptionsView },
): Problem[] {
  if (on) {
    const missing = option.functionalOption.requires.filter(path => states[path] !== true);
    return missing.map(path => ({
      code: 'option-needs',
      path: option.path,
      parameters: { option: option.title, needed: configuration.objects[path]?.title ?? path },
    }));
  }
  const dependents = optionsOf(configuration).filter(
    other => states[other.path] === true && other.functionalOption.requires.includes(option.path),
  );
  return dependents.map(by => ({
    code: 'option-needed',
    path: option.path,
    parameters: { option: option.title, by: by.title },
  }));
}
