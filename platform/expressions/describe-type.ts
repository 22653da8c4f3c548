import type { Storage } from '../types/data-type.ts';
import type { ExpressionType } from './expression.ts';

/** A type in words, for problems: «a number», «a reference to technical.Item». */
export function describeType(type: ExpressionType): Words {
  if (type.of === 'value') return withTargets(byStorage[type.type.storage], type.type.targets ?? []);
  if (type.of === 'row') return withTargets(byShape.row, [type.path]);
  if (type.of === 'lines') return withTargets(byShape.lines, [type.path]);
  return byShape[type.of];
}

/** Several storages in words: «a number or a text». */
export function describeStorages(storages: readonly Storage[]): Words {
  return {
    en: storages.map(storage => byStorage[storage].en).join(' or '),
    ru: storages.map(storage => byStorage[storage].ru).join(' или '),
  };
}

function withTargets(words: Words, targets: readonly string[]): Words {
  if (targets.length === 0) return words;
  const names = targets.join(', ');
  return { en: `${words.en} (${names})`, ru: `${words.ru} (${names})` };
}

/** A phrase in the languages of the platform. */
export type Words = { readonly en: string; readonly ru: string };

const byStorage: Readonly<Record<Storage, Words>> = {
  text: { en: 'a text', ru: 'строка' },
  decimal: { en: 'a number', ru: 'число' },
  boolean: { en: 'a condition', ru: 'условие (истина или ложь)' },
  date: { en: 'a date', ru: 'дата' },
  dateTime: { en: 'a date with time', ru: 'дата и время' },
  month: { en: 'a month', ru: 'месяц' },
  reference: { en: 'a reference', ru: 'ссылка' },
  composite: { en: 'a reference to one of several objects', ru: 'ссылка на один из нескольких объектов' },
  enumeration: { en: 'a value of an enumeration', ru: 'значение перечисления' },
  file: { en: 'a file', ru: 'файл' },
};

const byShape: Readonly<Record<'null' | 'list' | 'lines' | 'row', Words>> = {
  null: { en: 'null', ru: 'null' },
  list: { en: 'a list', ru: 'список' },
  lines: { en: 'the lines of a section', ru: 'строки табличной части' },
  row: { en: 'a record', ru: 'запись' },
};
