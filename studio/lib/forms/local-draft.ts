import type { FormState } from './form-state.ts';

/** What was typed and not yet written, kept on this computer. */
export interface LocalDraft {
  readonly state: FormState;
  /** Version of the record it was typed over; 0 for a new one. */
  readonly version: number;
  readonly savedAt: string;
}

const keptMs = 7 * 24 * 3600 * 1000;
const prefix = 'aubade:draft:';

/** Keeps a draft; a full storage loses it quietly, since the form itself still has everything. */
export function keepDraft(key: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(draft));
  } catch {
    localStorage.removeItem(prefix + key);
  }
}

export function dropDraft(key: string): void {
  localStorage.removeItem(prefix + key);
}

/** The draft kept under the key, unless it is older than a week. */
export function findDraft(key: string): LocalDraft | undefined {
  const text = localStorage.getItem(prefix + key);
  if (text === null) return undefined;
  try {
    const draft: LocalDraft = JSON.parse(text);
    if (Date.now() - Date.parse(draft.savedAt) < keptMs) return draft;
  } catch {
    // Text of another version of the app is not a draft.
  }
  dropDraft(key);
  return undefined;
}
