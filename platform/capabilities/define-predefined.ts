import type { CatalogSource } from '../schemas/sources.ts';
import type { Attribute } from './attribute.ts';
import type { At, DefineContext } from './define-context.ts';
import type { PredefinedItem } from './entity.ts';
import { present } from './present.ts';

type PredefinedSource = NonNullable<CatalogSource['predefined']>;

/** Items every infobase has. Values of references and enumerations are written as in expressions and kept in JSON form. */
export function definePredefined(
  context: DefineContext,
  source: PredefinedSource | undefined,
  attributes: readonly Attribute[],
): PredefinedItem[] {
  const byName = new Map(attributes.map(attribute => [attribute.name, attribute]));
  return Object.entries(source ?? {}).map(([name, item]) => {
    const [path, at] = [`${context.path}.${name}`, ['predefined', name]];
    const values = Object.entries(item.values ?? {}).map(([key, value]) => [
      key,
      jsonForm(context, value, { attribute: byName.get(key), at: [...at, 'values', key] }),
    ]);
    return {
      id: context.id(path, at, 'uuid'),
      name,
      path,
      title: context.title(name, item.title),
      isGroup: item.isGroup ?? false,
      ...present({ parent: item.parent }),
      values: Object.fromEntries(values),
    };
  });
}

/** A value that points somewhere is an expression without variables; its literal is the JSON form. */
function jsonForm(
  context: DefineContext,
  value: string | number | boolean | null,
  { attribute, at }: { readonly attribute: Attribute | undefined; readonly at: At },
): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' || attribute?.type.targets === undefined) return String(value);
  const expected = { of: 'value', type: attribute.type } as const;
  const root = context.expression(value, at, { path: attribute.path, variables: {}, expected })?.root;
  return root?.op === 'literal' ? root.value : null;
}
