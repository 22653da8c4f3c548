import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems that the checks over a whole configuration find. */
export const checksProblems = {
  'name-reserved': {
    status: 422,
    en: {
      message: '«{found}» is a reserved word of the expression language, so nothing can be called that.',
      remedy: 'Choose another name.',
    },
    ru: {
      message: '«{found}» — служебное слово языка выражений, так ничего назвать нельзя.',
      remedy: 'Выберите другое имя.',
    },
  },
  'name-kept-by-platform': {
    status: 422,
    en: {
      message: 'Each record already has «{found}»: the platform keeps it itself.',
      remedy: 'Choose another name.',
    },
    ru: {
      message: 'У каждой записи уже есть «{found}»: его ведёт сама платформа.',
      remedy: 'Выберите другое имя.',
    },
  },
  'path-too-long': {
    status: 422,
    en: {
      message: 'The path «{found}» has {length} characters; {limit} is the most.',
      remedy: 'Shorten the name: the path is the name of a table, and databases limit those.',
    },
    ru: {
      message: 'Путь «{found}» длиной {length} символов при пределе {limit}.',
      remedy: 'Сократите имя: путь становится именем таблицы, а их длина ограничена.',
    },
  },
  'names-clash': {
    status: 422,
    en: {
      message: '«{found}» and «{other}» are the same name in one place, or differ by case only.',
      remedy: 'Rename one of them.',
    },
    ru: {
      message: '«{found}» и «{other}» — одно и то же имя в одном месте либо отличаются только регистром.',
      remedy: 'Переименуйте одно из них.',
    },
  },
  'text-missing': {
    status: 422,
    en: {
      message: 'The {what} has no text in {language}.',
      remedy: 'Write it beside the other languages, or in words.yaml for every use of the name.',
    },
    ru: {
      message: 'Не хватает текста ({what}), язык: {language}.',
      remedy: 'Допишите его рядом с другими языками или в words.yaml — сразу для всех одноимённых элементов.',
    },
  },
  'id-not-well-formed': {
    status: 422,
    en: {
      message: 'The permanent id «{found}» does not have the form of ids here.',
      remedy: 'Do not write ids by hand; delete the line in ids.yaml and run «aubade check --write-ids».',
    },
    ru: {
      message: 'Постоянный идентификатор «{found}» имеет неверный вид.',
      remedy: 'Не пишите идентификаторы вручную: удалите строку в ids.yaml и выполните «aubade check --write-ids».',
    },
  },
  'id-not-unique': {
    status: 422,
    en: {
      message: 'The permanent id «{found}» already belongs to {other}.',
      remedy: 'Delete the line of the newer element in ids.yaml and run «aubade check --write-ids».',
    },
    ru: {
      message: 'Постоянный идентификатор «{found}» уже принадлежит {other}.',
      remedy: 'Удалите в ids.yaml строку более нового элемента и выполните «aubade check --write-ids».',
    },
  },
  'column-unknown': {
    status: 422,
    en: {
      message: 'There is no «{found}» in {owner}.{suggestion}',
      remedy: 'Set only what is there.',
    },
    ru: {
      message: 'В {owner} нет «{found}».{suggestion}',
      remedy: 'Заполняйте только то, что там есть.',
    },
  },
  'scale-lost': {
    status: 422,
    en: {
      message:
        'The value may have {found} digits after the point; «{column}» keeps {kept}, the rest would be lost silently.',
      remedy: 'Say how to round: round(…, {kept}).',
    },
    ru: {
      message:
        'У значения может быть знаков после запятой: {found}; «{column}» хранит {kept}, остальное молча пропало бы.',
      remedy: 'Укажите округление: round(…, {kept}).',
    },
  },
  'formulas-in-circle': {
    status: 422,
    en: {
      message: 'These formulas need each other in a circle: {circle}.',
      remedy: 'Let at least one of them be computed from values that are entered.',
    },
    ru: {
      message: 'Эти формулы зависят друг от друга по кругу: {circle}.',
      remedy: 'Пусть хотя бы одна вычисляется из вводимых значений.',
    },
  },
  'formula-with-default': {
    status: 422,
    en: {
      message: 'An attribute that is always computed has no use for a default.',
      remedy: 'Keep either the formula or the default.',
    },
    ru: {
      message: 'Реквизиту, который всегда вычисляется, не нужно значение по умолчанию.',
      remedy: 'Оставьте либо формулу, либо значение по умолчанию.',
    },
  },
  'formula-required': {
    status: 422,
    en: {
      message: 'An attribute that is always computed cannot be required: nobody can enter it.',
      remedy: 'Remove «required»; to demand a result, add a check.',
    },
    ru: {
      message: 'Реквизит, который всегда вычисляется, не может быть обязательным: ввести его нельзя.',
      remedy: 'Уберите «required»; чтобы потребовать результат, добавьте проверку.',
    },
  },
  'required-but-hidden': {
    status: 422,
    en: {
      message: 'The attribute is required, but it can be hidden ({by}), and then nobody can enter it.',
      remedy: 'Give it a default, or replace «required» by a check that looks at the same condition.',
    },
    ru: {
      message: 'Реквизит обязателен, но может быть скрыт ({by}), и тогда его не ввести.',
      remedy: 'Задайте значение по умолчанию или замените «required» проверкой с тем же условием.',
    },
  },
  'constants-in-circle': {
    status: 422,
    en: {
      message: 'The defaults of these constants need each other in a circle: {circle}.',
      remedy: 'Give one of them a default that needs no other constant.',
    },
    ru: {
      message: 'Значения по умолчанию этих констант зависят друг от друга по кругу: {circle}.',
      remedy: 'Задайте одной из них значение по умолчанию, которому не нужна другая константа.',
    },
  },
  'options-in-circle': {
    status: 422,
    en: {
      message: 'These options require each other in a circle, so none could ever be switched on: {circle}.',
      remedy: 'Remove one of the requirements.',
    },
    ru: {
      message: 'Эти опции требуют друг друга по кругу, и ни одну нельзя было бы включить: {circle}.',
      remedy: 'Уберите одно из требований.',
    },
  },
  'owners-in-circle': {
    status: 422,
    en: {
      message: 'These catalogs own each other in a circle, so no first item could be made: {circle}.',
      remedy: 'Remove one of the owners.',
    },
    ru: {
      message: 'Эти справочники владеют друг другом по кругу, и первый элемент не создать: {circle}.',
      remedy: 'Уберите одного из владельцев.',
    },
  },
  'subsystems-in-circle': {
    status: 422,
    en: {
      message: 'These subsystems lie within each other in a circle: {circle}.',
      remedy: 'Remove one of the parents.',
    },
    ru: {
      message: 'Эти подсистемы вложены друг в друга по кругу: {circle}.',
      remedy: 'Уберите одного из родителей.',
    },
  },
  'numbering-scope-missing': {
    status: 422,
    en: {
      message: 'Codes are to be unique within the {within}, but the catalog has none.',
      remedy: 'Use «within: whole», or give the catalog owners or a hierarchy.',
    },
    ru: {
      message: 'Коды должны быть уникальны в пределах {within}, но у справочника этого нет.',
      remedy: 'Укажите «within: whole» или задайте справочнику владельцев или иерархию.',
    },
  },
  'predefined-value-wrong': {
    status: 422,
    en: {
      message: '«{found}» is no value of «{column}», which is {type}.',
      remedy: 'Write a value of that type.',
    },
    ru: {
      message: '«{found}» не может быть значением «{column}»: его тип — {type}.',
      remedy: 'Запишите значение этого типа.',
    },
  },
  'predefined-value-missing': {
    status: 422,
    en: {
      message: 'The predefined item has no «{column}», which is required.',
      remedy: 'Add it under «values».',
    },
    ru: {
      message: 'У предопределённого элемента нет обязательного значения «{column}».',
      remedy: 'Добавьте его в «values».',
    },
  },
  'predefined-parent-wrong': {
    status: 422,
    en: {
      message: '«{found}» cannot be the parent of this predefined item.{suggestion}',
      remedy: 'Name another predefined item of the same catalog; in a hierarchy of groups it must be a group.',
    },
    ru: {
      message: '«{found}» не может быть родителем этого предопределённого элемента.{suggestion}',
      remedy: 'Укажите другой предопределённый элемент того же справочника; в иерархии групп — группу.',
    },
  },
  'predefined-not-in-hierarchy': {
    status: 422,
    en: {
      message: 'The item has a place in a hierarchy («{property}»), but the catalog has no such hierarchy.',
      remedy: 'Remove it, or give the catalog «hierarchy».',
    },
    ru: {
      message: 'Элементу указано место в иерархии («{property}»), но такой иерархии у справочника нет.',
      remedy: 'Уберите его или задайте справочнику «hierarchy».',
    },
  },
  'shown-attribute-unknown': {
    status: 422,
    en: {
      message: '«{property}» names «{found}», which is no attribute of {owner}.{suggestion}',
      remedy: 'Name one of its attributes.',
    },
    ru: {
      message: 'В «{property}» указано «{found}», но такого реквизита у {owner} нет.{suggestion}',
      remedy: 'Укажите один из его реквизитов.',
    },
  },
  'shown-attribute-not-suitable': {
    status: 422,
    en: {
      message: '«{found}» cannot stand under «{property}»: its type ({type}) does not fit.',
      remedy: 'Searching needs texts; ordering needs texts, numbers, dates or flags.',
    },
    ru: {
      message: '«{found}» не подходит для «{property}»: не тот тип ({type}).',
      remedy: 'Для поиска нужны строки; для порядка — строки, числа, даты или признаки.',
    },
  },
  'right-not-of-object': {
    status: 422,
    en: {
      message: 'The role grants «{found}» on {object}, which has no such operation.{suggestion}',
      remedy: 'Operations of this object: {allowed}.',
    },
    ru: {
      message: 'Роль даёт право «{found}» на {object}, но такой операции у объекта нет.{suggestion}',
      remedy: 'Операции этого объекта: {allowed}.',
    },
  },
  'object-in-no-subsystem': {
    status: 422,
    en: {
      message: 'The object is in no subsystem, so users would not find it.',
      remedy: 'List it in one of the subsystems.',
    },
    ru: {
      message: 'Объект не входит ни в одну подсистему, пользователи его не найдут.',
      remedy: 'Включите его в одну из подсистем.',
    },
  },
  'not-for-subsystems': {
    status: 422,
    en: {
      message: 'The subsystem lists {found}, which users do not open.',
      remedy: 'List catalogs, documents, registers and constants only.',
    },
    ru: {
      message: 'Подсистема перечисляет {found}, но пользователи такое не открывают.',
      remedy: 'Включайте только справочники, документы, регистры и константы.',
    },
  },
  'object-twice-in-subsystem': {
    status: 422,
    en: { message: 'The subsystem lists {found} twice.', remedy: 'Keep one of the two.' },
    ru: { message: 'Подсистема перечисляет {found} дважды.', remedy: 'Оставьте одно упоминание.' },
  },
  'fills-read-only': {
    status: 422,
    en: {
      message: '«{column}» is computed or kept by the platform; it cannot be filled from another object.',
      remedy: 'Fill the attributes it is computed from.',
    },
    ru: {
      message: '«{column}» вычисляется или ведётся платформой, заполнить его по основанию нельзя.',
      remedy: 'Заполняйте реквизиты, из которых он вычисляется.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
