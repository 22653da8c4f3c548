import type { Text } from '../text.ts';

/** What each operation does, in one line; `{title}` stands for the object it concerns. */
export const operationTexts = {
  signIn: { en: 'Sign in', ru: 'Войти' },
  firstAdministrator: {
    en: 'Make the first administrator by a one-time token',
    ru: 'Создать первого администратора по одноразовому токену',
  },
  session: { en: 'Who is signed in', ru: 'Кто вошёл' },
  changeSession: { en: 'Change the language', ru: 'Сменить язык' },
  changePassword: { en: 'Change your own password', ru: 'Сменить свой пароль' },
  signOut: { en: 'Sign out', ru: 'Выйти' },
  metadata: { en: 'Metadata the user may see', ru: 'Метаданные, доступные пользователю' },
  describe: { en: 'This document', ru: 'Этот документ' },
  uploadFile: { en: 'Keep a file', ru: 'Сохранить файл' },
  downloadFile: { en: 'Content of a file', ru: 'Содержимое файла' },
  list: { en: '{title}: list', ru: '{title}: список' },
  create: { en: '{title}: create', ru: '{title}: создать' },
  draft: { en: '{title}: fill in without writing', ru: '{title}: заполнить без записи' },
  read: { en: '{title}: read', ru: '{title}: прочитать' },
  update: { en: '{title}: change', ru: '{title}: изменить' },
  remove: { en: '{title}: delete', ru: '{title}: удалить' },
  mark: { en: '{title}: mark for deletion', ru: '{title}: пометить на удаление' },
  unmark: { en: '{title}: clear the deletion mark', ru: '{title}: снять пометку удаления' },
  deleteMarked: { en: '{title}: delete marked records', ru: '{title}: удалить помеченные записи' },
  references: { en: '{title}: where used', ru: '{title}: где используется' },
  choices: { en: '{title}: choose by typing', ru: '{title}: подбор по строке' },
  post: { en: '{title}: post', ru: '{title}: провести' },
  unpost: { en: '{title}: undo posting', ru: '{title}: отменить проведение' },
  preview: { en: '{title}: movements it would make', ru: '{title}: какие движения получатся' },
  movements: { en: '{title}: movements', ru: '{title}: движения' },
  balance: { en: '{title}: balance', ru: '{title}: остатки' },
  turnovers: { en: '{title}: turnovers', ru: '{title}: обороты' },
  'balance-and-turnovers': { en: '{title}: balance and turnovers', ru: '{title}: остатки и обороты' },
  slice: { en: '{title}: first or last records', ru: '{title}: срез первых или последних' },
  constants: { en: 'Constants', ru: 'Константы' },
  setConstant: { en: '{title}: set the constant', ru: '{title}: установить константу' },
  options: { en: 'Functional options', ru: 'Функциональные опции' },
  setOption: { en: '{title}: switch the option', ru: '{title}: переключить опцию' },
  settings: { en: 'Settings of the infobase', ru: 'Настройки базы' },
  closePeriod: { en: 'Close the period', ru: 'Закрыть период' },
  users: { en: 'Users', ru: 'Пользователи' },
  createUser: { en: 'Add a user', ru: 'Добавить пользователя' },
  updateUser: { en: 'Change a user', ru: 'Изменить пользователя' },
  endSessions: { en: 'Sign a user out everywhere', ru: 'Завершить все сеансы пользователя' },
  jobs: { en: 'Long-running work', ru: 'Фоновые задания' },
  startJob: { en: 'Start long-running work', ru: 'Запустить фоновое задание' },
  job: { en: 'State of a job', ru: 'Состояние задания' },
  cancelJob: { en: 'Cancel a job', ru: 'Отменить задание' },
  jobEvents: { en: 'Progress of a job as it happens', ru: 'Ход задания по мере выполнения' },
  export: { en: '{title}: export', ru: '{title}: выгрузить' },
  import: { en: '{title}: import', ru: '{title}: загрузить' },
} as const satisfies Record<string, Text>;

export type OperationText = keyof typeof operationTexts;

/** Texts of the parameters that several operations share. */
export const parameterTexts = {
  filter: {
    en: 'Condition in the expression language over the record',
    ru: 'Условие на языке выражений над записью',
  },
  name: { en: 'Name of the file', ru: 'Имя файла' },
  search: { en: 'Text to search for', ru: 'Искомый текст' },
  order: { en: 'Attributes in order of importance, “-” for descending', ru: 'Реквизиты по важности, «-» для убывания' },
  after: { en: 'Cursor of the page before', ru: 'Курсор предыдущей страницы' },
  limit: { en: 'Rows on the page', ru: 'Строк на странице' },
  fields: { en: 'Attributes to show, also through references', ru: 'Показываемые реквизиты, можно через ссылки' },
  marked: { en: 'Also records marked for deletion', ru: 'Включая помеченные на удаление' },
  section: { en: 'Tabular section, one line a row', ru: 'Табличная часть, по строке на запись' },
  formulas: {
    en: 'Whether texts that a spreadsheet would compute are guarded',
    ru: 'Обезвреживать ли тексты, похожие на формулы таблиц',
  },
  dryRun: { en: 'Only tell what would happen', ru: 'Только показать, что произойдёт' },
  bad: { en: 'What happens when some rows are bad', ru: 'Что делать, если часть строк ошибочна' },
  dimensions: { en: 'Dimensions to keep apart; all when absent', ru: 'Измерения для разреза; без параметра — все' },
  at: {
    en: 'Moment before which everything counts, exclusive',
    ru: 'Момент, до которого всё учитывается, не включая его',
  },
  from: { en: 'Start of the period, inclusive', ru: 'Начало периода, включительно' },
  to: { en: 'End of the period, exclusive', ru: 'Конец периода, не включая' },
  idempotencyKey: {
    en: 'A key of your own: repeating a request with it gives the same answer and does nothing twice',
    ru: 'Ваш ключ: повтор запроса с ним даёт тот же ответ и ничего не делает дважды',
  },
} as const satisfies Record<string, Text>;

export type ParameterText = keyof typeof parameterTexts;
