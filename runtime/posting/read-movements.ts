import { sql } from 'kysely';
import type { RegisterMovements } from '../http/contract.ts';
import { readRecord } from '../records/read-record.ts';
import type { Session } from '../session/session.ts';
import { readMovementRows } from './movement-rows.ts';
import { postedDocument } from './posted-document.ts';

export interface DocumentPlace {
  readonly path: string;
  readonly id: string;
}

/**
 * What a document wrote, register by register; registers it wrote nothing into are left out, and so are those that the
 * user may not read at all. Whoever may not read the document gets the problem of a record that is not there.
 */
export async function readMovements(session: Session, { path, id }: DocumentPlace): Promise<RegisterMovements[]> {
  const { configuration } = session.infobase;
  await readRecord(session, { path, id });
  const document = configuration.objects[path];
  const posted = document === undefined ? undefined : postedDocument(configuration, document);
  const registers = (posted?.registers ?? []).map(({ layout }) => layout.object);
  const readable = registers.filter(register => session.rights.on(register.path, 'read') !== false);
  const found: RegisterMovements[] = [];
  for (const register of readable) {
    const from = sql`(select * from ${sql.id(register.path)} where recorder = ${id}::uuid)`;
    found.push(await readMovementRows(session, register, from));
  }
  return found.filter(({ rows }) => rows.length > 0);
}
