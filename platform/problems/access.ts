import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «access». */
export const accessProblems = {
  'right-missing': {
    status: 403,
    en: {
      message: 'You have no right to this: {operation}, «{object}».',
      remedy: 'Ask an administrator for a role that grants it.',
    },
    ru: {
      message: 'У вас нет такого права: {operation}, «{object}».',
      remedy: 'Попросите администратора дать роль с этим правом.',
    },
  },
  'record-right-missing': {
    status: 403,
    en: {
      message:
        'Your roles do not allow this operation ({operation}) on this record of «{object}», as it was or as it would become.',
      remedy: 'Choose values that you are responsible for, or ask an administrator to extend your rights.',
    },
    ru: {
      message: 'Ваши роли не допускают операцию ({operation}) над этой записью «{object}» в прежнем или новом виде.',
      remedy: 'Укажите значения из своей области ответственности или попросите администратора расширить права.',
    },
  },
  'system-right-missing': {
    status: 403,
    en: {
      message: 'This needs the system right «{right}», which none of your roles gives.',
      remedy: 'Ask an administrator to do it or to give you a role with that right.',
    },
    ru: {
      message: 'Для этого нужно системное право «{right}»; ни одна из ваших ролей его не дает.',
      remedy: 'Попросите администратора выполнить действие или дать роль с этим правом.',
    },
  },
  'sign-in-required': {
    status: 401,
    en: { message: 'Nobody is signed in, or the session has ended.', remedy: 'Sign in and try again.' },
    ru: { message: 'Вход не выполнен или сеанс завершен.', remedy: 'Войдите и повторите действие.' },
  },
  'sign-in-refused': {
    status: 401,
    en: {
      message: 'The login or the password is wrong.',
      remedy: 'Check the keyboard layout and Caps Lock; an administrator can set a new password.',
    },
    ru: {
      message: 'Неверное имя для входа или пароль.',
      remedy: 'Проверьте раскладку клавиатуры и Caps Lock; администратор может задать новый пароль.',
    },
  },
  'sign-in-throttled': {
    status: 429,
    en: {
      message: 'There were too many failed attempts to sign in.',
      remedy: 'Wait {seconds} seconds and try again.',
    },
    ru: {
      message: 'Слишком много неудачных попыток входа.',
      remedy: 'Подождите {seconds} с и повторите.',
    },
  },
  'password-too-short': {
    status: 422,
    en: {
      message: 'The password has fewer than {minimum} characters.',
      remedy: 'Use a longer one: several words make a good password.',
    },
    ru: {
      message: 'Пароль короче {minimum} символов.',
      remedy: 'Возьмите длиннее: хорошо подходят несколько слов.',
    },
  },
  'password-too-common': {
    status: 422,
    en: {
      message: 'This password is among the first that anybody would guess.',
      remedy: 'Use one that is yours alone: several words make a good password.',
    },
    ru: {
      message: 'Этот пароль подбирают одним из первых.',
      remedy: 'Придумайте свой: хорошо подходят несколько слов.',
    },
  },
  'password-wrong': {
    status: 422,
    en: { message: 'The present password is not right.', remedy: 'Type the password you signed in with.' },
    ru: { message: 'Текущий пароль указан неверно.', remedy: 'Введите пароль, с которым вы вошли.' },
  },
  'login-taken': {
    status: 409,
    en: { message: 'There is already a user with the login «{login}».', remedy: 'Choose another login.' },
    ru: { message: 'Пользователь с именем для входа «{login}» уже есть.', remedy: 'Выберите другое имя для входа.' },
  },
  'user-not-found': {
    status: 404,
    en: { message: 'There is no such user.', remedy: 'Look at the list of users: somebody may have changed it.' },
    ru: { message: 'Такого пользователя нет.', remedy: 'Посмотрите список пользователей: его могли изменить.' },
  },
  'role-unknown': {
    status: 422,
    en: {
      message: 'The configuration has no role «{role}».',
      remedy: 'Choose among the roles of the installed packages: {known}.',
    },
    ru: { message: 'В конфигурации нет роли «{role}».', remedy: 'Выберите из ролей установленных пакетов: {known}.' },
  },
  'last-administrator': {
    status: 409,
    en: {
      message: 'Then nobody could administer this infobase any more.',
      remedy: 'Make somebody else an administrator first.',
    },
    ru: {
      message: 'Тогда эту базу станет некому администрировать.',
      remedy: 'Сначала сделайте администратором кого-то еще.',
    },
  },
  'first-administrator-exists': {
    status: 409,
    en: {
      message: 'This invitation has been used or was replaced by a newer one.',
      remedy: 'Sign in, or ask an administrator for an account.',
    },
    ru: {
      message: 'Это приглашение уже использовано или заменено более новым.',
      remedy: 'Войдите или попросите администратора завести учетную запись.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
