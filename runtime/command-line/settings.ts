import { resolve } from 'node:path';
import { type Language, languages, ProblemError, type Text } from '#platform';

/** What the environment says about this installation. */
export interface Settings {
  readonly dataFolder: string;
  /** A PostgreSQL of one's own; the embedded one without it. */
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** The address browsers use when the server stands behind a proxy: 'https://erp.example.org'. */
  readonly origin: string | undefined;
  /** What the first start makes: an infobase, and the package it is of. */
  readonly first: { readonly infobase: string; readonly package: string };
}

/** Variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads PORT, HOST, AUBADE_DATA, DATABASE_URL, AUBADE_ORIGIN; throws every value that is none. */
export function readSettings(environment: Environment): Settings {
  const port = environment['PORT'] ?? '8080';
  const origin = environment['AUBADE_ORIGIN'];
  const databaseUrl = environment['DATABASE_URL'];
  const problems = [
    ...(/^\d{1,5}$/.test(port) && Number(port) <= 65_535 ? [] : [invalid('PORT', port, expectedPort)]),
    ...(origin === undefined || isOrigin(origin)
      ? []
      : [invalid('AUBADE_ORIGIN', origin, { en: 'https://host[:port]' })]),
    // The address itself is not repeated: it may hold a password.
    ...(databaseUrl === undefined || isDatabaseUrl(databaseUrl) ? [] : [invalid('DATABASE_URL', '…', expectedUrl)]),
  ];
  if (problems.length > 0) throw new ProblemError(problems);
  return {
    dataFolder: resolve(environment['AUBADE_DATA'] ?? 'data'),
    databaseUrl,
    host: environment['HOST'] ?? '127.0.0.1',
    port: Number(port),
    origin,
    first: { infobase: 'plant', package: 'concretePlant' },
  };
}

/** The language of messages: what the shell is set to, English when it is none of ours. */
export function shellLanguage(environment: Environment): Language {
  const shell = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '';
  return languages.find(language => language === shell.slice(0, 2).toLowerCase()) ?? 'en';
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function isDatabaseUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

const expectedPort: Text = { en: 'a number from 0 to 65535', ru: 'число от 0 до 65535' };
const expectedUrl: Text = { en: 'postgresql://user:password@host:5432/database' };

function invalid(name: string, found: string, expected: Text) {
  return { code: 'setting-invalid', parameters: { name, found, expected } } as const;
}
