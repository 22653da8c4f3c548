import type { Attribute, MetadataObject, Register } from '#platform';
import { columnsOf } from '../storage/columns.ts';
import { quoteIdentifier } from '../storage/quoting.ts';

/** How a register lies in its tables: column names (unquoted), in one order everywhere. See `docs/storage.md`. */
export interface RegisterLayout {
  readonly object: MetadataObject;
  readonly register: Register;
  readonly movements: string;
  readonly totals: string;
  readonly turnovers: string;
  readonly checkpoints: string;
  /** Columns of the dimensions; a composite one takes two. Their order is the order keys are locked in. */
  readonly key: readonly string[];
  /** The key columns that are never null, so that they can be compared with `=`. */
  readonly requiredKey: readonly string[];
  readonly resources: readonly string[];
  /** Columns of the attributes carried along. */
  readonly attributes: readonly string[];
  /** Resource columns of `:turnovers`: net, and receipts where movements have a direction. */
  readonly flows: readonly Flow[];
  readonly keepsTurnovers: boolean;
  readonly keepsBalance: boolean;
  readonly keepsTotals: boolean;
}

/** One summed column of `:turnovers`: a resource, net or receipts only. */
export interface Flow {
  readonly column: string;
  readonly resource: string;
  readonly receiptsOnly: boolean;
}

/** Columns every movement starts with. */
export const movementHead = ['period', 'recorder', 'recorder:type', 'line', 'rule', 'movement'] as const;

/** The layout of an object that has a register; an object without one is an error of the caller. */
export function registerLayout(object: MetadataObject): RegisterLayout {
  const register = object.register;
  if (register === undefined) throw new Error(`${object.path} is not a register.`);
  const keepsTurnovers = register.writing === 'recorder' && register.accumulation !== undefined;
  const keepsBalance = keepsTurnovers && register.accumulation?.of === 'balance';
  const resources = register.resources.flatMap(columnNames);
  return {
    object,
    register,
    movements: object.path,
    totals: `${object.path}:totals`,
    turnovers: `${object.path}:turnovers`,
    checkpoints: `${object.path}:checkpoints`,
    key: register.dimensions.flatMap(columnNames),
    requiredKey: register.dimensions.filter(dimension => dimension.required).map(dimension => dimension.name),
    resources,
    attributes: register.attributes.flatMap(columnNames),
    flows: resources.flatMap(resource => flowsOf(resource, keepsBalance)),
    keepsTurnovers,
    keepsBalance,
    keepsTotals: keepsBalance && (register.accumulation?.constraints.length ?? 0) > 0,
  };
}

/** A quoted list of columns, each prefixed with an alias if one is given. */
export function columnList(columns: readonly string[], alias?: string): string {
  const prefix = alias === undefined ? '' : `${alias}.`;
  return columns.map(column => prefix + quoteIdentifier(column)).join(', ');
}

function flowsOf(resource: string, directed: boolean): Flow[] {
  const net = { column: resource, resource, receiptsOnly: false };
  return directed ? [net, { column: `${resource}:receipt`, resource, receiptsOnly: true }] : [net];
}

function columnNames(attribute: Attribute): string[] {
  return columnsOf(attribute).map(({ name }) => name);
}
