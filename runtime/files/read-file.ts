import { sql } from 'kysely';
import { type Attribute, type MetadataObject, ProblemError } from '#platform';
import { rowQuery } from '../access/row-compiler.ts';
import type { Sql } from '../query/expression-frame.ts';
import type { Session } from '../session/session.ts';
import type { NewFile } from './store-file.ts';

/**
 * A stored file with its content, for who sent it and for everybody who may read a record that refers to it. For others
 * it is not there: the problem `file-not-found`.
 */
export async function readFile(session: Session, id: string): Promise<NewFile> {
  const places = Object.values(session.infobase.configuration.objects).flatMap(placesOf);
  const reachable = places
    .filter(({ object }) => session.rights.on(object.path, 'read') !== false)
    .map((place, index) => referred(session, place, `place${index}`));
  const query = sql<{ name: string; mediaType: string; content: Uint8Array }>`
    select f.name, f."mediaType", f.content from "_files" f
    where f.id = ${id}::uuid and (${sql.join([sql`f."createdBy" = ${session.user.id}::uuid`, ...reachable], sql` or `)})`;
  const [file] = (await query.execute(session.database.query)).rows;
  if (file === undefined) throw new ProblemError([{ code: 'file-not-found', parameters: { id } }]);
  return file;
}

/** A column that refers to files: of an object's own table, or of one of its sections. */
interface FilePlace {
  readonly object: MetadataObject;
  readonly subject: string;
  readonly attribute: Attribute;
  readonly section?: string;
}

function placesOf(object: MetadataObject): FilePlace[] {
  const { entity, register } = object;
  const own = entity?.attributes ?? [...(register?.resources ?? []), ...(register?.attributes ?? [])];
  const subject = entity?.subject ?? 'record';
  const inSections = (entity?.sections ?? []).flatMap(({ path, attributes }) =>
    attributes.map(attribute => ({ object, subject, attribute, section: path })),
  );
  const places: FilePlace[] = [...own.map(attribute => ({ object, subject, attribute })), ...inSections];
  return places.filter(({ attribute }) => attribute.type.storage === 'file');
}

/** Whether a record that the user may read refers to the file `f`. */
function referred(session: Session, { object, subject, attribute, section }: FilePlace, alias: string): Sql {
  const query = rowQuery(session, { path: object.path, subject, alias });
  const allowed = query.restrict('read');
  const lines = `${alias}:lines`;
  const joined =
    section === undefined
      ? sql``
      : sql`join ${sql.id(section)} as ${sql.id(lines)} on ${sql.id(lines, 'record')} = ${sql.id(alias, 'id')}`;
  return sql`exists (select from ${sql.id(object.path)} as ${sql.id(alias)} ${joined} ${query.joins()}
    where ${sql.id(section === undefined ? alias : lines, attribute.name)} = f.id and ${allowed})`;
}
