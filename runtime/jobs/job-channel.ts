import type { Sql } from 'postgres';
import type { Database } from '../storage/database.ts';

const channel = 'aubade_jobs';

/** Tells every server that something about the job changed; it arrives when the transaction commits. */
export async function notify(database: Database, id: string): Promise<void> {
  await database.sql.unsafe('select pg_notify($1, $2)', [channel, `${database.schema} ${id}`]);
}

/** Called with the infobase's schema and the job's id; both are null after the connection was lost and found again. */
export type JobListener = (schema: string | null, id: string | null) => void;

/** News of jobs, heard on one connection per server and passed on to all who wait. */
export interface JobChannel {
  readonly subscribe: (listener: JobListener) => () => void;
  readonly close: () => Promise<void>;
}

/** Starts to listen; `sql` must be a pool that lives as long as the channel. */
export async function openJobChannel(sql: Sql): Promise<JobChannel> {
  const listeners = new Set<JobListener>();
  const tell = (schema: string | null, id: string | null) => {
    for (const listener of [...listeners]) listener(schema, id);
  };
  const subscription = await sql.listen(
    channel,
    payload => {
      const [schema = null, id = null] = payload.split(' ');
      tell(schema, id);
    },
    // News may have been missed while there was no connection.
    () => tell(null, null),
  );
  return {
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => subscription.unlisten(),
  };
}
