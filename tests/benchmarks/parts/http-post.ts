import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { createApplication } from '../../../runtime/http/application.ts';
import { listen } from '../../../runtime/http/listen.ts';
import { cookieName } from '../../../runtime/http/session-cookie.ts';
import { beginSession } from '../../../runtime/session/sign-in.ts';
import { createUser } from '../../../runtime/session/users.ts';
import { openShop, type Shop } from '../bench-server.ts';
import type { BenchmarkPart } from '../benchmark-part.ts';
import { openReference, writeSaleByHand } from '../hand-written-sale.ts';
import { compare, perSecond } from '../measurement.ts';
import { saleMaker, stockUp } from '../shop-data.ts';

const clients = 4;
const warmUpMs = 2_000;
const roundMs = 2_500;
const rounds = 7;

/**
 * Writing and posting a sale of ten lines by HTTP, with the cookie of a user who has rights, the answer being the whole
 * record; clients and server share one process. Beside it the hand-written function, called without HTTP.
 */
export const httpPostPart: BenchmarkPart = {
  names: ['http-post'],
  async run({ server, report }) {
    await using shop = await openShop(server, 'bench-http');
    const goods = await stockUp(shop);
    await using served = await serve(shop);
    await using database = openReference(server, clients);
    const nextOurs = saleMaker(goods, 1);
    const nextTheirs = saleMaker(goods, 1);
    const ours = () => {
      const { lines, ...values } = nextOurs();
      return served.send('/records/shop.Sale', { values, sections: { lines }, post: true });
    };
    const theirs = () => writeSaleByHand(database, nextTheirs());
    for (const side of [ours, theirs]) await perSecond(clients, warmUpMs, side);
    await shop.infobase.database.sql.unsafe('vacuum analyze');
    report(
      await compare({
        name: 'http-post',
        unit: 'documents/s',
        rounds,
        ours: () => perSecond(clients, roundMs, ours),
        reference: () => perSecond(clients, roundMs, theirs),
      }),
    );
  },
};

/** The shop behind HTTP on a free port, and somebody signed in. */
interface Served extends AsyncDisposable {
  /** Throws when the answer is no success. */
  readonly send: (path: string, body: unknown) => Promise<void>;
}

async function serve({ infobase, session }: Shop): Promise<Served> {
  const { name, title } = infobase;
  const { clock, random, database } = session;
  const stopping = new AbortController();
  const application = createApplication({
    infobases: { list: async () => [{ name, title }], open: async () => infobase },
    jobs: { subscribe: () => () => {}, close: async () => {} },
    log: pino({ enabled: false }),
    clock,
    random,
    reader: new Map(),
    spoolFolder: tmpdir(),
    stopping: stopping.signal,
  });
  const cookie = `${cookieName(name, false)}=${await beginSession({ infobase: session.infobase, database, clock, random }, await hire(session))}`;
  const listening = await listen(application, { host: '127.0.0.1', port: 0 });
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  return {
    send: (path, body) =>
      post(`${listening.address}/api/${name}${path}`, { agent, cookie, text: JSON.stringify(body) }),
    async [Symbol.asyncDispose]() {
      agent.destroy();
      stopping.abort();
      await listening.close();
    },
  };
}

async function hire(session: Shop['session']): Promise<string> {
  const password = randomBytes(12).toString('base64url');
  const write = { login: 'seller', name: 'Seller', language: 'en', roles: ['shop.Seller'], disabled: false } as const;
  return createUser(session, { id: randomUUID(), write: { ...write, allowed: {}, password } });
}

interface Posted {
  readonly agent: Agent;
  readonly cookie: string;
  readonly text: string;
}

function post(address: string, { agent, cookie, text }: Posted): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), cookie };
  const sent = request(address, { method: 'POST', agent, headers }, async response => {
    try {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      if (response.statusCode !== 201) throw new Error(`${response.statusCode} ${Buffer.concat(parts)}`);
      resolve();
    } catch (error) {
      reject(error);
    }
  });
  sent.on('error', reject);
  sent.end(text);
  return promise;
}
