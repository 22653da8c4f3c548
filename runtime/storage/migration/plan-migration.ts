import type { Configuration, MetadataObject } from '#platform';
import type { Database } from '../database.ts';
import { systemTableStatements } from '../system-tables.ts';
import { tablesOf } from '../tables-of.ts';
import { compareSystemRows } from './compare-system-rows.ts';
import { compareTables } from './compare-tables.ts';
import { compareValues } from './compare-values.ts';
import type { Compared } from './compared.ts';
import type { DraftStep, MigrationPlan, MigrationStep } from './migration-plan.ts';
import { predefinedRecords } from './predefined-records.ts';
import { combine, inOrder } from './stages.ts';

export interface MigrationRequest {
  /** What is installed; null for an empty schema. */
  readonly from: Configuration | null;
  readonly to: Configuration;
  readonly database: Database;
  /** Statements that make the derived tables of a register anew from its movements. */
  readonly rebuild: (register: MetadataObject) => readonly string[];
}

/** Rows rewritten per second, measured on two cores; a guess for the plan's reader. */
const rowsPerSecond = 200_000;

/** What must happen for the schema to become what `to` describes, with rows counted. Nothing is changed. */
export async function planMigration(request: MigrationRequest): Promise<MigrationPlan> {
  const draft = draftMigration(request);
  const steps = await countSteps(request.database, draft.steps);
  const rows = steps.reduce((sum, step) => sum + step.rows, 0);
  return {
    from: request.from?.hash ?? null,
    to: request.to,
    steps,
    drafts: draft.steps,
    statements: draft.statements,
    seconds: Math.ceil(rows / rowsPerSecond),
  };
}

/** The migration as text, without looking at data: steps and statements in order. Pure. */
export function draftMigration({ from, to, rebuild }: Omit<MigrationRequest, 'database'>): {
  steps: readonly DraftStep[];
  statements: readonly string[];
} {
  const compared: Compared = {
    before: from,
    after: to,
    old: from === null ? [] : tablesOf(from),
    now: tablesOf(to),
  };
  const parts = [compareTables, compareValues, compareSystemRows, predefinedRecords];
  const draft = combine(parts.map(compare => compare(compared)));
  const registers = Object.values(to.objects).filter(({ id }) => draft.rebuild.includes(id));
  // A register that is new has no movements to make anything from.
  const known = new Set(Object.values(from?.objects ?? {}).map(({ id }) => id));
  const rebuilt = registers.filter(({ id }) => known.has(id));
  return {
    steps: [...draft.steps, ...rebuilt.map(({ path }) => ({ change: 'rebuilt', path }) as const)],
    statements: [...systemTableStatements(), ...inOrder(draft.stages), ...rebuilt.flatMap(rebuild)],
  };
}

/** Counts what each step touches. */
export async function countSteps(database: Database, drafts: readonly DraftStep[]): Promise<MigrationStep[]> {
  const steps: MigrationStep[] = [];
  for (const { countRows, countLosing, countImpossible, ...step } of drafts) {
    steps.push({
      ...step,
      rows: await counted(database, countRows),
      losing: await counted(database, countLosing),
      impossible: await counted(database, countImpossible),
    });
  }
  return steps;
}

async function counted(database: Database, statement: string | undefined): Promise<number> {
  if (statement === undefined) return 0;
  const [row] = await database.sql.unsafe(`select (${statement})::text as rows`);
  return Number(row?.rows ?? 0);
}
