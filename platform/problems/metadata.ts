import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the files of a configuration: how they are written, and what they refer to. */
export const metadataProblems = {
  'yaml-syntax': {
    status: 422,
    en: {
      message: 'The file is not YAML: {reason}.',
      remedy: 'Correct the line; texts with a colon, a hash sign or a leading ! { [ & * need quotes.',
    },
    ru: {
      message: 'Файл не является YAML: {reason}.',
      remedy: 'Исправьте строку; тексты с двоеточием, решеткой или начальными ! { [ & * берутся в кавычки.',
    },
  },
  'yaml-too-large': {
    status: 422,
    en: {
      message: 'The file has {size} characters; at most {limit} are read.',
      remedy: 'Keep data in data files and split the object if it really is that large.',
    },
    ru: {
      message: 'В файле {size} символов, читается не более {limit}.',
      remedy: 'Храните данные в файлах данных и разделите объект, если он действительно так велик.',
    },
  },
  'yaml-several-documents': {
    status: 422,
    en: {
      message: 'The file holds several YAML documents.',
      remedy: 'Keep one object in a file: remove the line ---.',
    },
    ru: {
      message: 'В файле несколько документов YAML.',
      remedy: 'В одном файле описывается один объект: удалите строку ---.',
    },
  },
  'yaml-alias': {
    status: 422,
    en: {
      message: 'Anchors and aliases (& and *) are not read in metadata.',
      remedy: 'Write the value itself in each place.',
    },
    ru: {
      message: 'Якоря и псевдонимы (& и *) в метаданных не читаются.',
      remedy: 'Напишите само значение в каждом месте.',
    },
  },
  'yaml-tag': {
    status: 422,
    en: {
      message: 'A value begins with a YAML tag (!).',
      remedy: "Put an expression that begins with ! in quotes: '!line.expenseAtOnce'.",
    },
    ru: {
      message: 'Значение начинается с тега YAML (!).',
      remedy: "Возьмите выражение, которое начинается с !, в кавычки: '!line.expenseAtOnce'.",
    },
  },
  'yaml-key-repeated': {
    status: 422,
    en: { message: 'The key «{key}» stands twice in one map.', remedy: 'Remove or rename one of them.' },
    ru: { message: 'Ключ «{key}» встречается дважды.', remedy: 'Удалите или переименуйте один из них.' },
  },
  'yaml-key-forbidden': {
    status: 422,
    en: { message: '«{key}» cannot be a key here.', remedy: 'Choose another name; merge keys (<<) are not read.' },
    ru: {
      message: '«{key}» не может быть ключом.',
      remedy: 'Выберите другое имя; ключи слияния (<<) не читаются.',
    },
  },
  'yaml-key-not-text': {
    status: 422,
    en: {
      message: 'A map or a list stands where a key should be.',
      remedy: "Put an expression with braces in quotes: 'latest(Price, {item: line.item}).price'.",
    },
    ru: {
      message: 'На месте ключа стоит набор ключей или список.',
      remedy: "Возьмите выражение с фигурными скобками в кавычки: 'latest(Price, {item: line.item}).price'.",
    },
  },
  'source-key-torn': {
    status: 422,
    en: {
      message: '«{key}» is read as a key, but no key looks like that.',
      remedy: "A text or an expression with a comma, a colon or braces needs quotes: 'addDays(document.date, 14)'.",
    },
    ru: {
      message: '«{key}» прочитано как ключ, но таких ключей не бывает.',
      remedy: "Текст или выражение с запятой, двоеточием или скобками берется в кавычки: 'addDays(document.date, 14)'.",
    },
  },
  'source-key-unknown': {
    status: 422,
    en: { message: 'The key «{key}» is not known here.{didYouMean}', remedy: 'Use one of: {allowed}.' },
    ru: { message: 'Ключ «{key}» здесь не известен.{didYouMean}', remedy: 'Используйте один из ключей: {allowed}.' },
  },
  'source-key-missing': {
    status: 422,
    en: { message: 'The key «{key}» is missing.', remedy: 'Add «{key}».' },
    ru: { message: 'Не хватает ключа «{key}».', remedy: 'Добавьте «{key}».' },
  },
  'source-type-wrong': {
    status: 422,
    en: {
      message: 'Expected {expected}, found {found}.',
      remedy: 'Write {expected}; put a text that looks like a number or like true in quotes.',
    },
    ru: {
      message: 'Ожидается {expected}, найдено {found}.',
      remedy: 'Напишите {expected}; текст, похожий на число или на true, возьмите в кавычки.',
    },
  },
  'source-value-unknown': {
    status: 422,
    en: { message: '«{found}» is not one of the values allowed here.{didYouMean}', remedy: 'Use one of: {allowed}.' },
    ru: {
      message: 'Значение «{found}» здесь не допускается.{didYouMean}',
      remedy: 'Используйте одно из значений: {allowed}.',
    },
  },
  'source-value-limit': {
    status: 422,
    en: { message: '{found} is outside the limit: {limit}.', remedy: 'Give a value within the limit.' },
    ru: { message: 'Значение {found} вне предела: {limit}.', remedy: 'Задайте значение в пределах.' },
  },
  'source-form-wrong': {
    status: 422,
    en: { message: '«{found}» has not the form that is read here.', remedy: 'It must match {pattern}.' },
    ru: {
      message: '«{found}» записано не так, как здесь читается.',
      remedy: 'Запись должна соответствовать образцу {pattern}.',
    },
  },
  'source-item-repeated': {
    status: 422,
    en: { message: 'Items {first} and {second} of the list are the same.', remedy: 'Remove one of them.' },
    ru: { message: 'Элементы списка {first} и {second} одинаковы.', remedy: 'Удалите один из них.' },
  },
  'source-name-wrong': {
    status: 422,
    en: {
      message: '«{found}» cannot be a name here.',
      remedy: 'Names match {pattern}: attributes in camelCase, objects in PascalCase, Latin letters and digits.',
    },
    ru: {
      message: '«{found}» не может быть именем.',
      remedy: 'Имя соответствует образцу {pattern}: реквизиты в camelCase, объекты в PascalCase, латиница и цифры.',
    },
  },
  'package-not-found': {
    status: 422,
    en: { message: 'There is no package called «{name}».{didYouMean}', remedy: 'Name one of: {allowed}.' },
    ru: { message: 'Пакета с именем «{name}» нет.{didYouMean}', remedy: 'Назовите один из пакетов: {allowed}.' },
  },
  'package-missing': {
    status: 422,
    en: {
      message: 'The package «{name}», which «{requiredBy}» requires, is not there.{didYouMean}',
      remedy: 'Put the package below the configurations folder, or correct «requires».',
    },
    ru: {
      message: 'Пакета «{name}», который требует «{requiredBy}», нет.{didYouMean}',
      remedy: 'Положите пакет в папку configurations или исправьте «requires».',
    },
  },
  'package-version-unsuitable': {
    status: 422,
    en: {
      message: '«{requiredBy}» requires «{name}» {range}, but version {version} is there.',
      remedy: 'Install a version that suits, or widen the range.',
    },
    ru: {
      message: '«{requiredBy}» требует «{name}» {range}, а есть версия {version}.',
      remedy: 'Установите подходящую версию или расширьте диапазон.',
    },
  },
  'package-version-wrong': {
    status: 422,
    en: {
      message: '«{found}» is neither a semantic version nor a range of them.',
      remedy: 'Write a version as 1.2.0 and a range as ^1.2.0.',
    },
    ru: {
      message: '«{found}» - не семантическая версия и не диапазон версий.',
      remedy: 'Версия пишется как 1.2.0, диапазон - как ^1.2.0.',
    },
  },
  'package-cycle': {
    status: 422,
    en: {
      message: 'Packages require one another in a circle: {cycle}.',
      remedy: 'Move what they share into a package that both require.',
    },
    ru: {
      message: 'Пакеты требуют друг друга по кругу: {cycle}.',
      remedy: 'Вынесите общее в пакет, которого требуют оба.',
    },
  },
  'package-twice': {
    status: 422,
    en: { message: 'Two packages are called «{name}»: {folders}.', remedy: 'Rename or remove one of them.' },
    ru: { message: 'Два пакета называются «{name}»: {folders}.', remedy: 'Переименуйте или удалите один из них.' },
  },
  'package-file-unknown': {
    status: 422,
    en: {
      message: 'Nothing reads the file «{file}»: «{folder}» is not the folder of a kind.{didYouMean}',
      remedy: 'Move it into one of: {allowed}.',
    },
    ru: {
      message: 'Файл «{file}» никто не читает: папка «{folder}» не относится ни к одному виду.{didYouMean}',
      remedy: 'Переместите его в одну из папок: {allowed}.',
    },
  },
  'package-file-ending': {
    status: 422,
    en: { message: 'Nothing reads the file «{file}»: files end in .yaml.', remedy: 'Rename it to «{wanted}».' },
    ru: {
      message: 'Файл «{file}» никто не читает: имена файлов оканчиваются на .yaml.',
      remedy: 'Переименуйте его в «{wanted}».',
    },
  },
  'package-none-found': {
    status: 422,
    en: {
      message: 'There is no package in «{folder}».',
      remedy: 'Name the folder of a package, with a package.yaml in it, or a folder above packages.',
    },
    ru: {
      message: 'В папке «{folder}» нет ни одного пакета.',
      remedy: 'Назовите папку пакета, в которой есть package.yaml, или папку над пакетами.',
    },
  },
  'file-not-usable': {
    status: 422,
    en: { message: '«{file}» cannot be used: {reason}.', remedy: 'Name another file, or change its rights.' },
    ru: { message: '«{file}» использовать нельзя: {reason}.', remedy: 'Укажите другой файл или измените его права.' },
  },
  'folder-not-found': {
    status: 422,
    en: { message: 'There is no folder «{folder}».', remedy: 'Correct the path; a package is named by its folder.' },
    ru: { message: 'Папки «{folder}» нет.', remedy: 'Исправьте путь; пакет указывается его папкой.' },
  },
  'object-twice': {
    status: 422,
    en: {
      message: 'Two objects of the package are called «{name}»: {first} and {second}.',
      remedy: 'Names are unique over all kinds; rename one of the files.',
    },
    ru: {
      message: 'Два объекта пакета называются «{name}»: {first} и {second}.',
      remedy: 'Имена уникальны по всем видам; переименуйте один из файлов.',
    },
  },
  'part-twice': {
    status: 422,
    en: {
      message: '«{path}» names two parts of the object.',
      remedy: 'Attributes, sections, values and predefined items of one object share their names; rename one of them.',
    },
    ru: {
      message: 'Путь «{path}» называет две части объекта.',
      remedy:
        'Имена реквизитов, табличных частей, значений и предопределенных элементов объекта общие; переименуйте одну из частей.',
    },
  },
  'reference-unknown': {
    status: 422,
    en: {
      message: '«{name}» is not known.{didYouMean}',
      remedy: 'Name an object of this package, or of a required one with its package: regulatory.Counterparty.',
    },
    ru: {
      message: 'Имя «{name}» не известно.{didYouMean}',
      remedy: 'Назовите объект этого пакета или объект требуемого вместе с пакетом: regulatory.Counterparty.',
    },
  },
  'reference-not-required': {
    status: 422,
    en: {
      message: '«{name}» belongs to the package «{package}», which this package does not require.',
      remedy: 'Add «{package}» to «requires» in package.yaml, or do without the reference.',
    },
    ru: {
      message: '«{name}» принадлежит пакету «{package}», которого этот пакет не требует.',
      remedy: 'Добавьте «{package}» в «requires» файла package.yaml или обойдитесь без ссылки.',
    },
  },
  'reference-unsuitable': {
    status: 422,
    en: { message: '«{name}» is of the kind «{kind}» and cannot stand here.', remedy: 'Name {wanted}.' },
    ru: { message: '«{name}» относится к виду «{kind}» и здесь стоять не может.', remedy: 'Назовите {wanted}.' },
  },
  'part-unknown': {
    status: 422,
    en: { message: '«{name}» is not a part of {owner}.{didYouMean}', remedy: 'Use one of: {allowed}.' },
    ru: { message: 'В {owner} нет «{name}».{didYouMean}', remedy: 'Используйте одно из имен: {allowed}.' },
  },
  'type-parameter-unsuitable': {
    status: 422,
    en: {
      message: 'The type «{type}» takes no «{parameter}».',
      remedy: 'Remove «{parameter}», or use a type that takes it: {allowed}.',
    },
    ru: {
      message: 'У типа «{type}» нет параметра «{parameter}».',
      remedy: 'Уберите «{parameter}» или возьмите тип, у которого он есть: {allowed}.',
    },
  },
  'type-scale-too-large': {
    status: 422,
    en: {
      message: 'Of {precision} digits, {scale} cannot stand after the point.',
      remedy: 'Make precision larger than scale, or equal.',
    },
    ru: {
      message: 'Из {precision} цифр после запятой не может стоять {scale}.',
      remedy: 'Задайте precision не меньше scale.',
    },
  },
  'id-missing': {
    status: 422,
    en: {
      message: 'Parts of the package «{package}» have no permanent id ({count}): {examples}.',
      remedy:
        'Run «aubade check --write-ids» and commit ids.yaml. After a rename, change the path in ids.yaml instead.',
    },
    ru: {
      message: 'У частей пакета «{package}» нет постоянных идентификаторов ({count}): {examples}.',
      remedy: 'Выполните «aubade check --write-ids» и сохраните ids.yaml. При переименовании измените путь в ids.yaml.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
