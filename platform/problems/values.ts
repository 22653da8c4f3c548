import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of single values, whatever record they stand in. */
export const valuesProblems = {
  'value-wrong-form': {
    status: 422,
    en: {
      message: '«{value}» is not a value of the type {type}.',
      remedy: 'Give a value in the form this type is written in.',
    },
    ru: {
      message: '«{value}» не является значением типа {type}.',
      remedy: 'Задайте значение в записи, принятой для этого типа.',
    },
  },
  'value-too-long': {
    status: 422,
    en: { message: 'The text has {length} characters; at most {limit} are kept.', remedy: 'Shorten it.' },
    ru: { message: 'В тексте {length} символов, хранится не более {limit}.', remedy: 'Сократите его.' },
  },
  'value-too-many-decimals': {
    status: 422,
    en: { message: '{value} has more digits after the point than are kept ({scale}).', remedy: 'Round it.' },
    ru: { message: 'В числе {value} больше знаков после запятой, чем хранится ({scale}).', remedy: 'Округлите его.' },
  },
  'value-too-large': {
    status: 422,
    en: {
      message: '{value} is too large: at most {digits} digits before the point are kept.',
      remedy: 'Check the figure and its unit.',
    },
    ru: {
      message: 'Число {value} слишком велико: до запятой хранится не более {digits} цифр.',
      remedy: 'Проверьте величину и единицу измерения.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
