import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «exchange»: files that are read and written. */
export const exchangeProblems = {
  'import-column-unknown': {
    status: 422,
    en: {
      message: 'The column «{column}» is no attribute of «{object}».',
      remedy: 'Name it after an attribute or its title: {allowed}. Or remove the column.',
    },
    ru: {
      message: 'Колонка «{column}» не является реквизитом объекта «{object}».',
      remedy: 'Назовите её именем или заголовком реквизита: {allowed}. Либо удалите колонку.',
    },
  },
  'import-column-twice': {
    status: 422,
    en: { message: 'The column «{column}» is there twice.', remedy: 'Keep one of them.' },
    ru: { message: 'Колонка «{column}» встречается дважды.', remedy: 'Оставьте одну из них.' },
  },
  'import-no-columns': {
    status: 422,
    en: { message: 'The file has no line with the names of columns.', remedy: 'Begin the file with such a line.' },
    ru: { message: 'В файле нет строки с названиями колонок.', remedy: 'Начните файл с такой строки.' },
  },
  'import-row-broken': {
    status: 422,
    en: { message: 'The row cannot be read: {reason}', remedy: 'Correct the row in the file.' },
    ru: { message: 'Строку не удаётся прочитать: {reason}', remedy: 'Исправьте строку в файле.' },
  },
  'import-reference-unknown': {
    status: 422,
    en: {
      message: '«{value}» in the column «{column}» is no record of «{object}».',
      remedy: 'Give the id, the code or number, or the exact description of a record that is there.',
    },
    ru: {
      message: '«{value}» в колонке «{column}» не найдено среди записей «{object}».',
      remedy: 'Укажите идентификатор, код или номер либо точное наименование существующей записи.',
    },
  },
  'import-reference-ambiguous': {
    status: 422,
    en: {
      message: '«{value}» in the column «{column}» could be {count} records of «{object}».',
      remedy: 'Give the id or the code instead.',
    },
    ru: {
      message: '«{value}» в колонке «{column}» соответствует нескольким записям «{object}» ({count}).',
      remedy: 'Укажите идентификатор или код.',
    },
  },
  'import-record-ambiguous': {
    status: 422,
    en: {
      message: '«{value}» in the column «{column}» belongs to {count} records, so it is unclear which one to change.',
      remedy: 'Add the column id to the file.',
    },
    ru: {
      message: '«{value}» в колонке «{column}» есть у нескольких записей ({count}); неясно, какую изменить.',
      remedy: 'Добавьте в файл колонку id.',
    },
  },
  'import-column-missing': {
    status: 422,
    en: {
      message: 'The file has no column «{column}», so it is unclear which records its lines are of.',
      remedy: 'Add it, with the id, the code or the number of the record in each row.',
    },
    ru: {
      message: 'В файле нет колонки «{column}»; неясно, к каким записям относятся строки.',
      remedy: 'Добавьте её и укажите в каждой строке идентификатор, код или номер записи.',
    },
  },
  'import-lines-apart': {
    status: 422,
    en: {
      message: 'Lines of «{value}» stand in several places of the file.',
      remedy: 'Put all lines of one record one after another.',
    },
    ru: {
      message: 'Строки записи «{value}» стоят в разных местах файла.',
      remedy: 'Расположите все строки одной записи подряд.',
    },
  },
  'import-too-large': {
    status: 413,
    en: {
      message: 'The file is larger than {limit} bytes.',
      remedy: 'Divide it and load the parts one after another.',
    },
    ru: { message: 'Файл больше {limit} байт.', remedy: 'Разделите его и загрузите частями.' },
  },
  'import-section-unknown': {
    status: 422,
    en: { message: '«{object}» has no tabular section «{section}».', remedy: 'Choose one of: {allowed}.' },
    ru: { message: 'У «{object}» нет табличной части «{section}».', remedy: 'Выберите одну из: {allowed}.' },
  },
  'file-not-found': {
    status: 404,
    en: {
      message: 'There is no such file, or it is not open to you.',
      remedy: 'Open it from the record it belongs to.',
    },
    ru: {
      message: 'Такого файла нет, или он вам недоступен.',
      remedy: 'Откройте его из записи, к которой он относится.',
    },
  },
  'file-empty': {
    status: 422,
    en: { message: 'The file has no name or no content.', remedy: 'Choose a file that has both.' },
    ru: { message: 'У файла нет имени или содержимого.', remedy: 'Выберите файл, у которого есть и то и другое.' },
  },
} as const satisfies Record<string, CatalogueEntry>;
