import { createContext } from 'svelte';

export interface Notice {
  readonly key: number;
  readonly text: string;
  readonly tone: 'good' | 'danger' | 'plain';
  /** Something to do about it: undo, open. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

const shownMs = 6000;

/** Short words about what has just happened; they leave by themselves and are read aloud. */
export class Notices {
  all: readonly Notice[] = $state.raw([]);
  #next = 1;

  say(text: string, tone: Notice['tone'] = 'plain', action?: Notice['action']): void {
    const notice = { key: this.#next++, text, tone, ...(action === undefined ? {} : { action }) };
    this.all = [...this.all.slice(-2), notice];
    setTimeout(() => this.drop(notice.key), action === undefined ? shownMs : shownMs * 2);
  }

  drop(key: number): void {
    this.all = this.all.filter(notice => notice.key !== key);
  }
}

export const [useNotices, provideNotices] = createContext<Notices>();
