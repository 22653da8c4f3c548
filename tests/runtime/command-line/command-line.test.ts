import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { runCommandLine } from '../../../runtime/command-line/command-line.ts';
import { fileProblem } from '../../../runtime/command-line/file-problem.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { fixtureFolder } from '../../support/fixture-configuration.ts';

let database: TestDatabase;
let folder = '';
const said: string[] = [];
const complained: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'aubade-commands-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  said.length = 0;
  complained.length = 0;
  vi.spyOn(console, 'log').mockImplementation(text => void said.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation(text => void complained.push(String(text)));
  vi.spyOn(process.stdout, 'write').mockImplementation(text => said.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation(text => complained.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function run(...words: string[]): Promise<number> {
  return runCommandLine(words, {
    environment: { DATABASE_URL: database.url, AUBADE_DATA: folder, LANG: 'en_GB.UTF-8' },
    log: pino({ enabled: false }),
    clock: () => new Date('2026-03-10T12:00:00Z'),
    random: randomBytes,
  });
}

test('help is there in English and Russian', async () => {
  expect(await run('--help')).toBe(0);
  expect(said.join('')).toContain('Commands:');
  said.length = 0;
  expect(await run('check', '--language', 'ru', '--help')).toBe(0);
  expect(said.join('')).toContain('проверить метаданные пакетов');
});

test('a command that is none, or is misused, ends with 2', async () => {
  expect(await run('nonsense')).toBe(2);
  expect(await run('types')).toBe(2);
});

test('what is misused is said in the language of the shell', async () => {
  expect(await run('repost', '--from', 'tomorrow', '--language', 'ru')).toBe(2);
  expect(complained.join('')).toContain('Напишите дату в виде 2026-01-31.');
  complained.length = 0;
  expect(await run('nonsense', '--language', 'ru')).toBe(2);
  expect(complained.join('')).toContain('команды «nonsense» нет');
});

test('a file of records says its format by its ending', async () => {
  expect(await run('export', 'trade.Sale', join(folder, 'sales.txt'))).toBe(2);
  expect(complained.join('')).toContain('.csv or .jsonl');
});

test('a file of the system that cannot be used is a problem in two languages', () => {
  const missing = Object.assign(new Error('ENOENT'), { code: 'ENOENT', errno: -2, path: '/no/such.csv' });
  expect(fileProblem(missing)).toMatchObject({
    code: 'file-not-usable',
    parameters: { file: '/no/such.csv', reason: { ru: 'такого файла или папки нет' } },
  });
  expect(fileProblem(new Error('anything else'))).toBeUndefined();
});

test('a folder that is not there is a problem, not a crash', async () => {
  expect(await run('check', join(folder, 'nowhere'))).toBe(1);
  expect(complained.join('')).toContain('folder-not-found');
});

test('the shipped packages have no problems, and a program can read that', async () => {
  expect(await run('check', '--json')).toBe(0);
  expect(JSON.parse(said[0] ?? '')).toMatchObject({ problems: 0 });
});

test('the problems of a package are told with file, line and column, and end with 1', async () => {
  const broken = join(folder, 'broken');
  await mkdtemp(broken).then(async place => {
    await writeFile(
      join(place, 'package.yaml'),
      'name: broken\nversion: nonsense\nvendor: X\ntitle: { en: X, ru: X }\n',
    );
    expect(await run('check', place)).toBe(1);
  });
  expect(complained.join('\n')).toMatch(/package\.yaml:2:\d+ /);
});

test('a setting that is none is told before anything else', async () => {
  const code = await runCommandLine(['infobase', 'list'], {
    environment: { PORT: 'eighty', AUBADE_ORIGIN: 'erp' },
    log: pino({ enabled: false }),
    clock: () => new Date(),
    random: randomBytes,
  });
  expect(code).toBe(1);
  expect(complained.filter(line => line.includes('[setting-invalid]'))).toHaveLength(2);
});

test('an infobase is made, filled, read, verified, copied and dropped from the command line', async () => {
  expect(await run('infobase', 'create', 'shop', 'trade', fixtureFolder('trade'))).toBe(0);
  const file = join(folder, 'partners.csv');
  await writeFile(file, 'description,discount\nGarage,5\nBad,abc\n');
  expect(await run('import', 'trade.Partner', file)).toBe(1);
  expect(said.at(-1)).toContain('2 rows read, 0 records made');
  expect(await run('import', 'trade.Partner', file, '--skip-bad')).toBe(1);
  const exported = join(folder, 'partners.jsonl');
  expect(await run('export', 'trade.Partner', exported)).toBe(0);
  expect(JSON.parse(await readFile(exported, 'utf8'))).toMatchObject({ values: { description: 'Garage' } });
  expect(await run('verify')).toBe(0);
  expect(await run('plan', fixtureFolder('trade'))).toBe(0);
  expect(await run('repost')).toBe(0);
  expect(await run('infobase', 'copy', 'shop', 'shop-copy')).toBe(0);
  expect(await run('verify', '-i', 'shop-copy')).toBe(0);
  expect(await run('verify')).toBe(1);
  expect(complained.join('')).toContain('infobase-not-chosen');
  expect(await run('infobase', 'drop', 'shop-copy', '--confirm', 'shop-copy')).toBe(0);
  expect(await run('infobase', 'drop', 'shop', '--confirm', 'stop')).toBe(1);
  expect(await run('infobase', 'drop', 'shop', '--confirm', 'shop')).toBe(0);
  expect(await run('verify')).toBe(1);
  expect(complained.join('')).toContain('infobase-none');
  expect(await run('verify')).toBe(1);
});

test('people are let in and out from the command line', async () => {
  expect(await run('infobase', 'create', 'staff', 'trade', fixtureFolder('trade'))).toBe(0);
  expect(await run('user', 'add', 'boss', '--administrator', '--json')).toBe(0);
  expect(JSON.parse(said.at(-1) ?? '').password).toMatch(/^[\w-]{16}$/);
  expect(await run('user', 'add', 'anna', '--roles', 'trade.Seller')).toBe(0);
  expect(await run('user', 'disable', 'anna')).toBe(0);
  expect(said.at(-1)).toContain('disabled');
  expect(await run('user', 'roles', 'nobody', 'trade.Seller')).toBe(1);
  expect(complained.at(-1)).toContain('[user-not-found]');
  expect(await run('user', 'disable', 'boss')).toBe(1);
  expect(complained.at(-1)).toContain('[last-administrator]');
});
