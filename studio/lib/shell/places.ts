import type { IconName } from '../components/icons.ts';
import type { Workspace } from '../workspace.ts';
import { iconOf } from './object-icon.ts';
import type { Recent } from './recents.svelte.ts';
import { openSystemPages } from './system-pages.ts';

/** Somewhere the palette can go. */
export interface Place {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly address: string;
  readonly icon: IconName;
  /** Lower-case words that find it, in every language it has a title in. */
  readonly search: string;
}

/** Every place this user can go to: where she has been, then lists and registers, then new records. */
export function placesOf(workspace: Workspace, recents: readonly Recent[]): readonly Place[] {
  const { locale } = workspace;
  const been = recents.map(recent => placeOfRecent(recent, locale.tag));
  const objects = workspace.objects();
  const lists = objects.flatMap(object => {
    const address = workspace.addressOf(object);
    if (address === undefined) return [];
    const kind = locale.text(workspace.metadata.kinds[object.kind]?.title);
    const title = locale.text(object.listTitle);
    const search = [...Object.values(object.listTitle), object.path].join(' ').toLocaleLowerCase(locale.tag);
    return [{ key: address, title, about: kind, address, icon: iconOf(object), search }];
  });
  const creations = objects
    .filter(object => object.entity !== undefined && workspace.may(object.path, 'create'))
    .map(object => {
      const address = workspace.recordAddress(object.path, 'new');
      const title = locale.t('action.createNamed', { title: locale.text(object.title) });
      const search = [title, ...Object.values(object.title), locale.t('action.create')]
        .join(' ')
        .toLocaleLowerCase(locale.tag);
      return { key: address, title, about: locale.t('action.create'), address, icon: 'add' as const, search };
    });
  return [...been, ...lists, ...creations, ...systemPlaces(workspace)];
}

function systemPlaces(workspace: Workspace): readonly Place[] {
  const { locale } = workspace;
  return openSystemPages(workspace).map(({ page, title: key }) => {
    const [title, about, address] = [locale.t(key), locale.t('shell.administration'), workspace.address(page)];
    const search = `${title} ${about}`.toLocaleLowerCase(locale.tag);
    return { key: address, title, about, address, icon: 'settings' as const, search };
  });
}

function placeOfRecent(recent: Recent, tag: string): Place {
  const search = `${recent.title} ${recent.about}`.toLocaleLowerCase(tag);
  return {
    key: `recent ${recent.address}`,
    title: recent.title,
    about: recent.about,
    address: recent.address,
    icon: 'clock',
    search,
  };
}
