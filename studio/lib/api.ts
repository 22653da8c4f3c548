import type { Language } from '#platform';
import type {
  Choice,
  ConstantsView,
  Draft,
  DraftRequest,
  FileView,
  FirstAdministrator,
  ImportResult,
  InfobaseView,
  JobRequest,
  JobView,
  ListPage,
  MetadataView,
  OptionsView,
  Preview,
  ProblemDocument,
  RecordView,
  RecordWrite,
  ReferenceView,
  RegisterMovements,
  RegisterTable,
  SessionView,
  SettingsView,
  SignIn,
  UserView,
  UserWrite,
  Value,
  WordedProblem,
} from '../../runtime/http/contract.ts';

/** What the server answered instead of doing it: problems with wording, or a failure to reach it at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly problems: readonly WordedProblem[];

  constructor(status: number, message: string, problems: readonly WordedProblem[]) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.problems = problems;
  }
}

/** Status of an ApiError when no answer came: the connection failed. */
export const unreachable = 0;

export interface Surroundings {
  readonly language: () => Language;
  /** What is said when no answer came. */
  readonly unreachable: () => string;
  /** Asks the user to sign in again; resolves to true when she did, and the request is sent once more. */
  readonly signInAgain: () => Promise<boolean>;
  /** Told after every request whether the server could be reached. */
  readonly reached: (reached: boolean) => void;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly address: string;
  readonly query?: Query;
  readonly body?: unknown;
  readonly raw?: { readonly body: Blob; readonly type: string };
  /** A repeated request with the same key is done once. */
  readonly key?: string;
  readonly signal?: AbortSignal | undefined;
  /** The answer is 401 for a wrong password, which is no reason to ask for another sign-in. */
  readonly public?: boolean;
}

/** The infobases this server has; needs no sign-in. */
export async function readInfobases(): Promise<readonly InfobaseView[]> {
  const response = await fetch('/api/infobases', { headers: { accept: 'application/json' } });
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

/** The API of one infobase. One method for each operation of the contract; every method throws ApiError. */
export class Api {
  readonly base: string;
  readonly #surroundings: Surroundings;

  constructor(infobase: string, surroundings: Surroundings) {
    this.base = `/api/${encodeURIComponent(infobase)}`;
    this.#surroundings = surroundings;
  }

  session = () => this.#send<SessionView>({ method: 'GET', address: '/session', public: true });
  signIn = (body: SignIn) => this.#send<SessionView>({ method: 'POST', address: '/session', body, public: true });
  acceptFirstAdministrator = (body: FirstAdministrator) =>
    this.#send<SessionView>({ method: 'POST', address: '/first-administrator', body, public: true });
  signOut = () => this.#send<void>({ method: 'DELETE', address: '/session', public: true });
  changeLanguage = (language: Language) =>
    this.#send<SessionView>({ method: 'PATCH', address: '/session', body: { language } });
  metadata = () => this.#send<MetadataView>({ method: 'GET', address: '/metadata' });

  list = (path: string, query: Query, signal?: AbortSignal) =>
    this.#send<ListPage>({ method: 'GET', address: `/records/${path}`, query, signal });
  choices = (path: string, query: Query, signal?: AbortSignal) =>
    this.#send<readonly Choice[]>({ method: 'GET', address: `/choices/${path}`, query, signal });
  record = (path: string, id: string) => this.#send<RecordView>({ method: 'GET', address: `/records/${path}/${id}` });
  create = (path: string, body: RecordWrite, key: string) =>
    this.#send<RecordView>({ method: 'POST', address: `/records/${path}`, body, key });
  update = (path: string, id: string, body: RecordWrite, key: string) =>
    this.#send<RecordView>({ method: 'PUT', address: `/records/${path}/${id}`, body, key });
  draft = (path: string, body: DraftRequest, signal?: AbortSignal) =>
    this.#send<Draft>({ method: 'POST', address: `/records/${path}/draft`, body, signal });
  preview = (path: string, body: RecordWrite & { readonly id?: string }) =>
    this.#send<Preview>({ method: 'POST', address: `/records/${path}/preview`, body });
  act = (path: string, id: string, action: 'post' | 'unpost' | 'mark' | 'unmark', version: number) =>
    this.#send<RecordView>({
      method: 'POST',
      address: `/records/${path}/${id}/${action}`,
      body: { version },
      key: newKey(),
    });
  movements = (path: string, id: string) =>
    this.#send<readonly RegisterMovements[]>({ method: 'GET', address: `/records/${path}/${id}/movements` });
  references = (path: string, id: string) =>
    this.#send<readonly ReferenceView[]>({ method: 'GET', address: `/records/${path}/${id}/references` });

  register = (path: string, view: string, query: Query, signal?: AbortSignal) =>
    this.#send<RegisterTable>({ method: 'GET', address: `/registers/${path}/${view}`, query, signal });
  registerRecords = (path: string, query: Query, signal?: AbortSignal) =>
    this.#send<ListPage>({ method: 'GET', address: `/registers/${path}/records`, query, signal });
  writeRegisterRecord = (path: string, id: string | undefined, body: RecordWrite) =>
    this.#send<RecordView>(
      id === undefined
        ? { method: 'POST', address: `/registers/${path}/records`, body, key: newKey() }
        : { method: 'PUT', address: `/registers/${path}/records/${id}`, body, key: newKey() },
    );
  removeRegisterRecord = (path: string, id: string) =>
    this.#send<void>({ method: 'DELETE', address: `/registers/${path}/records/${id}`, key: newKey() });

  constants = () => this.#send<ConstantsView>({ method: 'GET', address: '/constants' });
  setConstant = (path: string, value: Value) =>
    this.#send<unknown>({ method: 'PUT', address: `/constants/${path}`, body: { value }, key: newKey() });
  options = () => this.#send<OptionsView>({ method: 'GET', address: '/options' });
  setOption = (path: string, on: boolean) =>
    this.#send<unknown>({ method: 'PUT', address: `/options/${path}`, body: { on }, key: newKey() });
  settings = () => this.#send<SettingsView>({ method: 'GET', address: '/settings' });
  setClosedPeriod = (closedPeriod: string | null) =>
    this.#send<unknown>({ method: 'PUT', address: '/settings/closed-period', body: { closedPeriod }, key: newKey() });
  users = () => this.#send<readonly UserView[]>({ method: 'GET', address: '/users' });
  writeUser = (id: string | undefined, body: UserWrite) =>
    this.#send<UserView>(
      id === undefined
        ? { method: 'POST', address: '/users', body, key: newKey() }
        : { method: 'PUT', address: `/users/${id}`, body, key: newKey() },
    );

  jobs = () => this.#send<readonly JobView[]>({ method: 'GET', address: '/jobs' });
  startJob = (body: JobRequest) => this.#send<JobView>({ method: 'POST', address: '/jobs', body, key: newKey() });
  cancelJob = (id: string) => this.#send<unknown>({ method: 'DELETE', address: `/jobs/${id}`, key: newKey() });
  jobEvents = (id: string): EventSource => new EventSource(`${this.base}/jobs/${id}/events`);

  storeFile = (file: File) =>
    this.#send<FileView>({
      method: 'POST',
      address: '/files',
      query: { name: file.name },
      raw: { body: file, type: file.type || 'application/octet-stream' },
      key: newKey(),
    });
  fileAddress = (id: string): string => `${this.base}/files/${encodeURIComponent(id)}`;

  exportAddress = (path: string, query: Query): string => `${this.base}/export/${path}${queryText(query)}`;
  importFile = (path: string, file: Blob, query: Query) =>
    this.#send<ImportResult>({
      method: 'POST',
      address: `/import/${path}`,
      query,
      raw: { body: file, type: query.format === 'jsonl' ? 'application/jsonl' : 'text/csv' },
      key: newKey(),
    });

  async #send<Answer>(request: Request): Promise<Answer> {
    const response = await this.#fetch(request);
    if (response.status === 401 && request.public !== true && (await this.#surroundings.signInAgain())) {
      return this.#send(request);
    }
    if (!response.ok) throw await problemOf(response);
    const text = await response.text();
    return text === '' ? (undefined as Answer) : JSON.parse(text);
  }

  async #fetch(request: Request): Promise<Response> {
    try {
      const response = await fetch(
        `${this.base}${request.address}${queryText(request.query ?? {})}`,
        this.#init(request),
      );
      this.#surroundings.reached(true);
      return response;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      this.#surroundings.reached(false);
      throw new ApiError(unreachable, this.#surroundings.unreachable(), []);
    }
  }

  #init(request: Request): RequestInit {
    const headers: Record<string, string> = {
      accept: 'application/json',
      'accept-language': this.#surroundings.language(),
    };
    if (request.body !== undefined) headers['content-type'] = 'application/json';
    if (request.raw !== undefined) headers['content-type'] = request.raw.type;
    if (request.key !== undefined) headers['idempotency-key'] = request.key;
    const body = request.raw?.body ?? (request.body === undefined ? null : JSON.stringify(request.body));
    return { method: request.method, headers, body, credentials: 'same-origin', signal: request.signal ?? null };
  }
}

/** A fresh idempotency key. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** Whether a request was given up because a newer one replaced it. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function queryText(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

async function problemOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  try {
    const document: Partial<ProblemDocument> = JSON.parse(text);
    const problems = document.problems ?? [];
    return new ApiError(response.status, document.title ?? document.detail ?? response.statusText, problems);
  } catch {
    return new ApiError(response.status, response.statusText, []);
  }
}
