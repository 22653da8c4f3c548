import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { newIdentity } from '../records/identity.ts';
import type { Session } from '../session/session.ts';

/** A file as somebody sent it. */
export interface NewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** A stored file without its content. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/**
 * Keeps a file, so that attributes of the types file and picture can refer to it by its id. Until a record does, only
 * who sent it may read it.
 */
export async function storeFile(session: Session, { name, mediaType, content }: NewFile): Promise<StoredFile> {
  const id = newIdentity(session.clock, session.random);
  const hash = createHash('sha256').update(content).digest();
  await sql`insert into "_files" (id, name, "mediaType", "sizeBytes", hash, content, "createdBy")
    values (${id}, ${name}, ${mediaType}, ${content.byteLength}, ${hash}, ${content}, ${session.user.id})`.execute(
    session.database.query,
  );
  return { id, name, mediaType, sizeBytes: content.byteLength };
}
