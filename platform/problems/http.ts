import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «http»: what is wrong with a request before any operation has seen it. */
export const httpProblems = {
  'cross-site-request': {
    status: 403,
    en: {
      message: 'The request came from another site ({origin}), so it was refused.',
      remedy: 'Work in a page of this server, or call the API from a program that sends no Origin header.',
    },
    ru: {
      message: 'Запрос пришёл с другого сайта ({origin}) и отклонён.',
      remedy:
        'Работайте на странице этого сервера либо обращайтесь к API из программы, не передающей заголовок Origin.',
    },
  },
  'address-unknown': {
    status: 404,
    en: {
      message: 'There is nothing at the address {address}.',
      remedy: 'Check the address; the API is described at /api/(infobase)/docs.',
    },
    ru: {
      message: 'По адресу {address} ничего нет.',
      remedy: 'Проверьте адрес; API описан на странице /api/(инфобаза)/docs.',
    },
  },
  'method-not-allowed': {
    status: 405,
    en: {
      message: 'The method {method} does nothing at {address}; it takes {allowed}.',
      remedy: 'Use one of the methods {allowed}.',
    },
    ru: {
      message: 'Метод {method} по адресу {address} не поддерживается; допустимы {allowed}.',
      remedy: 'Используйте один из методов: {allowed}.',
    },
  },
  'infobase-unknown': {
    status: 404,
    en: {
      message: 'This server has no infobase «{infobase}».',
      remedy: 'Choose one of the infobases at /api/infobases.',
    },
    ru: {
      message: 'На этом сервере нет инфобазы «{infobase}».',
      remedy: 'Выберите инфобазу из списка /api/infobases.',
    },
  },
  'body-not-json': {
    status: 400,
    en: { message: 'The body of the request is not JSON: {reason}', remedy: 'Send one JSON value in UTF-8.' },
    ru: {
      message: 'Тело запроса не является JSON: {reason}',
      remedy: 'Передайте одно значение JSON в кодировке UTF-8.',
    },
  },
  'body-too-large': {
    status: 413,
    en: {
      message: 'The body of the request is larger than {limit} bytes.',
      remedy: 'Send less at once, or load large data through import.',
    },
    ru: {
      message: 'Тело запроса больше {limit} байт.',
      remedy: 'Передавайте меньшими частями или загружайте большие данные через импорт.',
    },
  },
  'body-stopped': {
    status: 400,
    en: { message: 'The body of the request ended before its time.', remedy: 'Send the request again.' },
    ru: { message: 'Тело запроса оборвалось раньше времени.', remedy: 'Отправьте запрос ещё раз.' },
  },
  'content-type-unsupported': {
    status: 415,
    en: {
      message: 'The content type «{found}» is not read here; it must be {allowed}.',
      remedy: 'Send the header Content-Type: {allowed}.',
    },
    ru: {
      message: 'Тип содержимого «{found}» здесь не принимается; нужен {allowed}.',
      remedy: 'Передайте заголовок Content-Type: {allowed}.',
    },
  },
  'forbidden-key': {
    status: 400,
    en: { message: 'The key «{key}» is not allowed in the body.', remedy: 'Remove the key «{key}».' },
    ru: { message: 'Ключ «{key}» в теле запроса недопустим.', remedy: 'Удалите ключ «{key}».' },
  },
  'text-unstorable': {
    status: 400,
    en: {
      message:
        'A text in {where} holds a character that cannot be stored: a zero character or half of a surrogate pair.',
      remedy: 'Remove the character and send the text as proper Unicode.',
    },
    ru: {
      message:
        'Текст ({where}) содержит символ, который нельзя сохранить: нулевой символ или половину суррогатной пары.',
      remedy: 'Удалите этот символ и передайте текст в корректном Юникоде.',
    },
  },
  'query-parameter-unknown': {
    status: 400,
    en: {
      message: 'The address has an unknown parameter «{name}».',
      remedy: 'Parameters read here: {allowed}.',
    },
    ru: {
      message: 'В адресе неизвестный параметр «{name}».',
      remedy: 'Здесь допустимы параметры: {allowed}.',
    },
  },
  'query-parameter-invalid': {
    status: 400,
    en: {
      message: 'The parameter «{name}» is «{found}», but it must be {expected}.',
      remedy: 'Give «{name}» a value that is {expected}.',
    },
    ru: {
      message: 'Параметр «{name}» равен «{found}», а должен быть: {expected}.',
      remedy: 'Задайте для «{name}» значение вида: {expected}.',
    },
  },
  'body-invalid': {
    status: 422,
    en: {
      message: '{place}: {expected}; found {found}.',
      remedy: 'Correct this value; the API is described at /api/(infobase)/docs.',
    },
    ru: {
      message: '{place}: {expected}; получено {found}.',
      remedy: 'Исправьте значение; API описан на странице /api/(инфобаза)/docs.',
    },
  },
  'idempotency-key-invalid': {
    status: 400,
    en: {
      message: 'The Idempotency-Key must be 1 to {limit} printable ASCII characters.',
      remedy: 'Use a random UUID for each new operation, and the same one for its repetition.',
    },
    ru: {
      message: 'Idempotency-Key должен содержать от 1 до {limit} печатных символов ASCII.',
      remedy: 'Используйте случайный UUID для каждой новой операции и тот же самый — для её повтора.',
    },
  },
  'job-unknown': {
    status: 404,
    en: { message: 'There is no such job.', remedy: 'Look at the list of jobs; old ones are removed after a month.' },
    ru: { message: 'Такого задания нет.', remedy: 'Посмотрите список заданий; старые удаляются через месяц.' },
  },
  'job-failed': {
    status: 500,
    en: {
      message: 'The job stopped because of an unexpected failure, number {errorId}.',
      remedy: 'Start it again; if it fails again, give the number {errorId} to the administrator.',
    },
    ru: {
      message: 'Задание остановлено из-за непредвиденной ошибки, номер {errorId}.',
      remedy: 'Запустите его снова; если ошибка повторится, сообщите администратору номер {errorId}.',
    },
  },
  'unexpected-failure': {
    status: 500,
    en: {
      message: 'Something unexpected went wrong on the server. The failure has the number {errorId}.',
      remedy:
        'Try again; if it happens again, give the number {errorId} to the administrator, who finds it in the log.',
    },
    ru: {
      message: 'На сервере произошла непредвиденная ошибка. Её номер — {errorId}.',
      remedy:
        'Повторите действие; если ошибка повторится, сообщите администратору номер {errorId}: он найдёт её в журнале.',
    },
  },
  'port-in-use': {
    status: 409,
    en: {
      message: 'The port {port} of {host} is taken by another program.',
      remedy: 'Stop that program, or choose another port: PORT=8081 npm start.',
    },
    ru: {
      message: 'Порт {port} на {host} занят другой программой.',
      remedy: 'Остановите ту программу или выберите другой порт: PORT=8081 npm start.',
    },
  },
  'setting-invalid': {
    status: 500,
    en: {
      message: 'The setting {name} is «{found}», but it must be {expected}.',
      remedy: 'Correct the environment variable {name}.',
    },
    ru: {
      message: 'Настройка {name} равна «{found}», а должна быть: {expected}.',
      remedy: 'Исправьте переменную окружения {name}.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
