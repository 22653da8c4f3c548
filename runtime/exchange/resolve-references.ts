import { sql } from 'kysely';
import type { Attribute, Problem } from '#platform';
import type { CompositeValue } from '../http/contract.ts';
import { type RecordShape, recordShape } from '../records/record-shape.ts';
import type { Session } from '../session/session.ts';
import type { ImportRow, ReferenceText } from './import-row.ts';
import { columnOfRow, readableRows } from './readable-rows.ts';

/** A record a text stands for; the rank says by what it was found: id, code or number, then other texts. */
interface Found {
  readonly id: string;
  readonly rank: number;
}
/** Object path → text → records. */
type Known = ReadonlyMap<string, ReadonlyMap<string, readonly Found[]>>;

/**
 * Replaces texts by the ids of the records they name, for many rows together: one query per object that is referred to.
 * Rows whose texts name nothing, or several records alike, get a bad cell. Only records that the user may read count.
 */
export async function resolveReferences(session: Session, rows: readonly ImportRow[]): Promise<void> {
  const wanted = new Map<string, Set<string>>();
  for (const { attribute, text } of rows.flatMap(row => row.references)) {
    for (const target of attribute.type.targets ?? []) {
      wanted.set(target, (wanted.get(target) ?? new Set()).add(text));
    }
  }
  const known = new Map<string, ReadonlyMap<string, readonly Found[]>>();
  for (const [target, texts] of wanted) known.set(target, await recordsNamed(session, target, [...texts]));
  for (const row of rows) {
    for (const reference of row.references.splice(0)) settle(session, row, { reference, known });
  }
}

function settle(
  session: Session,
  row: ImportRow,
  { reference, known }: { reference: ReferenceText; known: Known },
): void {
  const { attribute, text, column, into } = reference;
  const at = reference.row === undefined ? { column } : { column, row: reference.row };
  const all = (attribute.type.targets ?? []).flatMap(target =>
    (known.get(target)?.get(text) ?? []).map(found => ({ ...found, target })),
  );
  const best = Math.min(...all.map(found => found.rank));
  const candidates = all.filter(found => found.rank === best);
  const [only] = candidates;
  if (only === undefined) row.bad.push({ ...at, problem: problemOf(session, reference, 0) });
  else if (candidates.length > 1) {
    row.bad.push({ ...at, problem: problemOf(session, reference, candidates.length) });
  } else into[attribute.name] = valueFor(attribute, only);
}

function valueFor(
  attribute: Pick<Attribute, 'type'>,
  found: Found & { readonly target: string },
): string | CompositeValue {
  return attribute.type.storage === 'composite' ? { type: found.target, id: found.id } : found.id;
}

function problemOf(session: Session, { attribute, text, column }: ReferenceText, count: number): Problem {
  const [target = ''] = attribute.type.targets ?? [];
  const object = session.infobase.configuration.objects[target]?.listTitle ?? target;
  const code = count === 0 ? 'import-reference-unknown' : 'import-reference-ambiguous';
  return { code, path: attribute.path, parameters: { value: text, column, object, count } };
}

/** Records of one object by texts: the id, the code or number, and what people search it by. */
async function recordsNamed(session: Session, path: string, texts: readonly string[]): Promise<Map<string, Found[]>> {
  const found = new Map<string, Found[]>();
  if (session.rights.on(path, 'read') === false) return found;
  const shape = recordShape(session.infobase.configuration, path);
  const names = namingAttributes(shape);
  const id = columnOfRow('id');
  const lists = names.map(name => sql`${columnOfRow(name)} = any(${texts}::text[])`);
  const ids = sql`${id}::text = any(${texts.map(text => text.toLowerCase())}::text[])`;
  const condition = sql<boolean>`(${sql.join([ids, ...lists], sql` or `)})`;
  const select = sql.join([id, ...names.map(columnOfRow)]);
  const query = sql<Record<string, unknown>>`select ${select} ${readableRows(session, shape, { condition })}`;
  const { rows } = await query.execute(session.database.query);
  for (const text of texts) {
    found.set(
      text,
      rows.flatMap(row => {
        const rank = row['id'] === text.toLowerCase() ? 0 : names.findIndex(name => row[name] === text) + 1;
        return rank === 0 && row['id'] !== text.toLowerCase() ? [] : [{ id: String(row['id']), rank }];
      }),
    );
  }
  return found;
}

/** The texts that tell a record: its code or number first, then what input by string searches. */
function namingAttributes(shape: RecordShape): readonly string[] {
  const texts = new Set(shape.attributes.filter(one => one.type.storage === 'text').map(one => one.name));
  const numbered = shape.numbering === undefined ? [] : [shape.numbering.attribute];
  return [...new Set([...numbered, ...shape.presentation, ...shape.inputBy])].filter(name => texts.has(name));
}
