import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems that the checks find in registers and in the rules that write into them. */
export const registerChecksProblems = {
  'column-not-set': {
    status: 422,
    en: {
      message: 'The rule does not set «{column}» of the register {register}.',
      remedy: "Add it under «set»; where there is no value, write 'null' in quotes.",
    },
    ru: {
      message: 'Правило не заполняет «{column}» регистра {register}.',
      remedy: "Добавьте его в «set»; если значения нет, напишите 'null' в кавычках.",
    },
  },
  'required-set-to-null': {
    status: 422,
    en: {
      message: '«{column}» of the register {register} is required, but the rule sets it to null.',
      remedy: 'Give it a value, or make it optional in the register.',
    },
    ru: {
      message: '«{column}» регистра {register} обязательно, но правило заполняет его пустым значением.',
      remedy: 'Задайте значение или сделайте его необязательным в регистре.',
    },
  },
  'movement-not-of-register': {
    status: 422,
    en: {
      message: 'The register {register} takes {allowed}; the rule writes «{found}».',
      remedy: 'Balance registers need «movement: receipt» or «movement: expense», other registers none.',
    },
    ru: {
      message: 'Регистр {register} принимает {allowed}; правило пишет «{found}».',
      remedy: 'Регистрам остатков нужно «movement: receipt» или «movement: expense», остальным — ничего.',
    },
  },
  'rule-versions-overlap': {
    status: 422,
    en: {
      message: 'Two versions of the rule hold at once: one from {found}, the one before it from {before}.',
      remedy: 'List the versions in the order of their dates, each from a later day than the one before.',
    },
    ru: {
      message: 'Две версии правила действуют одновременно: одна с {found}, предыдущая с {before}.',
      remedy: 'Перечислите версии по возрастанию дат, каждую с более позднего дня.',
    },
  },
  'register-without-recorders': {
    status: 422,
    en: {
      message: 'No document writes to this register, and users cannot either.',
      remedy: 'Add a posting rule for it to a document, or remove the register.',
    },
    ru: {
      message: 'В этот регистр не пишет ни один документ, а пользователи не могут.',
      remedy: 'Добавьте документу правило проведения по этому регистру или удалите регистр.',
    },
  },
  'resource-not-decimal': {
    status: 422,
    en: {
      message: 'Resources of an accumulation register are added up, so they must be numbers; this one is {found}.',
      remedy: 'Make it a dimension or an attribute, or give it a type such as quantity or money.',
    },
    ru: {
      message: 'Ресурсы регистра накопления складываются и потому должны быть числами; этот — {found}.',
      remedy: 'Сделайте его измерением или реквизитом либо задайте тип вроде quantity или money.',
    },
  },
  'register-without-resources': {
    status: 422,
    en: { message: 'This accumulation register has nothing to add up.', remedy: 'Give it at least one resource.' },
    ru: { message: 'Этому регистру накопления нечего складывать.', remedy: 'Добавьте хотя бы один ресурс.' },
  },
  'dimension-too-long': {
    status: 422,
    en: {
      message: 'A text of any length cannot be a dimension: rows are found by their dimensions.',
      remedy: 'Use a string with a length, or a reference to a catalog.',
    },
    ru: {
      message: 'Текст неограниченной длины не может быть измерением: по измерениям ищутся строки.',
      remedy: 'Возьмите строку с длиной или ссылку на справочник.',
    },
  },
  'constraint-without-balance': {
    status: 422,
    en: {
      message: 'Only a register of balances can have constraints; this one keeps no balance.',
      remedy: 'Give the register «of: balance», or remove the constraint.',
    },
    ru: {
      message: 'Ограничения возможны только у регистра остатков; этот остатков не хранит.',
      remedy: 'Задайте регистру «of: balance» или уберите ограничение.',
    },
  },
  'constraint-beyond-resources': {
    status: 422,
    en: {
      message: 'A constraint may look at the resources of one balance row only; this one also reads «{found}».',
      remedy: 'Compare resources with each other and with fixed values.',
    },
    ru: {
      message: 'Ограничение видит только ресурсы одной строки остатков; это читает ещё и «{found}».',
      remedy: 'Сравнивайте ресурсы между собой и с постоянными значениями.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
