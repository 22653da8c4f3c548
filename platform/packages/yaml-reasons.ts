import type { Text } from '../text.ts';

/** Why a file is not YAML, in the words of people; a reason that nobody meets in metadata stays as the parser puts it. */
export function yamlReason(reason: string): Text {
  return reasons[reason] ?? { en: reason };
}

const unclosedQuote: Text = { en: 'a quote is not closed', ru: 'кавычка не закрыта' };

const reasons: Readonly<Record<string, Text>> = {
  'bad indentation of a mapping entry': {
    en: 'what stands here does not fit the lines around it: a key is indented otherwise, or a text needs quotes',
    ru: 'написанное здесь не согласуется с соседними строками: у ключа другой отступ, или тексту нужны кавычки',
  },
  'bad indentation of a sequence entry': {
    en: 'an item of a list is indented otherwise than the items before it',
    ru: 'у элемента списка другой отступ, чем у предыдущих',
  },
  'deficient indentation': {
    en: 'a quote or a bracket opened before this line is not closed',
    ru: 'кавычка или скобка, открытая выше этой строки, не закрыта',
  },
  'tab characters must not be used in indentation': {
    en: 'the line is indented with a tab; indent with spaces',
    ru: 'отступ строки сделан табуляцией; делайте его пробелами',
  },
  'missed comma between flow collection entries': {
    en: 'a comma is missing between two entries in brackets, or an expression needs quotes',
    ru: 'между двумя элементами в скобках не хватает запятой, или выражению нужны кавычки',
  },
  "expected the node content, but found ','": { en: 'there is one comma too many', ru: 'лишняя запятая' },
  "expected ':' after a mapping key": { en: 'a colon is missing after a key', ru: 'после ключа не хватает двоеточия' },
  'can not read a block mapping entry; a multiline key may not be an implicit key': {
    en: 'the line before is no «key: value»: perhaps the space after its colon is missing',
    ru: 'строка выше не имеет вида «ключ: значение»: возможно, после двоеточия нет пробела',
  },
  'a whitespace character is expected after the key-value separator within a block mapping': {
    en: 'a space is missing after the colon',
    ru: 'после двоеточия не хватает пробела',
  },
  'unexpected end of the stream within a flow collection': {
    en: 'a bracket is not closed',
    ru: 'скобка не закрыта',
  },
  'unexpected end of the stream within a single quoted scalar': unclosedQuote,
  'unexpected end of the stream within a double quoted scalar': unclosedQuote,
  'unexpected end of the document within a single quoted scalar': unclosedQuote,
  'unexpected end of the document within a double quoted scalar': unclosedQuote,
  'unknown escape sequence': {
    en: 'a backslash between double quotes begins nothing known; use single quotes',
    ru: 'обратная косая черта в двойных кавычках не начинает ничего известного; возьмите одинарные кавычки',
  },
  'the stream contains non-printable characters': {
    en: 'the file holds characters that cannot be printed',
    ru: 'в файле есть непечатаемые символы',
  },
  'end of the stream or a document separator is expected': {
    en: 'something stands after the end of the value: perhaps a key is indented otherwise',
    ru: 'после конца значения стоит что-то еще: возможно, у ключа другой отступ',
  },
  'name of an alias node must contain at least one character': {
    en: 'a star begins an alias; put it in quotes',
    ru: 'звездочка начинает псевдоним; возьмите ее в кавычки',
  },
};
