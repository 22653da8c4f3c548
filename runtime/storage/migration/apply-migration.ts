import { type Problem, ProblemError } from '#platform';
import type { Database } from '../database.ts';
import { inTransaction } from '../in-transaction.ts';
import { installedConfiguration, recordInstallation } from '../installed-configuration.ts';
import { problemsOf } from '../postgres-problems.ts';
import { quoteIdentifier } from '../quoting.ts';
import { runStatements } from '../run-statements.ts';
import { lossOf, type MigrationPlan, type MigrationStep } from './migration-plan.ts';
import { countSteps } from './plan-migration.ts';

export interface MigrationConsent {
  /** Metadata paths whose loss is accepted; '*' accepts all. */
  readonly consent: readonly string[];
  /** `create or replace function` statements of the new configuration: all that there shall be. */
  readonly functions: readonly string[];
  /** Id of the user who installs, if one is signed in. */
  readonly installedBy?: string;
}

const lockTimeoutMs = 10_000;

/**
 * Carries a plan out in one transaction. Rows are counted again there, so that nothing which appeared since the plan was
 * shown is lost unseen. Throws `migration-outdated`, `migration-loses`, `migration-impossible` or what the database
 * refused; then nothing has changed and the version installed before keeps running.
 */
export async function applyMigration(database: Database, plan: MigrationPlan, given: MigrationConsent): Promise<void> {
  try {
    await inTransaction(database, tx => migrate(tx, plan, given));
  } catch (error) {
    const problems = error instanceof ProblemError ? undefined : problemsOf(error);
    throw problems === undefined ? error : new ProblemError(problems);
  }
}

async function migrate(database: Database, plan: MigrationPlan, given: MigrationConsent): Promise<void> {
  const { sql } = database;
  await sql.unsafe(`set local lock_timeout = ${lockTimeoutMs}; set local statement_timeout = 0`);
  await sql`select pg_advisory_xact_lock(hashtext(${`aubade migration ${database.schema}`}))`;
  const installed = await installedConfiguration(database);
  if ((installed?.hash ?? null) !== plan.from) throw new ProblemError([{ code: 'migration-outdated', parameters: {} }]);
  refuse(await countSteps(database, plan.drafts), given.consent);
  await dropFunctions(database);
  await runStatements(database, plan.statements);
  await runStatements(database, given.functions);
  await recordInstallation(database, plan.to, given.installedBy);
}

/** Everything that stands against the migration, at once. */
function refuse(steps: readonly MigrationStep[], consent: readonly string[]): void {
  const accepted = new Set(consent);
  const impossible = steps.filter(step => step.impossible > 0);
  const losing = steps.filter(step => lossOf(step) > 0 && !accepted.has('*') && !accepted.has(step.path));
  const problems: Problem[] = [
    ...impossible.map(step => ({
      code: 'migration-impossible' as const,
      path: step.path,
      parameters: { path: step.path, rows: String(step.impossible) },
    })),
    ...losing.map(step => ({
      code: 'migration-loses' as const,
      path: step.path,
      parameters: { path: step.path, rows: String(lossOf(step)) },
    })),
  ];
  if (problems.length > 0) throw new ProblemError(problems);
}

/** Functions hold on to the shape of tables, so all go before the tables change and the new ones come after. */
async function dropFunctions({ sql, schema }: Database): Promise<void> {
  const functions = await sql<{ name: string; arguments: string }[]>`
    select proname as name, pg_get_function_identity_arguments(oid) as arguments
    from pg_proc where pronamespace = ${quoteIdentifier(schema)}::regnamespace and prokind in ('f', 'p')`;
  if (functions.length === 0) return;
  const signatures = functions.map(({ name, arguments: types }) => `${quoteIdentifier(name)}(${types})`);
  await sql.unsafe(`drop routine ${signatures.join(', ')} cascade`);
}
