import type { DefineContext } from '../capabilities/define-context.ts';
import { functionalOption as optionWanted } from '../capabilities/wanted.ts';
import schema from '../schemas/option.schema.json' with { type: 'json' };
import type { FunctionalOptionSource } from '../schemas/sources.ts';
import { kind } from './kind.ts';
import type { MetadataObject } from './metadata-object.ts';
import { objectHead } from './object-head.ts';

const answers = {
  name: 'functionalOption',
  folder: 'options',
  schema,
  title: { en: 'Functional option', ru: 'Функциональная опция', fa: 'گزینه کارکردی' },
  listTitle: { en: 'Functional options', ru: 'Функциональные опции', fa: 'گزینه‌های کارکردی' },
  operations: [],
} as const;

/** Switches that show or hide parts of the configuration. */
export const functionalOption = kind<FunctionalOptionSource>({ ...answers, define });

function define(source: FunctionalOptionSource, context: DefineContext): MetadataObject {
  const requires = (source.requires ?? []).flatMap(
    (name, index) => context.reference(name, ['requires', index], optionWanted) ?? [],
  );
  return { ...objectHead(source, context, answers), functionalOption: { default: source.default ?? false, requires } };
}
