import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «posting»: what refuses a document, or a question to a register. */
export const postingProblems = {
  'not-enough': {
    status: 409,
    en: {
      message: '{register}: {key} — {needed} needed by {document}, but only {found} left ({resource}).',
      remedy: 'Reduce the quantity, or first post the document that brings in the missing {missing}.',
    },
    ru: {
      message: '{register}: {key} — документу {document} требуется {needed}, а осталось только {found} ({resource}).',
      remedy: 'Уменьшите количество или сначала проведите документ, приносящий недостающие {missing}.',
    },
  },
  'balance-refused': {
    status: 409,
    en: {
      message:
        '{register}: {key} — after {document} the balance would be {balance}, which «{constraint}» does not allow.',
      remedy: 'Change the document so that the balance keeps to the condition.',
    },
    ru: {
      message:
        '{register}: {key} — после документа {document} остаток составит {balance}, что нарушает условие «{constraint}».',
      remedy: 'Измените документ так, чтобы остаток удовлетворял условию.',
    },
  },
  'movement-incomplete': {
    status: 422,
    en: {
      message: '{document}: {attribute} of the movement in {register} is empty.',
      remedy: 'Fill in what {attribute} is taken from, and post again.',
    },
    ru: {
      message: '{document}: в движении регистра «{register}» не заполнено «{attribute}».',
      remedy: 'Заполните данные, из которых берется «{attribute}», и проведите документ снова.',
    },
  },
  'section-empty': {
    status: 422,
    en: { message: '{document}: {section} has no lines.', remedy: 'Add at least one line before posting.' },
    ru: {
      message: '{document}: в таблице «{section}» нет строк.',
      remedy: 'Добавьте хотя бы одну строку перед проведением.',
    },
  },
  'closed-period': {
    status: 409,
    en: {
      message: '{document} would change {date}, but everything before {closedPeriod} is closed.',
      remedy: 'Choose a later date, or ask someone who may change closed periods.',
    },
    ru: {
      message: '{document} изменил бы данные за {date}, но период до {closedPeriod} закрыт.',
      remedy: 'Выберите более позднюю дату или обратитесь к тому, кому разрешено менять закрытый период.',
    },
  },
  'register-unknown': {
    status: 404,
    en: { message: 'There is no register «{register}».', remedy: 'Check the name of the register.' },
    ru: { message: 'Регистра «{register}» нет.', remedy: 'Проверьте имя регистра.' },
  },
  'register-cannot': {
    status: 422,
    en: {
      message: '«{register}» does not keep what was asked for ({question}).',
      remedy:
        'Balances are kept by balance registers, turnovers by accumulation registers, slices by information registers.',
    },
    ru: {
      message: 'Регистр «{register}» не хранит запрошенного ({question}).',
      remedy: 'Остатки есть у регистров остатков, обороты — у регистров накопления, срезы — у регистров сведений.',
    },
  },
  'dimension-unknown': {
    status: 422,
    en: {
      message: '«{register}» has no dimension «{dimension}».',
      remedy: 'Choose among its dimensions: {dimensions}.',
    },
    ru: {
      message: 'У регистра «{register}» нет измерения «{dimension}».',
      remedy: 'Выберите одно из его измерений: {dimensions}.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
