import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «records». */
export const recordsProblems = {
  'object-unknown': {
    status: 404,
    en: { message: 'There is no object «{object}».', remedy: 'Look the name up in the metadata of the infobase.' },
    ru: { message: 'Объекта «{object}» нет.', remedy: 'Найдите имя в метаданных информационной базы.' },
  },
  'object-without-records': {
    status: 404,
    en: { message: '«{object}» keeps no records of this sort.', remedy: 'Address an object that does.' },
    ru: { message: 'У «{object}» нет таких записей.', remedy: 'Обратитесь к объекту, у которого они есть.' },
  },
  'record-not-found': {
    status: 404,
    en: {
      message: 'There is no such record of «{object}», or it is not open to you.',
      remedy: 'Look for it in the list; somebody may have deleted it.',
    },
    ru: {
      message: 'Такой записи «{object}» нет, или она вам недоступна.',
      remedy: 'Поищите ее в списке: ее могли удалить.',
    },
  },
  'reference-not-found': {
    status: 422,
    en: {
      message: '{attribute}: there is no such record, or it is not open to you.',
      remedy: 'Choose one from the list.',
    },
    ru: { message: '{attribute}: такой записи нет, или она вам недоступна.', remedy: 'Выберите запись из списка.' },
  },
  'version-conflict': {
    status: 409,
    en: {
      message: '{who} changed this record at {when} after you had opened it: {fields}.',
      remedy: 'Load it anew and repeat your changes, or compare both versions.',
    },
    ru: {
      message: '{who} изменил(а) эту запись {when}, после того как вы ее открыли: {fields}.',
      remedy: 'Загрузите запись заново и повторите изменения или сравните обе версии.',
    },
  },
  'version-missing': {
    status: 422,
    en: {
      message: 'The change does not say which version of the record it was made on.',
      remedy: 'Send the version that was read together with the record.',
    },
    ru: {
      message: 'Не указано, к какой версии записи относится изменение.',
      remedy: 'Передайте версию, прочитанную вместе с записью.',
    },
  },
  'attribute-unknown': {
    status: 422,
    en: { message: '«{object}» has no attribute {attribute}.', remedy: 'Perhaps {closest} was meant.' },
    ru: { message: 'У «{object}» нет реквизита {attribute}.', remedy: 'Возможно, имелся в виду {closest}.' },
  },
  'value-invalid': {
    status: 422,
    en: {
      message: '{attribute}: {found} is not a value of this type.',
      remedy: 'Give {expected}.',
    },
    ru: {
      message: '{attribute}: {found} - не значение этого типа.',
      remedy: 'Укажите {expected}.',
    },
  },
  'value-required': {
    status: 422,
    en: { message: '{attribute} is not filled in.', remedy: 'Fill it in.' },
    ru: { message: 'Не заполнено: {attribute}.', remedy: 'Заполните.' },
  },
  'section-required': {
    status: 422,
    en: { message: '{section} has no lines.', remedy: 'Add at least one line.' },
    ru: { message: '{section}: нет ни одной строки.', remedy: 'Добавьте хотя бы одну строку.' },
  },
  'lines-too-many': {
    status: 413,
    en: { message: '{section} has more than {maximum} lines.', remedy: 'Divide it among several records.' },
    ru: { message: '{section}: больше строк, чем {maximum}.', remedy: 'Разделите их между несколькими записями.' },
  },
  'check-failed': {
    status: 422,
    en: {
      message: '{attribute} is {found}, which does not satisfy the condition {condition}.',
      remedy: 'Change it so that the condition holds.',
    },
    ru: {
      message: '{attribute}: значение {found} не удовлетворяет условию {condition}.',
      remedy: 'Измените его так, чтобы условие выполнялось.',
    },
  },
  'check-failed-worded': {
    status: 422,
    en: { message: '{message}', remedy: 'Correct the record and write it again.' },
    ru: { message: '{message}', remedy: 'Исправьте запись и запишите ее снова.' },
  },
  'choice-refused': {
    status: 422,
    en: {
      message: '{attribute}: «{found}» may not be chosen here.',
      remedy: 'Choose one of the records that the field offers; the condition is {condition}.',
    },
    ru: {
      message: '{attribute}: «{found}» здесь выбрать нельзя.',
      remedy: 'Выберите из предложенных записей; условие выбора: {condition}.',
    },
  },
  'parent-not-a-group': {
    status: 422,
    en: { message: 'The parent «{found}» is not a group.', remedy: 'Choose a group.' },
    ru: { message: 'Родитель «{found}» не является группой.', remedy: 'Выберите группу.' },
  },
  'parent-below-itself': {
    status: 422,
    en: {
      message: 'The record would lie below itself.',
      remedy: 'Choose a parent outside of what lies below the record.',
    },
    ru: {
      message: 'Запись оказалась бы внутри самой себя.',
      remedy: 'Выберите родителя вне того, что подчинено записи.',
    },
  },
  'parent-of-other-owner': {
    status: 422,
    en: { message: 'The parent belongs to another owner.', remedy: 'Choose a parent of the same owner.' },
    ru: { message: 'Родитель принадлежит другому владельцу.', remedy: 'Выберите родителя того же владельца.' },
  },
  'group-stays-group': {
    status: 422,
    en: {
      message: 'A group cannot become an item, nor an item a group.',
      remedy: 'Create a new record instead.',
    },
    ru: {
      message: 'Группа не может стать элементом, а элемент - группой.',
      remedy: 'Создайте новую запись.',
    },
  },
  'marked-not-posted': {
    status: 409,
    en: {
      message: 'The document is marked for deletion, so it cannot be posted.',
      remedy: 'Take the deletion mark away first.',
    },
    ru: {
      message: 'Документ помечен на удаление, поэтому его нельзя провести.',
      remedy: 'Сначала снимите пометку удаления.',
    },
  },
  'posting-unsupported': {
    status: 422,
    en: { message: '«{object}» has no posting.', remedy: 'Write it without posting.' },
    ru: { message: '«{object}» не проводится.', remedy: 'Запишите без проведения.' },
  },
  'predefined-stays': {
    status: 409,
    en: {
      message: '«{found}» is predefined by the configuration and cannot be deleted.',
      remedy: 'Leave it; it may be renamed.',
    },
    ru: {
      message: '«{found}» - предопределенная запись конфигурации, ее нельзя удалить.',
      remedy: 'Оставьте ее; переименовать можно.',
    },
  },
  'still-used': {
    status: 409,
    en: {
      message: '«{found}» is still used in «{object}» ({attribute}), {count} times in all.',
      remedy: 'Replace it there, or leave the record marked.',
    },
    ru: {
      message: '«{found}» еще используется в «{object}» ({attribute}), всего раз: {count}.',
      remedy: 'Замените ее там или оставьте запись помеченной.',
    },
  },
  'not-marked': {
    status: 409,
    en: { message: '«{found}» is not marked for deletion.', remedy: 'Mark it first.' },
    ru: { message: '«{found}» не помечена на удаление.', remedy: 'Сначала пометьте ее.' },
  },
  'basis-unsupported': {
    status: 422,
    en: {
      message: '«{object}» cannot be created on the basis of «{basis}».',
      remedy: 'Choose a basis that the configuration allows.',
    },
    ru: {
      message: '«{object}» нельзя ввести на основании «{basis}».',
      remedy: 'Выберите основание, которое допускает конфигурация.',
    },
  },
  'cursor-invalid': {
    status: 400,
    en: {
      message: 'The mark of the next page does not fit this list and order.',
      remedy: 'Start again from the first page.',
    },
    ru: {
      message: 'Метка следующей страницы не подходит к этому списку и порядку.',
      remedy: 'Начните снова с первой страницы.',
    },
  },
  'field-invalid': {
    status: 400,
    en: {
      message: '{field} is not a path of attribute names.',
      remedy: 'Write names separated by dots, like supplier.code.',
    },
    ru: {
      message: '{field} - не путь из имен реквизитов.',
      remedy: 'Напишите имена через точку, например supplier.code.',
    },
  },
  'option-needs': {
    status: 409,
    en: { message: '«{option}» needs «{needed}», which is off.', remedy: 'Switch «{needed}» on first.' },
    ru: { message: 'Для «{option}» нужно «{needed}», а оно выключено.', remedy: 'Сначала включите «{needed}».' },
  },
  'option-needed': {
    status: 409,
    en: { message: '«{option}» is needed by «{by}», which is on.', remedy: 'Switch «{by}» off first.' },
    ru: { message: '«{option}» нужно для «{by}», а оно включено.', remedy: 'Сначала выключите «{by}».' },
  },
  'key-reused': {
    status: 422,
    en: {
      message: 'The idempotency key was used for another request.',
      remedy: 'Make a new key for each new request.',
    },
    ru: {
      message: 'Этот ключ повторного запроса уже использован для другого запроса.',
      remedy: 'Создавайте новый ключ для каждого нового запроса.',
    },
  },
  'search-too-long': {
    status: 400,
    en: {
      message: 'The text to search for has more than {maximum} characters.',
      remedy: 'Search for a part of it.',
    },
    ru: { message: 'Строка поиска длиннее {maximum} символов.', remedy: 'Ищите по части строки.' },
  },
} as const satisfies Record<string, CatalogueEntry>;
