import type { Workspace } from '../workspace.ts';

const storageKey = (workspace: Workspace, path: string) => `aubade:list:${workspace.infobase}:${path}`;

/** Remembers, while this tab is open, how a list was searched, filtered and ordered. */
export function keepList(workspace: Workspace, path: string, query: string): void {
  sessionStorage.setItem(storageKey(workspace, path), query);
}

/** The address of a list as it was last seen in this tab. */
export function lastList(workspace: Workspace, path: string): string {
  return workspace.address('list', path) + (sessionStorage.getItem(storageKey(workspace, path)) ?? '');
}
