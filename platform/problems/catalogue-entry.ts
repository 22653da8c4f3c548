/** One wording: what is wrong and what to do. `{name}` stands for a parameter of the problem. */
export interface Wording {
  readonly message: string;
  readonly remedy: string;
}

/** One kind of problem. `status` is the HTTP status a request that meets it is answered with. */
export interface CatalogueEntry {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly en: Wording;
  readonly ru: Wording;
}
