/**
 * The HTTP contract between the server and the workspace: shapes only. Everything is JSON; decimals are strings;
 * every address is below `/api/{infobase}`. Problems are RFC 9457 (`application/problem+json`).
 */
import type { Attribute, Language, MetadataObject, Operation, Problem, SystemRight } from '#platform';

/** JSON form of a value; see `platform/types/data-type.ts`. */
export type Value = string | boolean | null | CompositeValue;
export interface CompositeValue {
  readonly type: string;
  readonly id: string;
}

/** RFC 9457, with every problem found, already worded in the user's language. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance?: string;
  readonly problems: readonly WordedProblem[];
}
export interface WordedProblem extends Problem {
  readonly message: string;
  readonly remedy: string;
}

// ---- session ----------------------------------------------------------------------------------------------------
/** POST /session */
export interface SignIn {
  readonly login: string;
  readonly password: string;
}
/** POST /first-administrator: for the one-time token printed by the server while an infobase has no users. Signs in. */
export interface FirstAdministrator {
  readonly token: string;
  readonly login: string;
  readonly name: string;
  readonly language: Language;
  readonly password: string;
}
/** GET /session, and the answer to POST /session (which also sets the cookie). 401 when nobody is signed in. */
export interface SessionView {
  readonly user: { readonly id: string; readonly login: string; readonly name: string; readonly language: Language };
  readonly infobase: { readonly name: string; readonly title: string };
  readonly system: readonly SystemRight[];
}
/** PATCH /session */
export interface SessionChange {
  readonly language: Language;
}
/** PUT /session/password: the user's other sessions end. */
export interface PasswordWrite {
  readonly current: string;
  readonly password: string;
}
/** GET /infobases at `/api/infobases`, public: names for the sign-in page. */
export interface InfobaseView {
  readonly name: string;
  readonly title: string;
}

// ---- metadata ---------------------------------------------------------------------------------------------------
/** GET /metadata: what the user may see, options applied. ETag is the hash. */
export interface MetadataView {
  readonly hash: string;
  readonly objects: Readonly<Record<string, MetadataObject>>;
  /** Operations this user may try, per object path. */
  readonly operations: Readonly<Record<string, readonly Operation[]>>;
  /** Functional options that are on. */
  readonly options: readonly string[];
  /** Singular and list titles of kinds, for grouping. */
  readonly kinds: Readonly<
    Record<
      string,
      { readonly title: Readonly<Record<string, string>>; readonly listTitle: Readonly<Record<string, string>> }
    >
  >;
}

// ---- records ----------------------------------------------------------------------------------------------------
/**
 * GET /records/{path}?filter=<expression>&search=&order=number,-date&after=&limit=&parent=&owner=&fields=a,b.c&count=true&marked=true
 * `filter` is an expression over the object's subject, `fields` may walk references.
 */
export interface ListPage {
  readonly rows: readonly ListRow[];
  /** Cursor of the next page, absent at the end. */
  readonly next?: string;
  readonly count?: number;
}
export interface ListRow {
  readonly id: string;
  readonly version: number;
  readonly presentation: string;
  readonly values: Readonly<Record<string, Value>>;
  /** Shown text of references in `values`, by field. */
  readonly shown: Readonly<Record<string, string>>;
}

/** GET /records/{path}/{id}; also the answer to every write of a record. */
export interface RecordView {
  readonly id: string;
  readonly version: number;
  readonly presentation: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly sections: Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;
  /** Shown text of every record referred to, by its id. */
  readonly shown: Readonly<Record<string, string>>;
  readonly changedAt: string;
  readonly changedBy?: string;
}
/** POST /records/{path} (new), PUT /records/{path}/{id} (with the version read). Header `Idempotency-Key` on both. */
export interface RecordWrite {
  readonly version?: number;
  readonly values: Readonly<Record<string, Value>>;
  readonly sections?: Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;
  /** Documents: post (true) or unpost (false) in the same step; absent leaves it as it is. */
  readonly post?: boolean;
}
/**
 * POST /records/{path}/draft: values of a record that is not written: defaults filled, formulas computed.
 * `copyOf` copies a record, `basis` fills from another document.
 */
export interface DraftRequest extends Partial<RecordWrite> {
  readonly copyOf?: string;
  readonly basis?: CompositeValue;
}
export interface Draft {
  readonly values: Readonly<Record<string, Value>>;
  readonly sections: Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;
  readonly shown: Readonly<Record<string, string>>;
}
/** GET /choices/{path}?search=&limit=&owner=&filter=: input by string. */
export interface Choice {
  readonly id: string;
  readonly presentation: string;
  /** A second line that tells namesakes apart: code, number, parent. */
  readonly detail: string;
}
/** POST /records/{path}/{id}/mark and /unmark, body {version}. Answers RecordView. */
export interface MarkRequest {
  readonly version: number;
}
/** GET /records/{path}/{id}/references: where the record is used. */
export interface ReferenceView {
  readonly path: string;
  /** Empty for a constant, which is a value itself. */
  readonly attribute: string;
  /** The record that refers; absent for a constant. */
  readonly id?: string;
  readonly presentation: string;
}
/** POST /records/{path}/delete-marked {ids}: deletes those that are marked and that nothing uses but what goes with them. */
export interface DeletionResult {
  readonly deleted: readonly string[];
  readonly kept: readonly KeptRecord[];
}
export interface KeptRecord {
  readonly id: string;
  readonly presentation: string;
  /** Why it stays. */
  readonly problems: readonly WordedProblem[];
  /** Where it is used, as far as the user may see that. */
  readonly references: readonly ReferenceView[];
}

// ---- posting ----------------------------------------------------------------------------------------------------
/** POST /records/{path}/{id}/post, /unpost (body {version}) answer RecordView. */
/** POST /records/{path}/preview, body RecordWrite & {id?}: nothing is written. */
export interface Preview {
  readonly movements: readonly RegisterMovements[];
  /** Everything that would refuse the posting. */
  readonly problems: readonly WordedProblem[];
}
/** GET /records/{path}/{id}/movements */
export interface RegisterMovements {
  readonly register: string;
  readonly columns: readonly string[];
  readonly rows: readonly MovementRow[];
}
export interface MovementRow {
  readonly period: string;
  readonly line: number;
  readonly movement: 'receipt' | 'expense' | 'turnover' | 'record';
  readonly recorder?: CompositeValue;
  readonly values: Readonly<Record<string, Value>>;
  readonly shown: Readonly<Record<string, string>>;
}

// ---- registers --------------------------------------------------------------------------------------------------
/**
 * GET /registers/{path}/balance?at=2026-03-31T23:59:59&dimensions=warehouse,item&filter=<expression>
 * GET /registers/{path}/turnovers?from=&to=&by=none|day|month|quarter|year|recorder&dimensions=&filter=
 * GET /registers/{path}/balance-and-turnovers?from=&to=&dimensions=&filter=
 * GET /registers/{path}/slice?at=&of=last|first&filter=
 * GET /registers/{path}/movements?from=&to=&filter=&after=&limit=
 * `to` is exclusive; `at` includes everything before that moment (exclusive).
 */
export interface RegisterTable {
  /** Columns in order: period, dimensions, then measures ('quantity', 'quantity.receipt', 'quantity.expense', 'quantity.opening', 'quantity.closing'). */
  readonly columns: readonly RegisterColumn[];
  readonly rows: readonly (readonly Value[])[];
  readonly shown: Readonly<Record<string, string>>;
  /** Totals of the measures, aligned with `columns`; null where a column is not a measure. */
  readonly totals: readonly Value[];
  readonly next?: string;
}
export interface RegisterColumn {
  readonly name: string;
  readonly attribute?: Attribute;
  readonly role: 'period' | 'recorder' | 'dimension' | 'measure' | 'attribute';
}
/** Independent information registers: GET/POST/PUT/DELETE /registers/{path}/records[/{id}] with RecordView, RecordWrite. */

// ---- constants, options, settings, users ------------------------------------------------------------------------
/** GET /constants; PUT /constants/{path} {value} */
export type ConstantsView = Readonly<Record<string, { readonly value: Value; readonly shown?: string }>>;
/** GET /options; PUT /options/{path} {on} */
export type OptionsView = Readonly<Record<string, boolean>>;
/** GET /settings; PUT /settings/closed-period {closedPeriod}: everything before this date is closed. */
export interface SettingsView {
  readonly closedPeriod: string | null;
}
/** GET /users; POST /users; PUT /users/{id}; DELETE /users/{id}/sessions signs the user out everywhere. */
export interface UserView {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly string[];
  readonly disabled: boolean;
  /** Records row conditions call `allowed(...)`: object path → ids. */
  readonly allowed: Readonly<Record<string, readonly string[]>>;
}
export interface UserWrite extends Omit<UserView, 'id'> {
  readonly password?: string;
}

// ---- long work --------------------------------------------------------------------------------------------------
/** POST /jobs {kind: 'repost', parameters} answers 202 JobView; GET /jobs; GET /jobs/{id}; DELETE /jobs/{id} cancels. */
/** GET /jobs/{id}/events: server-sent events named 'progress' and 'end', data JobView. */
export interface JobView {
  readonly id: string;
  readonly kind: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly total: number | null;
  readonly stage: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly result: unknown;
  readonly problems: readonly WordedProblem[];
}
export interface JobRequest {
  readonly kind: 'repost';
  readonly parameters: {
    readonly path: string;
    readonly from?: string;
    readonly to?: string;
    readonly ids?: readonly string[];
  };
}

// ---- files ------------------------------------------------------------------------------------------------------
/** POST /files?name=photo.jpg, body the file itself; GET /files/{id} gives it back. Attributes of storage `file` hold the id. */
export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

// ---- import and export ------------------------------------------------------------------------------------------
/** GET /export/{path}?format=csv|jsonl&filter=  ·  POST /import/{path}?format=csv|jsonl&section=&bad=refuse|skip&dryRun=true */
export interface ImportResult {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly bad: readonly { readonly row: number; readonly column: string; readonly problem: WordedProblem }[];
}
