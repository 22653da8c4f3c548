import type { ExpressionType } from '../expressions/expression.ts';
import { rowType } from '../expressions/expression-type.ts';
import type { SectionsSource } from '../schemas/sources.ts';
import { defineAttributes, optionOf } from './define-attributes.ts';
import type { DefineContext } from './define-context.ts';
import { present } from './present.ts';
import type { Section } from './section.ts';

/** Tabular sections; the expressions of their attributes see the record and the `line`. */
export function defineSections(
  context: DefineContext,
  source: SectionsSource | undefined,
  variables: Readonly<Record<string, ExpressionType>>,
): Section[] {
  return Object.entries(source ?? {}).map(([name, section]) => {
    const [path, at] = [`${context.path}.${name}`, ['sections', name]];
    const owner = { path, at: [...at, 'attributes'], variables: { ...variables, line: rowType(path) } };
    return {
      id: context.id(path, at),
      name,
      path,
      title: context.title(name, section.title),
      ...present({ description: section.description }),
      attributes: defineAttributes(context, section.attributes, owner),
      required: section.required ?? false,
      ...present({ option: optionOf(context, section.option, at) }),
    };
  });
}
