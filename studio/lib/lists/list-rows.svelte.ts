import type { ListPage, ListRow } from '../../../runtime/http/contract.ts';
import { ApiError, isAbort, type Query } from '../api.ts';

export type Fetch = (query: Query, signal: AbortSignal) => Promise<ListPage>;

const pageRows = 100;

/** The rows of a list as far as they have been fetched, page by page from the cursor of the last. */
export class ListRows {
  rows: readonly ListRow[] = $state.raw([]);
  count: number | undefined = $state();
  isLoading = $state(false);
  isLoaded = $state(false);
  error: ApiError | undefined = $state.raw();
  #next: string | undefined;
  #query: Query = {};
  #request: AbortController | undefined;
  readonly #fetch: Fetch;

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** Begins the list anew. The former rows stay on screen until the new ones are here. */
  async load(query: Query): Promise<void> {
    this.#query = query;
    const page = await this.#ask({ ...query, limit: pageRows, count: true });
    if (page === undefined) return;
    this.rows = page.rows;
    this.count = page.count;
    this.#next = page.next;
    this.isLoaded = true;
  }

  async more(): Promise<void> {
    if (this.#next === undefined || this.isLoading) return;
    const page = await this.#ask({ ...this.#query, limit: pageRows, after: this.#next });
    if (page === undefined) return;
    this.rows = [...this.rows, ...page.rows];
    this.#next = page.next;
  }

  async #ask(query: Query): Promise<ListPage | undefined> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    this.isLoading = true;
    this.error = undefined;
    try {
      return await this.#fetch(query, request.signal);
    } catch (error) {
      if (isAbort(error)) return undefined;
      if (!(error instanceof ApiError)) throw error;
      this.error = error;
      return undefined;
    } finally {
      if (this.#request === request) this.isLoading = false;
    }
  }
}
