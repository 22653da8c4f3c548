import { type MetadataObject, objectOf } from '#platform';
import { type Files, shopConfiguration, shopProblems } from './shop-package.ts';

/** The object of a file that is added to the shop; other files may come with it. Throws with the problems when there are any. */
export function shopObject(file: string, text: string, others: Files = {}): MetadataObject {
  return objectOf(shopConfiguration(shownInShop({ ...others, [file]: text })), `shop.${nameOf(file)}`);
}

/** What is wrong with a file that is added to the shop: `code path`. */
export function shopObjectProblems(file: string, text: string, others: Files = {}): string[] {
  return shopProblems(shownInShop({ ...others, [file]: text }));
}

/** Objects that work with records have to be in a subsystem. */
const shownFolders = /^(catalogs|documents|constants|.*-registers)\//;

function shownInShop(files: Files): Files {
  const names = Object.keys(files)
    .filter(file => shownFolders.test(file))
    .map(nameOf);
  if (names.length === 0) return files;
  return { ...files, 'subsystems/More.yaml': `title: { en: More, ru: Еще }\nobjects: [${names.join(', ')}]` };
}

function nameOf(file: string): string {
  return file.replace(/^.*\/|\.yaml$/g, '');
}
