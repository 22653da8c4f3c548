import type { Expression } from '../expressions/expression.ts';
import { dateTimeType, valueType } from '../expressions/expression-type.ts';
import type { Text } from '../text.ts';
import type { DataType } from '../types/data-type.ts';
import type { Attribute } from './attribute.ts';
import type { DefineContext } from './define-context.ts';
import { present } from './present.ts';

/** What a kind says of an attribute that all its objects have. */
export interface StandardAttribute {
  readonly name: string;
  readonly title: Text;
  readonly type: DataType;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  /** Expression that a new record starts with. */
  readonly default?: string;
}

/** The attributes a kind gives to an object by itself. They need no ids of their own: the object's id and their name are permanent. */
export function standardAttributes(
  context: DefineContext,
  objectId: string,
  declared: readonly StandardAttribute[],
): Attribute[] {
  return declared.map(attribute => {
    const path = `${context.path}.${attribute.name}`;
    const expected = valueType(attribute.type);
    const start: Expression | undefined = context.expression(attribute.default, [], {
      path,
      variables: { now: dateTimeType },
      expected,
    });
    return {
      id: `${objectId}:${attribute.name}`,
      name: attribute.name,
      path,
      title: attribute.title,
      type: attribute.type,
      standard: true,
      required: attribute.required ?? false,
      readOnly: attribute.readOnly ?? false,
      unique: false,
      ...present({ default: start }),
    };
  });
}
