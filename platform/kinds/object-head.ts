import { optionOf } from '../capabilities/define-attributes.ts';
import type { DefineContext } from '../capabilities/define-context.ts';
import { present } from '../capabilities/present.ts';
import type { Text } from '../text.ts';
import type { Kind } from './kind.ts';

interface HeadSource {
  readonly title?: Text;
  readonly listTitle?: Text;
  readonly description?: Text;
  readonly option?: string;
}

/** What every object has, whatever its kind. */
export function objectHead(source: HeadSource, context: DefineContext, answers: Pick<Kind, 'name' | 'operations'>) {
  const title = context.title(context.name, source.title);
  return {
    id: context.id(context.path, []),
    path: context.path,
    package: context.package,
    name: context.name,
    kind: answers.name,
    title,
    listTitle: source.listTitle ?? title,
    ...present({ description: source.description, option: optionOf(context, source.option, []) }),
    operations: answers.operations,
  };
}
