/** A table that every infobase has, whatever its configuration. */
export interface SystemTable {
  readonly name: string;
  /** Body of `create table`; all constraints inside. */
  readonly columns: string;
  readonly indexes?: readonly string[];
  /** Rows live as long as a process or a sign-in; a copy of the infobase leaves them out. */
  readonly transient?: boolean;
}

/**
 * All system tables, in the order they refer to one another. Objects and attributes are named by permanent id
 * (`object`, `field`), never by path, so that a rename touches nothing here.
 */
export const systemTables: readonly SystemTable[] = [
  {
    // Every configuration ever installed; the last row is the one in force. `json`, not `jsonb`: the order of keys counts.
    name: '_configuration',
    columns: `id bigint generated always as identity primary key,
      hash text not null,
      configuration json not null,
      "installedAt" timestamptz not null default now(),
      "installedBy" uuid`,
  },
  {
    // People. `roles` holds ids of role objects; `password` an argon2id hash, null while none is set.
    name: '_users',
    columns: `id uuid primary key,
      version integer not null default 1,
      login text not null,
      name text not null,
      language text not null,
      password text,
      roles text[] not null default '{}',
      disabled boolean not null default false,
      "createdAt" timestamptz not null default now(),
      "changedAt" timestamptz not null default now()`,
    indexes: ['create unique index "_users:login" on "_users" (lower(login))'],
  },
  {
    // Who is signed in: `token` is the SHA-256 of the cookie's value, so that reading this table gives nobody access.
    name: '_sessions',
    columns: `token bytea primary key,
      "user" uuid not null references "_users" on delete cascade,
      "createdAt" timestamptz not null default now(),
      "seenAt" timestamptz not null default now(),
      "expiresAt" timestamptz not null`,
    indexes: [
      'create index "_sessions:user" on "_sessions" ("user")',
      'create index "_sessions:expiresAt" on "_sessions" ("expiresAt")',
    ],
    transient: true,
  },
  {
    // Failed sign-ins by login or address (`subject`), counted to slow guessing down.
    name: '_sign_ins',
    columns: `subject text primary key,
      failures integer not null,
      "lastAt" timestamptz not null,
      "blockedUntil" timestamptz`,
    transient: true,
  },
  {
    // Records a user is allowed: what row conditions call allowed(Warehouse).
    name: '_allowed',
    columns: `"user" uuid not null references "_users" on delete cascade,
      object text not null,
      record uuid not null,
      primary key ("user", object, record)`,
  },
  {
    // Functional options that somebody switched; without a row the option's default holds.
    name: '_options',
    columns: `object text primary key,
      is_on boolean not null`,
  },
  {
    // Values of constants in their JSON form; without a row the constant's default holds.
    name: '_constants',
    columns: `object text primary key,
      value jsonb not null,
      "changedAt" timestamptz not null default now(),
      "changedBy" uuid`,
  },
  {
    // Settings of the infobase by name, in JSON: 'closedPeriod' is the first date that is open.
    name: '_settings',
    columns: `name text primary key,
      value jsonb not null`,
  },
  {
    // Last number given per series. A gapless series is locked by its row until the document is committed.
    name: '_numbers',
    columns: `series text primary key,
      last bigint not null`,
  },
  {
    // Writes already answered, by idempotency key: the same key again gets the same answer.
    name: '_requests',
    columns: `"user" uuid not null,
      key text not null,
      "bodyHash" text not null,
      answer jsonb,
      "createdAt" timestamptz not null default now(),
      primary key ("user", key)`,
    indexes: ['create index "_requests:createdAt" on "_requests" ("createdAt")'],
    transient: true,
  },
  {
    // Who changed what and when: one row per written version of a record.
    name: '_changes',
    columns: `id bigint generated always as identity primary key,
      object text not null,
      record uuid not null,
      version integer not null,
      "changedAt" timestamptz not null,
      "changedBy" uuid,
      fields text[] not null default '{}'`,
    indexes: ['create index "_changes:record" on "_changes" (record, version)'],
  },
  {
    // Stored files; attributes of the type file refer here.
    name: '_files',
    columns: `id uuid primary key,
      name text not null,
      "mediaType" text not null,
      "sizeBytes" bigint not null,
      hash bytea not null,
      content bytea not null,
      "createdAt" timestamptz not null default now(),
      "createdBy" uuid`,
  },
  {
    // Long work. `run` names the server's attempt that has it now; `saved` is where an interrupted job goes on from.
    name: '_jobs',
    columns: `id uuid primary key,
      kind text not null,
      parameters jsonb not null default '{}',
      state text not null default 'waiting',
      run text,
      done bigint not null default 0,
      total bigint,
      stage text not null default '',
      saved jsonb,
      result jsonb,
      problems jsonb not null default '[]',
      "cancelAsked" boolean not null default false,
      "user" uuid,
      "createdAt" timestamptz not null default now(),
      "startedAt" timestamptz,
      "aliveAt" timestamptz,
      "endedAt" timestamptz`,
    indexes: [`create index "_jobs:open" on "_jobs" ("createdAt") where state in ('waiting', 'running')`],
    transient: true,
  },
  {
    // Checkpoints of a register hold for months up to and including `border`; `building` is the month being made.
    name: '_checkpoints',
    columns: `register text primary key,
      border date,
      building date`,
  },
];

/** Statements that make the system tables which are not there yet. */
export function systemTableStatements(): string[] {
  return systemTables.flatMap(({ name, columns, indexes = [] }) => [
    `create table if not exists "${name}" (\n${columns.replaceAll(/^\s*/gm, '  ')}\n)`,
    ...indexes.map(index => index.replace(/^create (unique )?index /, 'create $1index if not exists ')),
  ]);
}
