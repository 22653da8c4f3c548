import type { Configuration, DataType } from '#platform';

/** One thing that a migration does to the data, in people's terms. */
export interface MigrationStep {
  /**
   * 'added': a place for new values; 'renamed': the same under another name; 'converted': values take another form;
   * 'lost': values that have no place any more; 'rebuilt': made again from movements; 'filled': predefined records.
   */
  readonly change: 'added' | 'renamed' | 'converted' | 'lost' | 'rebuilt' | 'filled';
  /** Metadata path: the new one, or of what is lost the old one. */
  readonly path: string;
  /** The old path of what is renamed. */
  readonly before?: string;
  readonly from?: DataType;
  readonly to?: DataType;
  /** Rows touched; of what is lost, rows or values that are there. */
  readonly rows: number;
  /** Of the rows converted, those whose value is lost or cut; asks for consent. */
  readonly losing: number;
  /** Of the rows converted, those that cannot be; they refuse the migration. */
  readonly impossible: number;
}

/** A step before its rows are counted: statements over the old tables that give one number. */
export interface DraftStep extends Omit<MigrationStep, 'rows' | 'losing' | 'impossible'> {
  readonly countRows?: string;
  readonly countLosing?: string;
  readonly countImpossible?: string;
}

/** Everything a migration will do, to be shown before it is done. */
export interface MigrationPlan {
  /** Hash of the configuration it starts from; null for an empty schema. */
  readonly from: string | null;
  readonly to: Configuration;
  readonly steps: readonly MigrationStep[];
  readonly drafts: readonly DraftStep[];
  /** The SQL, in order; functions apart. */
  readonly statements: readonly string[];
  /** A rough guess of how long the tables are locked, from rows rewritten. */
  readonly seconds: number;
}

/** What a step destroys: rows or values. Anything above zero needs consent. */
export function lossOf(step: MigrationStep): number {
  return step.change === 'lost' ? step.rows : step.losing;
}
