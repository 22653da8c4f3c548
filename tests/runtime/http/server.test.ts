import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Hono } from 'hono';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createApplication } from '../../../runtime/http/application.ts';
import { listen } from '../../../runtime/http/listen.ts';
import { readText } from '../../../runtime/http/read-body.ts';
import type { Server } from '../../../runtime/http/server.ts';
import { loadStaticFiles } from '../../../runtime/http/static-files.ts';

const here = { host: '127.0.0.1', port: 0 };

/** A server whose database is out of order, with the lines of its log. */
function brokenServer(): { server: Server; logged: string[] } {
  const logged: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const server: Server = {
    infobases: { list: async () => [], open: () => Promise.reject(new TypeError('secret detail')) },
    jobs: { subscribe: () => () => {}, close: async () => {} },
    log: pino(destination),
    clock: () => new Date(),
    random: randomBytes,
    reader: new Map(),
    spoolFolder: tmpdir(),
    stopping: new AbortController().signal,
  };
  return { server, logged };
}

test('a failure nobody foresaw is a number for the client and a stack in the log only', async () => {
  const { server, logged } = brokenServer();
  const response = await createApplication(server).request('/api/main/session');
  const text = await response.text();
  const body = JSON.parse(text);
  expect(body).toMatchObject({ status: 500, problems: [{ code: 'unexpected-failure' }] });
  expect(text).not.toContain('secret');
  expect(logged.join('')).toContain(body.problems[0].parameters.errorId);
});

test('a port that is taken is told in words', async () => {
  const first = await listen(new Hono(), here);
  const port = Number(new URL(first.address).port);
  await expect(listen(new Hono(), { ...here, port })).rejects.toThrow('port-in-use');
  await first.close();
});

test('closing waits for the request that is under way', async () => {
  let finish = () => {};
  const started = new Promise<void>(resolve => {
    finish = resolve;
  });
  const application = new Hono().get('/', async context => {
    await started;
    return context.text('done');
  });
  const listening = await listen(application, here);
  const answer = fetch(listening.address).then(response => response.text());
  await new Promise(resolve => setTimeout(resolve, 100));
  const closed = listening.close();
  finish();
  expect(await answer).toBe('done');
  await closed;
});

test('a body that ends before its time is a problem', async () => {
  const seen: string[] = [];
  const application = new Hono().post('/', async context => {
    await readText(context.req.raw, 1000).catch(error => seen.push(error.message));
    return context.text('');
  });
  const listening = await listen(application, here);
  const { port, hostname } = new URL(listening.address);
  const socket = connect(Number(port), hostname);
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
  setTimeout(() => socket.destroy(), 100);
  await expect.poll(() => seen.join()).toContain('body-stopped');
  await listening.close();
});

test('files of the workspace are kept for ever when their name changes with them, and asked about otherwise', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aubade-static-'));
  await mkdir(join(folder, '_app/immutable'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html><script>start()</script>');
  await writeFile(join(folder, '_app/immutable/a.1234.js'), `start(${'1'.repeat(5_000)})`);
  const { server } = brokenServer();
  const application = createApplication({ ...server, studio: await loadStaticFiles(folder, '/') });
  const script = await application.request('/_app/immutable/a.1234.js', { headers: { 'accept-encoding': 'gzip' } });
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect(script.headers.get('content-encoding')).toBe('gzip');
  const page = await application.request('/plant/record/technical.Sale/new');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.headers.get('content-security-policy')).toContain("'sha256-");
  const tag = page.headers.get('etag') ?? '';
  const again = await application.request('/', { headers: { 'if-none-match': `W/${tag}` } });
  expect(again.status).toBe(304);
  expect((await application.request('/_app/immutable/gone.js')).status).toBe(404);
  expect((await application.request('/..%2f..%2fetc/passwd')).headers.get('content-type')).toContain('text/html');
  await rm(folder, { recursive: true });
});
