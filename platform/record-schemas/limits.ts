/** What one request may carry at most. Each is far above what a person enters and far below what hurts a server. */
export const recordLimits = Object.freeze({
  /** Lines of one tabular section. */
  linesMax: 50_000,
  /** Characters of a text that has no length of its own. */
  textCharactersMax: 1_000_000,
  /** Documents named one by one in a request for reposting. */
  recordIdsMax: 100_000,
  /** Records named in a request for deletion. */
  deletedRecordsMax: 1_000,
  /** Records a user is granted one by one, per object. */
  allowedRecordsMax: 10_000,
});
