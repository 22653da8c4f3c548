import type { TextKey } from '../texts/en.ts';
import type { Workspace } from '../workspace.ts';

/** A page that belongs to the platform and not to the configuration. */
export interface SystemPage {
  /** Last part of its address. */
  readonly page: string;
  readonly title: TextKey;
  /** Whether there is anything on it for this user. */
  readonly isOpen: (workspace: Workspace) => boolean;
}

const isAdministrator = (workspace: Workspace): boolean => workspace.hasRight('administer');

const systemPages: readonly SystemPage[] = [
  {
    page: 'constants',
    title: 'page.constants',
    isOpen: workspace => workspace.objects().some(object => object.constant !== undefined),
  },
  { page: 'options', title: 'page.options', isOpen: isAdministrator },
  { page: 'users', title: 'page.users', isOpen: isAdministrator },
  {
    page: 'settings',
    title: 'page.settings',
    isOpen: workspace => workspace.hasRight('changeClosedPeriod') || isAdministrator(workspace),
  },
  { page: 'work', title: 'page.work', isOpen: workspace => workspace.hasRight('repost') },
];

/** The pages this user may open, in the order of the menu. */
export function openSystemPages(workspace: Workspace): readonly SystemPage[] {
  return systemPages.filter(page => page.isOpen(workspace));
}

export function isSystemPageOpen(page: string, workspace: Workspace): boolean {
  return openSystemPages(workspace).some(open => open.page === page);
}
