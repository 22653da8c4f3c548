import { ProblemError } from '#platform';
import { inTransaction } from '../storage/in-transaction.ts';
import { quoteIdentifier } from '../storage/quoting.ts';
import { infobaseNamed } from './infobase-register.ts';
import type { Server } from './server.ts';

/**
 * Deletes an infobase with everything in it. `confirm` must repeat its name; otherwise `infobase-name-unconfirmed`, and
 * `infobase-missing` when there is none.
 */
export async function dropInfobase(server: Server, request: { name: string; confirm: string }): Promise<void> {
  const { name, confirm } = request;
  await infobaseNamed(server, name);
  if (confirm !== name) {
    throw new ProblemError([{ code: 'infobase-name-unconfirmed', parameters: { name, given: confirm } }]);
  }
  await inTransaction(server.control, async ({ sql }) => {
    await sql.unsafe(`drop schema ${quoteIdentifier(name)} cascade`);
    await sql`delete from aubade.infobases where name = ${name}`;
  });
}
