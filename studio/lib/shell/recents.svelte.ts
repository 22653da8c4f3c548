import { createContext, untrack } from 'svelte';
import type { Workspace } from '../workspace.ts';

export interface Recent {
  readonly title: string;
  /** What kind of thing it is: the title of its object. */
  readonly about: string;
  readonly address: string;
}

const keptMax = 12;

/** Places the user has been to, the latest first, kept on this computer. */
export class Recents {
  all: readonly Recent[] = $state.raw([]);
  readonly #key: string;

  constructor(workspace: Workspace) {
    this.#key = `aubade:recent:${workspace.infobase}:${workspace.session.user.id}`;
    try {
      this.all = JSON.parse(localStorage.getItem(this.#key) ?? '[]');
    } catch {
      this.all = [];
    }
  }

  note(recent: Recent): void {
    // Noting happens where screens are drawn, which must not make them depend on what was noted.
    const others = untrack(() => this.all).filter(other => other.address !== recent.address);
    this.all = [recent, ...others].slice(0, keptMax);
    localStorage.setItem(this.#key, JSON.stringify(untrack(() => this.all)));
  }
}

export const [useRecents, provideRecents] = createContext<Recents>();
