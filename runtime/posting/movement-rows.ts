import { type RawBuilder, sql } from 'kysely';
import type { MetadataObject } from '#platform';
import type { MovementRow, RegisterColumn, RegisterMovements, Value } from '../http/contract.ts';
import { readRows } from '../registers/read-rows.ts';
import { registerLayout } from '../registers/register-layout.ts';
import { shownTexts } from '../registers/shown-texts.ts';
import type { Session } from '../session/session.ts';

/** The columns of a movement before its values. */
const head = ['period', 'line', 'movement'] as const;

/**
 * Movements of one register in the order of their lines, with the texts that references are shown by. `from` is a row
 * source with the register's columns: its table, or the function that computes movements.
 */
export async function readMovementRows(
  session: Session,
  register: MetadataObject,
  from: RawBuilder<unknown>,
): Promise<RegisterMovements> {
  const layout = registerLayout(register);
  const { dimensions, resources, attributes } = layout.register;
  const valued = [...dimensions, ...resources, ...attributes];
  const columns: RegisterColumn[] = [
    ...head.map(name => ({ name, role: 'attribute' as const })),
    ...valued.map(attribute => ({ name: attribute.name, attribute, role: 'attribute' as const })),
  ];
  const names = [...head, ...layout.key, ...layout.resources, ...layout.attributes];
  const rows = await readRows(
    session,
    columns,
    sql`select ${sql.join(names.map(name => sql.id('m', name)))} from ${from} as m order by m.line`,
  );
  const shown = await shownTexts(session, columns, rows);
  const values = valued.map(({ name }) => name);
  return { register: register.path, columns: values, rows: rows.map(row => movementRow(row, values, shown)) };
}

function movementRow(
  row: readonly Value[],
  names: readonly string[],
  shown: Readonly<Record<string, string>>,
): MovementRow {
  const [period, line, movement, ...values] = row;
  const texts = names.flatMap((name, index) => {
    const value = values[index];
    const text = shown[typeof value === 'object' && value !== null ? value.id : String(value)];
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    period: String(period),
    line: Number(line),
    movement: kinds[Number(movement)] ?? 'turnover',
    values: Object.fromEntries(names.map((name, index) => [name, values[index] ?? null])),
    shown: Object.fromEntries(texts),
  };
}

/** What the numbers in the column `movement` mean; zero is a turnover, or a record where nothing adds up. */
const kinds: Readonly<Record<number, MovementRow['movement']>> = { 1: 'receipt', [-1]: 'expense' };
