import type { CatalogueEntry } from './catalogue-entry.ts';

/**
 * Problems of the area «expressions». Every one carries `expression` (its text) and `position` (the character, from 1,
 * at which the trouble begins).
 */
export const expressionsProblems = {
  'expression-syntax': {
    status: 422,
    en: {
      message: 'The expression «{expression}» cannot be read: {found} at character {position}{expected}.',
      remedy:
        'Check brackets and quotes. Equality is ==, “and” is &&, “or” is ||, text stands in quotes, names are Latin.',
    },
    ru: {
      message: 'Выражение «{expression}» не читается: {found} в позиции {position}{expected}.',
      remedy:
        'Проверьте скобки и кавычки. Равенство пишется ==, «и» — &&, «или» — ||, строки берутся в кавычки, имена пишутся латиницей.',
    },
  },
  'expression-literal': {
    status: 422,
    en: {
      message: '{found} in «{expression}» is not {expected}.',
      remedy: "Write numbers as 12.50, dates as date('2026-01-31'), months as month('2026-01').",
    },
    ru: {
      message: '{found} в «{expression}» — не {expected}.',
      remedy: "Пишите числа как 12.50, даты как date('2026-01-31'), месяцы как month('2026-01').",
    },
  },
  'expression-unsupported': {
    status: 422,
    en: {
      message: '{found} in «{expression}» is not part of the expression language.',
      remedy: 'Rewrite it with the operators and functions of the language reference.',
    },
    ru: {
      message: '{found} в «{expression}» не входит в язык выражений.',
      remedy: 'Перепишите с операторами и функциями из описания языка.',
    },
  },
  'expression-unknown-name': {
    status: 422,
    en: {
      message: '«{name}» in «{expression}» is neither a variable here nor an object of this package.{suggestion}',
      remedy: 'Variables here: {variables}. Write objects of a required package as package.Object.',
    },
    ru: {
      message: '«{name}» в «{expression}» — не переменная и не объект этого пакета.{suggestion}',
      remedy: 'Доступные переменные: {variables}. Объекты подключённого пакета пишутся как пакет.Объект.',
    },
  },
  'expression-unknown-field': {
    status: 422,
    en: {
      message: '{owner} has no field «{name}», which «{expression}» asks for.{suggestion}',
      remedy: 'It has: {fields}.',
    },
    ru: {
      message: 'У {owner} нет поля «{name}», которое нужно выражению «{expression}».{suggestion}',
      remedy: 'Есть поля: {fields}.',
    },
  },
  'expression-field-differs': {
    status: 422,
    en: {
      message: 'The field «{name}» is not of one type in all of {owners}, so «{expression}» cannot read it.',
      remedy: 'Give the field the same type in each of them, or use a narrower reference.',
    },
    ru: {
      message: 'Поле «{name}» имеет разный тип у {owners}, поэтому выражение «{expression}» не может его прочитать.',
      remedy: 'Сделайте тип поля одинаковым у всех объектов или сузьте тип ссылки.',
    },
  },
  'expression-no-fields': {
    status: 422,
    en: {
      message: '«{expression}» asks {found} for the field «{name}», but only records have fields.',
      remedy: 'Functions are called with brackets: {name}().',
    },
    ru: {
      message: 'Выражение «{expression}» берёт поле «{name}» у значения «{found}», но поля есть только у записей.',
      remedy: 'Функции вызываются со скобками: {name}().',
    },
  },
  'expression-unknown-member': {
    status: 422,
    en: {
      message: '{object} has no value «{name}», which «{expression}» names.{suggestion}',
      remedy: 'It has: {members}.',
    },
    ru: {
      message: 'У {object} нет значения «{name}», названного в «{expression}».{suggestion}',
      remedy: 'Есть: {members}.',
    },
  },
  'expression-not-a-value': {
    status: 422,
    en: {
      message: '{found} stands in «{expression}» where a value is needed.',
      remedy:
        'Take a field or a value of it, or use it in a function: sum(document.lines, line.amount), balance(Stock, {}).quantity.',
    },
    ru: {
      message: '{found} стоит в «{expression}» там, где нужно значение.',
      remedy:
        'Возьмите поле или значение, либо используйте функцию: sum(document.lines, line.amount), balance(Stock, {}).quantity.',
    },
  },
  'expression-unknown-function': {
    status: 422,
    en: {
      message: 'There is no function «{name}», which «{expression}» calls.{suggestion}',
      remedy: 'The functions are: {functions}.',
    },
    ru: {
      message: 'Функции «{name}», которую вызывает «{expression}», нет.{suggestion}',
      remedy: 'Функции: {functions}.',
    },
  },
  'expression-argument-count': {
    status: 422,
    en: {
      message: '{function}() in «{expression}» is given {found} arguments.',
      remedy: 'It takes {expected}.',
    },
    ru: {
      message: 'Функции {function}() в «{expression}» передано аргументов: {found}.',
      remedy: 'Нужно: {expected}.',
    },
  },
  'expression-argument': {
    status: 422,
    en: {
      message: 'Argument {argument} of {function}() in «{expression}» is {found}; it must be {expected}.',
      remedy: 'Give {expected} there.',
    },
    ru: {
      message: 'Аргумент {argument} функции {function}() в «{expression}» — {found}, а должен быть: {expected}.',
      remedy: 'Передайте туда: {expected}.',
    },
  },
  'expression-operands': {
    status: 422,
    en: {
      message: '«{operator}» in «{expression}» stands between {left} and {right}.',
      remedy: 'It takes {expected}.',
    },
    ru: {
      message: '«{operator}» в «{expression}» стоит между: {left} и {right}.',
      remedy: 'Допустимо: {expected}.',
    },
  },
  'expression-never-equal': {
    status: 422,
    en: {
      message: '«{expression}» compares {left} with {right}: they can never be the same record.',
      remedy: 'Compare references to the same object.',
    },
    ru: {
      message: 'Выражение «{expression}» сравнивает {left} и {right}: это никогда не одна и та же запись.',
      remedy: 'Сравнивайте ссылки на один и тот же объект.',
    },
  },
  'expression-condition': {
    status: 422,
    en: {
      message: 'In «{expression}», {found} stands where a condition is needed.',
      remedy: 'Write a condition there: something that is true or false.',
    },
    ru: {
      message: 'В «{expression}» на месте условия стоит {found}.',
      remedy: 'Напишите условие: то, что бывает истинным или ложным.',
    },
  },
  'expression-branches': {
    status: 422,
    en: {
      message: '«{expression}» gives either {left} or {right}.',
      remedy: 'Make both of one type.',
    },
    ru: {
      message: 'Выражение «{expression}» даёт то {left}, то {right}.',
      remedy: 'Приведите к одному типу.',
    },
  },
  'expression-result': {
    status: 422,
    en: {
      message: '«{expression}» gives {found}; {expected} is needed here.',
      remedy: 'Change the expression so that it gives {expected}.',
    },
    ru: {
      message: 'Выражение «{expression}» даёт {found}, а здесь нужно: {expected}.',
      remedy: 'Измените выражение так, чтобы получалось: {expected}.',
    },
  },
  'expression-object': {
    status: 422,
    en: {
      message: '{function}() in «{expression}» is given «{name}»; it needs {expected}.{suggestion}',
      remedy: 'Name {expected} there.',
    },
    ru: {
      message: 'Функции {function}() в «{expression}» передано «{name}», а нужно: {expected}.{suggestion}',
      remedy: 'Укажите там: {expected}.',
    },
  },
  'expression-dimension': {
    status: 422,
    en: {
      message: '{register} has no dimension «{name}», which «{expression}» chooses by.{suggestion}',
      remedy: 'Its dimensions are: {dimensions}. Name each at most once.',
    },
    ru: {
      message: 'У регистра {register} нет измерения «{name}», по которому отбирает «{expression}».{suggestion}',
      remedy: 'Измерения: {dimensions}. Каждое указывается не более одного раза.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
