import type { DefineContext } from '../capabilities/define-context.ts';
import { present } from '../capabilities/present.ts';
import schema from '../schemas/enumeration.schema.json' with { type: 'json' };
import type { EnumerationSource } from '../schemas/sources.ts';
import type { Text } from '../text.ts';
import { kind } from './kind.ts';
import { objectHead } from './object-head.ts';

const answers = {
  name: 'enumeration',
  folder: 'enumerations',
  schema,
  title: { en: 'Enumeration', ru: 'Перечисление', fa: 'شمارش' },
  listTitle: { en: 'Enumerations', ru: 'Перечисления', fa: 'شمارش‌ها' },
  operations: [],
  valueType: 'enumeration',
} as const;

/** Fixed lists of values that everybody may see. */
export const enumeration = kind<EnumerationSource>({ ...answers, define });

function define(source: EnumerationSource, context: DefineContext) {
  const values = Object.entries(source.values).map(([name, value]) => {
    const path = `${context.path}.${name}`;
    return { id: context.id(path, ['values', name]), name, path, title: context.title(name, titleOf(value)) };
  });
  return { ...objectHead(source, context, answers), enumeration: { values } };
}

/** The short form of a value is its title: `good: { en: Good, ru: Годное }`. */
function titleOf({ title, en, ru, fa }: EnumerationSource['values'][string]): Text | undefined {
  const short = present({ en, ru, fa });
  return title ?? (Object.keys(short).length === 0 ? undefined : short);
}
