/** Every limit on what a request may bring, in one place. */
export const httpLimits = {
  /** A document of 50,000 lines fits. */
  bodyBytesMax: 32 * 1024 * 1024,
  importBytesMax: 1024 * 1024 * 1024,
  /** An attached file or picture. */
  fileBytesMax: 25 * 1024 * 1024,
  fileNameCharactersMax: 200,
  headerBytesMax: 16 * 1024,
  filterCharactersMax: 4_000,
  searchCharactersMax: 200,
  cursorCharactersMax: 4_000,
  nameListMax: 200,
  listRowsMax: 1_000,
  registerRowsMax: 100_000,
  choicesMax: 100,
  idempotencyKeyCharactersMax: 200,
  /** A client that has not sent its whole request by then is cut off. */
  requestTimeoutMs: 300_000,
  headersTimeoutMs: 20_000,
  /** A comment is sent on an idle event stream, so that proxies keep it open. */
  eventPulseMs: 15_000,
  /** On shutdown, requests that are under way get this long. */
  shutdownMs: 10_000,
} as const;
