import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { jobHandlers } from '../../runtime/command-line/job-handlers.ts';
import { loadApiReader } from '../../runtime/http/api-reader.ts';
import { createApplication } from '../../runtime/http/application.ts';
import { listen } from '../../runtime/http/listen.ts';
import { openJobChannel } from '../../runtime/jobs/job-channel.ts';
import { startWorker } from '../../runtime/jobs/start-worker.ts';
import { createRecord } from '../../runtime/records/create-record.ts';
import { openSession } from '../../runtime/session/open-session.ts';
import type { Session, Surroundings } from '../../runtime/session/session.ts';
import { beginSession } from '../../runtime/session/sign-in.ts';
import { systemSession } from '../../runtime/session/system-session.ts';
import { createUser } from '../../runtime/session/users.ts';
import { openTrade } from '../runtime/records/trade.ts';

/** What the server answered; `body` is what its JSON says, or its text. */
export interface Reply {
  readonly status: number;
  readonly body: ReturnType<typeof JSON.parse>;
  readonly headers: Headers;
}

/** One person at her browser. */
export interface Person {
  readonly id: string;
  readonly cookie: string;
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
}

/** A server with the fixture `trade`, and people who work with it over HTTP. */
export interface Office extends AsyncDisposable {
  readonly address: string;
  readonly session: Session;
  readonly warehouse: string;
  readonly hire: (
    role: 'trade.Director' | 'trade.Seller',
    allowed?: Readonly<Record<string, readonly string[]>>,
  ) => Promise<Person>;
  /** Signs in as somebody does at a browser. Throws when that is refused. */
  readonly signIn: (login: string, password: string) => Promise<Pick<Person, 'send'>>;
  /** A record made beforehand, by its id. */
  readonly put: (path: string, values: Record<string, string | boolean>) => Promise<string>;
}

/** Opens the office on a free port. The time of the server is noon on 10 March 2026. */
export async function openOffice(): Promise<Office> {
  await using opened = new AsyncDisposableStack();
  const trade = opened.use(await openTrade());
  const spoolFolder = await mkdtemp(join(tmpdir(), 'aubade-office-'));
  opened.defer(() => rm(spoolFolder, { recursive: true, force: true }));
  const infobase = { ...trade.surroundings.infobase, name: 'main', database: trade.database };
  const surroundings: Surroundings = { ...trade.surroundings, infobase, database: trade.database };
  const log = pino({ enabled: false });
  const jobs = await openJobChannel(trade.database.sql);
  opened.defer(() => jobs.close());
  const sessionOf = async (user: string | null) =>
    user === null ? systemSession(surroundings) : openSession(surroundings, await beginSession(surroundings, user));
  const places = async () => [{ database: trade.database, sessionOf }];
  const worker = startWorker({
    places,
    handlers: jobHandlers,
    periodic: {},
    channel: jobs,
    log,
    jobsMax: 1,
    pollMs: 500,
  });
  opened.defer(() => worker.stop());
  const stopping = new AbortController();
  const application = createApplication({
    infobases: {
      list: async () => [{ name: 'main', title: 'Trade' }],
      open: async name => (name === 'main' ? infobase : undefined),
    },
    jobs,
    log,
    clock: surroundings.clock,
    random: randomBytes,
    reader: await loadApiReader(),
    spoolFolder,
    stopping: stopping.signal,
  });
  const listening = await listen(application, { host: '127.0.0.1', port: 0 });
  opened.defer(() => listening.close());
  opened.defer(() => stopping.abort());
  const all = opened.move();
  const session = systemSession(surroundings);
  const [warehouse] = await trade.database.sql`select id from "trade.Warehouse" where predefined = 'main'`;
  return {
    address: listening.address,
    session,
    warehouse: String(warehouse?.['id']),
    hire: async (role, allowed = {}) => {
      const id = randomUUID();
      const write = {
        login: `user-${id}`,
        name: role,
        language: 'en' as const,
        roles: [role],
        disabled: false,
        allowed,
      };
      await createUser(session, { id, write });
      const cookie = `aubade-main=${await beginSession(surroundings, id)}`;
      return { id, cookie, send: sender(`${listening.address}/api/main`, cookie) };
    },
    signIn: (login, password) => signIn(`${listening.address}/api/main`, { login, password }),
    put: async (path, values) => (await createRecord(session, { path, write: { values } })).id,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

async function signIn(api: string, known: { login: string; password: string }): Promise<Pick<Person, 'send'>> {
  const { status, headers } = await sender(api, '')('POST', '/session', known);
  if (status !== 200) throw new Error(`${known.login} cannot sign in: ${status}.`);
  return { send: sender(api, headers.get('set-cookie')?.split(';')[0] ?? '') };
}

/** Sends requests as a program would that keeps the cookie. */
export function sender(address: string, cookie: string): Person['send'] {
  return async (method, path, body, headers = {}) => {
    const isText = typeof body === 'string';
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { cookie, ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json$/.test(response.headers.get('content-type')?.split(';')[0] ?? '');
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  };
}

/** Codes of the problems of an answer. */
export function codesOf(reply: Reply): readonly string[] {
  return reply.body.problems.map((problem: { code: string }) => problem.code);
}
