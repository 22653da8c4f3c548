import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Configuration, Language } from '#platform';
import type { Value } from '../http/contract.ts';
import { setConstant } from '../records/constants.ts';
import { createRecord } from '../records/create-record.ts';
import { newIdentity } from '../records/identity.ts';
import { advanceCheckpoints } from '../registers/advance-checkpoints.ts';
import { hashPassword } from '../session/password-hash.ts';
import type { Session } from '../session/session.ts';
import { createUser } from '../session/users.ts';
import { inTransaction } from '../storage/in-transaction.ts';

/** What a module of demonstration data exports; a package names the module in its manifest (`demo`). */
interface DemoModule {
  /** Records in the order they are written. A value '@package.Object.name' stands for a predefined record. */
  readonly demoData: (language: 'en' | 'ru') => Iterable<DemoRecord> | AsyncIterable<DemoRecord>;
  readonly demoUsers?: (language: 'en' | 'ru') => readonly DemoUser[];
}
interface DemoRecord {
  readonly path: string;
  readonly id: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly sections?: Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;
  readonly post?: boolean;
}
export interface DemoUser {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly allowed: Readonly<Record<string, readonly string[]>>;
}

const recordsTogether = 200;

/**
 * Fills an infobase with the demonstration data of a package, in one transaction, and makes its users. `passwordOf` gives
 * the password of each login; it is taken as it is, however weak.
 */
export async function loadDemo(
  session: Session,
  demo: { readonly folder: string; readonly module: string; readonly passwordOf: (login: string) => string },
): Promise<readonly DemoUser[]> {
  const language = session.language === 'ru' ? 'ru' : 'en';
  // Found by the manifest, so that no configuration is known here by name.
  const module: DemoModule = await import(pathToFileURL(join(demo.folder, demo.module)).href);
  const users = module.demoUsers?.(language) ?? [];
  await inTransaction(session.database, async database => {
    const inside = { ...session, database };
    await writeRecords(inside, module.demoData(language));
    for (const user of users) await addUser(inside, { user, language, password: demo.passwordOf(user.login) });
  });
  const today = session.clock().toISOString().slice(0, 10);
  await advanceCheckpoints(session.database, session.infobase.configuration, today);
  return users;
}

async function writeRecords(session: Session, records: ReturnType<DemoModule['demoData']>): Promise<void> {
  const { configuration } = session.infobase;
  const predefined = predefinedIds(configuration);
  let sent: Promise<unknown>[] = [];
  for await (const { path, id, values, sections = {}, post } of records) {
    const row = (one: Readonly<Record<string, Value>>) => resolved(one, predefined);
    const lines = Object.entries(sections).map(([name, rows]) => [name, rows.map(row)]);
    const write = { values: row(values), sections: Object.fromEntries(lines), ...(post === undefined ? {} : { post }) };
    const isConstant = configuration.objects[path]?.constant !== undefined;
    sent.push(
      isConstant
        ? setConstant(session, { path, value: write.values['value'] ?? null })
        : createRecord(session, { path, id, write }),
    );
    // One connection takes statements in the order they are sent, so they need not wait for one another.
    if (sent.length < recordsTogether) continue;
    await Promise.all(sent);
    sent = [];
  }
  await Promise.all(sent);
}

function resolved(
  row: Readonly<Record<string, Value>>,
  predefined: ReadonlyMap<string, string>,
): Record<string, Value> {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === 'string' ? (predefined.get(value) ?? value) : value,
  ]);
  return Object.fromEntries(entries);
}

function predefinedIds({ objects }: Configuration): ReadonlyMap<string, string> {
  const items = Object.values(objects).flatMap(({ path, entity }) =>
    (entity?.predefined ?? []).map(item => [`@${path}.${item.name}`, item.id] as const),
  );
  return new Map(items);
}

async function addUser(
  session: Session,
  { user, language, password }: { user: DemoUser; language: Language; password: string },
): Promise<void> {
  const id = newIdentity(session.clock, session.random);
  await createUser(session, { id, write: { ...user, language, disabled: false } });
  // Passwords of a demonstration are easy to guess on purpose, which the rules for real ones would refuse.
  await session.database.sql`update "_users" set password = ${await hashPassword(password)} where id = ${id}`;
}
