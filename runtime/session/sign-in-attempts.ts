import { ProblemError } from '#platform';
import type { Surroundings } from './session.ts';

interface Limit {
  readonly failuresMax: number;
  readonly windowSeconds: number;
}

const perAccountAndAddress: Limit = { failuresMax: 5, windowSeconds: 15 * 60 };
const perAddress: Limit = { failuresMax: 20, windowSeconds: 60 };

/** Who tries to sign in: the login as typed, and the address the request came from. */
export interface Attempt {
  readonly login: string;
  readonly address: string;
}

/**
 * Counts an attempt to sign in before its password is looked at, so that attempts made at once cannot outrun the count.
 * Throws `sign-in-throttled` when there were too many; the counts live in the database and survive a restart.
 */
export async function countAttempt(surroundings: Surroundings, attempt: Attempt): Promise<void> {
  const waits: number[] = [];
  for (const [subject, limit] of subjectsOf(attempt)) {
    waits.push(await countFailure(surroundings, subject, limit));
  }
  const seconds = Math.max(...waits);
  if (seconds > 0) throw new ProblemError([{ code: 'sign-in-throttled', parameters: { seconds } }]);
}

/** A success takes its attempt back and clears the account's failures from this address. */
export async function forgetFailures({ database }: Surroundings, attempt: Attempt): Promise<void> {
  const [[account], [address]] = subjectsOf(attempt);
  await database.sql`delete from "_sign_ins" where subject = ${account}`;
  await database.sql`update "_sign_ins" set failures = greatest(failures - 1, 0) where subject = ${address}`;
}

function subjectsOf({ login, address }: Attempt): readonly [readonly [string, Limit], readonly [string, Limit]] {
  const account = JSON.stringify([login.toLowerCase().slice(0, 200), address]);
  return [
    [`account ${account}`, perAccountAndAddress],
    [`address ${address}`, perAddress],
  ];
}

/** Seconds to wait before the next attempt, 0 when this one may go on. An attempt that has to wait is not counted. */
async function countFailure({ database, clock }: Surroundings, subject: string, limit: Limit): Promise<number> {
  const now = clock();
  const forgotten = new Date(now.getTime() - limit.windowSeconds * 1000);
  const release = new Date(now.getTime() + limit.windowSeconds * 1000);
  const [row] = await database.sql<{ blockedUntil: string | null }[]>`
    insert into "_sign_ins" as "seen" (subject, failures, "lastAt") values (${subject}, 1, ${now})
    on conflict (subject) do update set
      failures = case
        when "seen"."blockedUntil" > ${now} then "seen".failures
        when "seen"."blockedUntil" <= ${now} or "seen"."lastAt" < ${forgotten} then 1
        else "seen".failures + 1 end,
      "blockedUntil" = case
        when "seen"."blockedUntil" > ${now} then "seen"."blockedUntil"
        when "seen"."blockedUntil" <= ${now} or "seen"."lastAt" < ${forgotten} then null
        when "seen".failures >= ${limit.failuresMax} then ${release}::timestamptz end,
      "lastAt" = case when "seen"."blockedUntil" > ${now} then "seen"."lastAt" else ${now} end
    returning "blockedUntil"`;
  if (row === undefined || row.blockedUntil === null) return 0;
  return Math.max(Math.ceil((Date.parse(row.blockedUntil) - now.getTime()) / 1000), 1);
}
