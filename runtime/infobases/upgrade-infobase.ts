import type { Configuration } from '#platform';
import { rebuildTotalsSql } from '../registers/rebuild-totals.ts';
import type { Database } from '../storage/database.ts';
import { installedConfiguration } from '../storage/installed-configuration.ts';
import { applyMigration } from '../storage/migration/apply-migration.ts';
import type { MigrationPlan } from '../storage/migration/migration-plan.ts';
import { planMigration } from '../storage/migration/plan-migration.ts';
import { functionsOf } from './functions-of.ts';

/** What installing another configuration in an infobase would do. Nothing is changed. */
export async function planUpgrade(database: Database, to: Configuration): Promise<MigrationPlan> {
  const from = (await installedConfiguration(database)) ?? null;
  return planMigration({ from, to, database, rebuild: rebuildTotalsSql });
}

export interface UpgradeInfobase {
  readonly plan: MigrationPlan;
  /** Metadata paths whose loss is accepted; '*' accepts all. */
  readonly consent: readonly string[];
  readonly installedBy?: string;
}

/**
 * Carries a plan out: tables, data and functions in one transaction. Refusals are those of `applyMigration`; the infobase
 * is then as it was. Who has the infobase open must open it anew to see the new configuration.
 */
export async function upgradeInfobase(database: Database, request: UpgradeInfobase): Promise<void> {
  const { plan, ...given } = request;
  await applyMigration(database, plan, { ...given, functions: functionsOf(plan.to) });
}
