/** Limits of reading and writing files, in one place. */
export const exchangeLimits = {
  fileBytesMax: 1024 * 1024 * 1024,
  /** One row of a file: a document with all its lines, in JSON Lines. */
  rowCharactersMax: 32 * 1024 * 1024,
  columnsMax: 500,
  /** Bad rows are reported up to this number; the rest is only counted. */
  badRowsMax: 1_000,
  /** Rows that are resolved and written together. */
  batchRows: 200,
  /** Records read together for export. */
  pageRows: 1_000,
  /** The beginning of a file by which its encoding and delimiter are told. */
  sampleBytes: 64 * 1024,
} as const;
