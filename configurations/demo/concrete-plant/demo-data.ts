import { directories } from './data/directories.ts';
import type { DemoLanguage, DemoRecord } from './data/record.ts';
import { yearOf } from './data/year.ts';

/** The seed of the shipped company; another gives another year. */
const seed = 2026;

/** The plant's records, in the order they are to be written; the same in every run. */
export function* demoData(language: DemoLanguage): Generator<DemoRecord> {
  const known = directories(language);
  yield* known.records;
  yield* yearOf(known, language, seed);
}

/** People who can sign in to the demo company; each one's password is her login until she changes it. */
export function demoUsers(language: DemoLanguage) {
  const { warehouse } = directories(language);
  const name = (en: string, ru: string): string => ({ en, ru })[language];
  return [
    { login: 'admin', name: name('Administrator', 'Администратор'), roles: ['technical.Administrator'], allowed: {} },
    {
      login: 'sales',
      name: name('Anna Volkova, sales', 'Анна Волкова, продажи'),
      roles: ['technical.SalesManager'],
      allowed: {},
    },
    {
      login: 'buyer',
      name: name('Pavel Orlov, purchasing', 'Павел Орлов, снабжение'),
      roles: ['technical.Buyer'],
      allowed: {},
    },
    {
      login: 'technologist',
      name: name('Marina Lebedeva, technologist', 'Марина Лебедева, технолог'),
      roles: ['technical.Technologist'],
      allowed: {},
    },
    {
      login: 'economist',
      name: name('Elena Frolova, economist', 'Елена Фролова, экономист'),
      roles: ['economic.Economist', 'regulatory.Auditor'],
      allowed: {},
    },
    {
      login: 'store',
      name: name('Olga Smirnova, storekeeper', 'Ольга Смирнова, кладовщик'),
      roles: ['technical.Storekeeper'],
      allowed: { 'technical.Warehouse': [warehouse.finished] },
    },
  ];
}
