import { start } from 'node:repl';
import { createRecord } from '../../records/create-record.ts';
import { listRecords } from '../../records/list-records.ts';
import { readRecord } from '../../records/read-record.ts';
import { updateRecord } from '../../records/update-record.ts';
import { readBalance } from '../../registers/read-balance.ts';
import type { Session } from '../../session/session.ts';
import type { Database } from '../../storage/database.ts';
import { inTransaction } from '../../storage/in-transaction.ts';
import type { AddCommand } from '../tools.ts';
import { infobaseOption, infobaseOptionText, speaker, withInfobase } from '../with-infobase.ts';

/** A console on an infobase, within one transaction that is rolled back unless `commit()` is called. */
export const addConsole: AddCommand = (program, tools) => {
  const say = speaker(tools);
  program
    .command('console')
    .description(
      say(
        'a console on an infobase; everything is rolled back unless you call commit()',
        'консоль инфобазы; всё отменяется, если не вызвать commit()',
      ),
    )
    .option(infobaseOption, say(infobaseOptionText.en, infobaseOptionText.ru))
    .action(({ infobase }: { infobase?: string }) =>
      withInfobase(tools, infobase, async session => {
        tools.output.note({
          en: 'session, sql`…`, list(path, {…}), read(path, id), create(path, {values}), update(path, id, {values}), balance(path, {…}), commit(), .exit',
          ru: 'session, sql`…`, list(path, {…}), read(path, id), create(path, {values}), update(path, id, {values}), balance(path, {…}), commit(), .exit',
        });
        // Thinking takes longer than a request may.
        for (let again = true; again; ) again = await talk(session);
      }),
    );
};

/** One transaction of the conversation. True after `commit()`: the next one begins. */
async function talk(session: Session): Promise<boolean> {
  const outcome = { isCommitted: false };
  const work = async (database: Database) => {
    await database.sql.unsafe('set local idle_in_transaction_session_timeout = 0');
    outcome.isCommitted = await repl({ ...session, database });
    if (!outcome.isCommitted) throw unwanted;
  };
  await inTransaction(session.database, work).catch(error => {
    if (error !== unwanted) throw error;
  });
  return outcome.isCommitted;
}

const unwanted = new Error('Rolled back.');

function repl(session: Session): Promise<boolean> {
  return new Promise(resolve => {
    const server = start({ prompt: `${session.infobase.name}> `, useGlobal: false });
    let isCommitted = false;
    const at = (path: string, rest: object = {}) => ({ path, ...rest });
    Object.assign(server.context, {
      session,
      sql: session.database.sql,
      list: (path: string, rest?: object) => listRecords(session, at(path, rest)),
      read: (path: string, id: string) => readRecord(session, { path, id }),
      create: (path: string, write: Parameters<typeof createRecord>[1]['write']) =>
        createRecord(session, { path, write }),
      update: (path: string, id: string, write: Parameters<typeof createRecord>[1]['write']) =>
        updateRecord(session, { path, id, write, anyVersion: true }),
      balance: (path: string, rest?: object) => readBalance(session, at(path, rest)),
      commit: () => {
        isCommitted = true;
        server.close();
      },
    });
    server.on('exit', () => resolve(isCommitted));
  });
}
