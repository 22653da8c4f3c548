import type { DataType } from '#platform';
import type { RegisterColumn, RegisterTable, Value } from '../../../runtime/http/contract.ts';
import { displayValue } from '../fields/display.ts';
import type { TextKey } from '../texts/en.ts';
import type { Period } from '../values/periods.ts';
import { isComposite, targetOf, type Workspace } from '../workspace.ts';
import { periodText } from './period-text.ts';
import type { Step } from './register-state.ts';

const parts: Readonly<Record<string, TextKey>> = {
  opening: 'register.opening',
  receipt: 'register.receipt',
  expense: 'register.expense',
  closing: 'register.closing',
};

/** The heading of a column: the attribute's title, and which part of it. */
export function headingOf(
  column: RegisterColumn,
  columns: readonly RegisterColumn[],
  workspace: Workspace,
): { readonly title: string; readonly part: string } {
  const { locale } = workspace;
  const [measure = '', suffix = ''] = column.name.split('.');
  // Beside its parts, a figure without a suffix is what came less what went.
  const hasParts = columns.some(other => other.name.startsWith(`${measure}.`));
  const part = suffix === '' && column.role === 'measure' && hasParts ? 'register.net' : parts[suffix];
  if (column.attribute !== undefined)
    return { title: locale.text(column.attribute.title), part: part === undefined ? '' : locale.t(part) };
  return { title: locale.t(ownHeadings[column.name] ?? 'register.period'), part: '' };
}

/** Columns every movement has, whatever the register. */
const ownHeadings: Readonly<Record<string, TextKey>> = {
  period: 'register.period',
  recorder: 'register.document',
  line: 'grid.line',
  movement: 'movement.kind',
};

const movements: Readonly<Record<string, TextKey>> = { '1': 'movement.receipt', '-1': 'movement.expense' };

/** The text of one cell. */
export function cellText(
  table: RegisterTable,
  column: RegisterColumn,
  value: Value | undefined,
  context: { readonly workspace: Workspace; readonly by: Step; readonly within?: Period | undefined },
): string {
  const { workspace, by, within } = context;
  if (value === null || value === undefined) return '';
  if (column.role === 'period' && typeof value === 'string')
    return periodText(value, { by, within, locale: workspace.locale });
  if (column.name === 'movement' && column.attribute === undefined) {
    const key = movements[String(value)];
    return key === undefined ? '' : workspace.locale.t(key);
  }
  const shown = table.shown[isComposite(value) ? value.id : String(value)];
  const type: DataType = column.attribute?.type ?? { name: 'string', storage: 'text' };
  return displayValue(value, type, { shown, workspace });
}

/** The address of the record a cell shows, when it shows one. */
export function cellAddress(
  column: RegisterColumn,
  value: Value | undefined,
  workspace: Workspace,
): string | undefined {
  const target = targetOf(value, column.attribute?.type);
  if (target === undefined || column.role === 'measure') return undefined;
  return workspace.object(target.type)?.entity === undefined
    ? undefined
    : workspace.recordAddress(target.type, target.id);
}
