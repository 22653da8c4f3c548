import { sql } from 'kysely';
import { describe, type MetadataObject, type Problem, ProblemError } from '#platform';
import { requireRight } from '../access/require-right.ts';
import { rowQuery } from '../access/row-compiler.ts';
import type { DeletionResult, KeptRecord } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { problemsOf } from '../storage/postgres-problems.ts';
import { referencesTo, refersTo } from './find-references.ts';
import { presentationSql } from './presentation.ts';
import { type RecordShape, recordShape } from './record-shape.ts';
import { referringColumns } from './referring-columns.ts';
import { referringConstants } from './referring-constants.ts';
import { sealedRecords } from './sealed-records.ts';
import { isIdentity } from './value-form.ts';

interface Doomed {
  readonly id: string;
  readonly presentation: string;
  readonly marked: boolean;
  readonly predefined: boolean;
}

/**
 * Deletes the records that are marked for deletion and not used anywhere but among those that go with them. What is not there, not
 * marked, predefined, used or in the closed period stays, and is answered with the reasons and with where it is used. Takes the right to mark.
 */
export async function deleteMarked(
  session: Session,
  { path, ids }: { path: string; ids: readonly string[] },
): Promise<DeletionResult> {
  const shape = recordShape(session.infobase.configuration, path);
  requireRight(session, path, 'mark');
  return inTransaction(session.database, async database => {
    const inside = { ...session, database };
    const identities = ids.filter(isIdentity);
    const sealed = await sealedRecords(inside, shape, identities);
    const found = await lockedRecords(inside, shape, identities);
    const standingProblems = [...standing(shape, found, ids), ...known(sealed, found)];
    const stays = new Set(standingProblems.map(({ record }) => record));
    const free = await unusedRecords(
      inside,
      shape,
      found.filter(({ id }) => !stays.has(id)),
    );
    await remove(inside, shape, free.records);
    const problems = [...standingProblems, ...free.problems];
    const kept = await keptRecords(inside, shape, { found, problems });
    return { deleted: free.records.map(({ id }) => id), kept };
  });
}

/** Nothing is said about a record that the user may not read. */
function known(problems: readonly Problem[], found: readonly Doomed[]): Problem[] {
  return problems.filter(({ record }) => found.some(({ id }) => id === record));
}

interface Unused {
  readonly records: readonly Doomed[];
  /** Why the others stay. */
  readonly problems: readonly Problem[];
}

/** A record that stays keeps those that it uses, and so on, until nothing more is kept. */
async function unusedRecords(session: Session, shape: RecordShape, doomed: readonly Doomed[]): Promise<Unused> {
  const problems: Problem[] = [];
  for (let records = doomed; ; ) {
    const used = await uses(session, shape, records);
    if (used.length === 0) return { records, problems };
    problems.push(...used);
    const stays = new Set(used.map(({ record }) => record));
    records = records.filter(({ id }) => !stays.has(id));
  }
}

async function remove({ database }: Session, { table, object }: RecordShape, doomed: readonly Doomed[]): Promise<void> {
  if (doomed.length === 0) return;
  const chosen = sql`${doomed.map(({ id }) => id)}::uuid[]`;
  try {
    await sql`delete from ${sql.id(table)} where id = any(${chosen})`.execute(database.query);
  } catch (error) {
    const found = problemsOf(error);
    throw found === undefined ? error : new ProblemError(found);
  }
  await sql`delete from "_allowed" where object = ${object.id} and record = any(${chosen})`.execute(database.query);
}

async function keptRecords(
  session: Session,
  { object }: RecordShape,
  { found, problems }: { readonly found: readonly Doomed[]; readonly problems: readonly Problem[] },
): Promise<KeptRecord[]> {
  const byRecord = Map.groupBy(problems, ({ record = '' }) => record);
  const used = problems.filter(({ code }) => code === 'still-used').map(({ record = '' }) => record);
  const references = await referencesTo(session, object, [...new Set(used)]);
  return [...byRecord].map(([id, reasons]) => ({
    id,
    presentation: found.find(record => record.id === id)?.presentation ?? '',
    problems: reasons.map(problem => ({ ...problem, ...describe(problem, session.language) })),
    references: references.get(id) ?? [],
  }));
}

async function lockedRecords(session: Session, shape: RecordShape, ids: readonly string[]): Promise<Doomed[]> {
  const query = rowQuery(session, { path: shape.object.path, subject: shape.subject, alias: 'row' });
  const condition = sql`${query.restrict('read')} and ${query.restrict('mark')}`;
  const predefined = shape.attributes.some(({ name, standard }) => standard && name === 'predefined');
  const statement = sql<Doomed>`select "row".id, ${presentationSql(shape, 'row', session.language)} as presentation, "row"."deletionMark" as marked,
      ${predefined ? sql`"row".predefined is not null` : sql`false`} as predefined
    from ${sql.id(shape.table)} as "row" ${query.joins()} where "row".id = any(${ids}::uuid[]) and ${condition}
    order by "row".id for update of "row"`;
  return (await statement.execute(session.database.query)).rows;
}

function standing({ object }: RecordShape, doomed: readonly Doomed[], ids: readonly string[]): Problem[] {
  const known = new Set(doomed.map(({ id }) => id));
  const missing = ids
    .filter(id => !known.has(id))
    .map(
      (record): Problem => ({
        code: 'record-not-found',
        path: object.path,
        record,
        parameters: { object: object.title },
      }),
    );
  const kept = doomed.flatMap(({ id: record, presentation: found, marked, predefined }): Problem[] => [
    ...(marked ? [] : [{ code: 'not-marked', path: object.path, record, parameters: { found } } as const]),
    ...(predefined ? [{ code: 'predefined-stays', path: object.path, record, parameters: { found } } as const] : []),
  ]);
  return [...missing, ...kept];
}

/** Uses count whether or not the user may see them. */
async function uses(session: Session, shape: RecordShape, doomed: readonly Doomed[]): Promise<Problem[]> {
  return [...(await usesInTables(session, shape, doomed)), ...(await usesInConstants(session, shape, doomed))];
}

async function usesInConstants(
  session: Session,
  { object }: RecordShape,
  doomed: readonly Doomed[],
): Promise<Problem[]> {
  const found = await referringConstants(
    session,
    object,
    doomed.map(({ id }) => id),
  );
  return found.map(({ object: constant, target }) => {
    const presentation = doomed.find(({ id }) => id === target)?.presentation ?? '';
    const parameters = { found: presentation, count: 1, object: constant.title, attribute: constant.title };
    return { code: 'still-used', path: object.path, record: target, parameters };
  });
}

async function usesInTables(session: Session, shape: RecordShape, doomed: readonly Doomed[]): Promise<Problem[]> {
  const columns = referringColumns(session.infobase.configuration, shape.object.path);
  if (columns.length === 0 || doomed.length === 0) return [];
  const chosen = sql`${doomed.map(({ id }) => id)}::uuid[]`;
  const parts = columns.map((column, place) => {
    const among =
      column.object.path === shape.object.path
        ? sql` and not ${sql.id('referring', column.owner)} = any(${chosen})`
        : sql``;
    return sql`select ${place}::integer as place, doomed.id, count(*) as count from unnest(${chosen}) as doomed(id)
      join ${sql.id(column.table)} as referring on ${refersTo(column, shape.object, sql`doomed.id`)}${among} group by doomed.id`;
  });
  const statement = sql<{ place: number; id: string; count: string }>`${sql.join(parts, sql` union all `)}`;
  const { rows } = await statement.execute(session.database.query);
  return rows.map(row => {
    const column = columns[row.place];
    const presentation = doomed.find(({ id }) => id === row.id)?.presentation ?? '';
    return stillUsed({ object: shape.object, record: row.id, found: presentation, count: Number(row.count) }, column);
  });
}

interface StillUsed {
  readonly object: MetadataObject;
  readonly record: string;
  readonly found: string;
  readonly count: number;
}

function stillUsed(
  { object, record, found, count }: StillUsed,
  column: ReturnType<typeof referringColumns>[number] | undefined,
): Problem {
  const parameters = { found, count, object: column?.object.title ?? '', attribute: column?.attribute.title ?? '' };
  return { code: 'still-used', path: object.path, record, parameters };
}
