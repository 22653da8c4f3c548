import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Configuration, Language } from '#platform';
import { loadApiReader } from '../../runtime/http/api-reader.ts';
import { createApplication } from '../../runtime/http/application.ts';
import { listen } from '../../runtime/http/listen.ts';
import { loadStaticFiles } from '../../runtime/http/static-files.ts';
import { openJobChannel } from '../../runtime/jobs/job-channel.ts';
import { createRecord } from '../../runtime/records/create-record.ts';
import { newIdentity } from '../../runtime/records/identity.ts';
import { administratorRoles } from '../../runtime/session/first-administrator.ts';
import type { Session } from '../../runtime/session/session.ts';
import { systemSession } from '../../runtime/session/system-session.ts';
import { createUser } from '../../runtime/session/users.ts';
import type { DatabasePool } from '../../runtime/storage/database.ts';
import { ensureChromium } from './chromium.ts';

const studioFolder = fileURLToPath(new URL('../../build/studio', import.meta.url));

/** Somebody who can sign in to every workspace of the tests. */
export const administrator = { login: 'admin', password: 'dawn-over-the-plant' } as const;

/** A whole server on a port of its own: API, built workspace, one infobase. */
export interface Workspace extends AsyncDisposable {
  /** 'http://127.0.0.1:40123/main' */
  readonly address: string;
  /** The server's own session: tests put records in place with it. */
  readonly session: Session;
}

/** Serves an infobase that is there; `database` stays the caller's. The workspace must have been built. */
export async function serveWorkspace(database: DatabasePool, configuration: Configuration): Promise<Workspace> {
  const clock = () => new Date();
  const infobase = { name: 'main', title: 'Northern Concrete', configuration, database };
  const stopping = new AbortController();
  const jobs = await openJobChannel(database.sql);
  const application = createApplication({
    infobases: {
      list: async () => [{ name: infobase.name, title: infobase.title }],
      open: async name => (name === infobase.name ? infobase : undefined),
    },
    jobs,
    log: pino({ level: 'error' }),
    clock,
    random: randomBytes,
    studio: await loadStaticFiles(studioFolder, '/'),
    reader: await loadApiReader(),
    spoolFolder: '/tmp',
    stopping: stopping.signal,
  });
  const listening = await listen(application, { host: '127.0.0.1', port: 0 });
  const session = systemSession({ infobase, database, clock, random: randomBytes });
  await addAdministrator(session);
  return {
    address: `${listening.address}/${infobase.name}`,
    session,
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await listening.close();
      await jobs.close();
    },
  };
}

async function addAdministrator(session: Session): Promise<void> {
  const roles = administratorRoles(session.infobase.configuration);
  const write = {
    ...administrator,
    name: 'Vera Sokolova',
    language: 'en',
    roles,
    disabled: false,
    allowed: {},
  } as const;
  await createUser(session, { id: newIdentity(session.clock, session.random), write });
}

/** Writes a record as the server itself and answers its id. */
export async function given(
  session: Session,
  path: string,
  write: Omit<Parameters<typeof createRecord>[1]['write'], 'version'>,
): Promise<string> {
  return (await createRecord(session, { path, write })).id;
}

/** A browser without a screen. Throws where there is none and none can be installed. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = ensureChromium();
  if (executablePath === undefined) throw new Error('No Chromium: install one, or name it in CHROMIUM_PATH.');
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
  });
}

/** Signs in on the page of that infobase, with its texts in the language given. */
export async function signIn(
  page: Page,
  address: string,
  language: Language = 'en',
  { login, password }: { readonly login: string; readonly password: string } = administrator,
): Promise<void> {
  await page.addInitScript(
    wanted => localStorage.getItem('aubade:language') ?? localStorage.setItem('aubade:language', wanted),
    language,
  );
  await page.goto(address);
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('nav.sidebar').waitFor({ state: 'attached' });
}
