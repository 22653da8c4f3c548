import type { Attribute } from '../capabilities/attribute.ts';
import { attributeExpressions } from '../capabilities/define-attributes.ts';
import type { DefineContext } from '../capabilities/define-context.ts';
import { present } from '../capabilities/present.ts';
import { valueType } from '../expressions/expression-type.ts';
import schema from '../schemas/constant.schema.json' with { type: 'json' };
import type { ConstantSource } from '../schemas/sources.ts';
import { kind } from './kind.ts';
import type { MetadataObject } from './metadata-object.ts';
import { objectHead } from './object-head.ts';

const answers = {
  name: 'constant',
  folder: 'constants',
  schema,
  title: { en: 'Constant', ru: 'Константа', fa: 'ثابت' },
  listTitle: { en: 'Constants', ru: 'Константы', fa: 'ثابت‌ها' },
  operations: ['read', 'update'],
} as const;

/** One value for the whole infobase. Expressions name it by its object's name; its own check sees it as `value`. */
export const constant = kind<ConstantSource>({ ...answers, define });

function define(source: ConstantSource, context: DefineContext): MetadataObject {
  const head = objectHead(source, context, answers);
  const type = context.type(source, ['type']);
  if (type === undefined) return head;
  const path = `${context.path}.value`;
  const owner = { path, at: [], variables: { value: valueType(type) }, type };
  const { default: initial, ...withoutDefault } = source;
  const value: Attribute = {
    id: context.id(path, []),
    name: 'value',
    path,
    title: head.title,
    type,
    standard: false,
    required: source.required ?? false,
    readOnly: false,
    unique: false,
    ...present({ description: source.description, multiline: source.multiline }),
    ...attributeExpressions(context, withoutDefault, owner),
    // A default is read wherever the constant is named, so it sees nothing of its surroundings.
    ...present({
      default: context.expression(initial, ['default'], { path, variables: {}, expected: valueType(type) }),
    }),
  };
  return { ...head, constant: value };
}
