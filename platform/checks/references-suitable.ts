import type { MetadataObject } from '../kinds/metadata-object.ts';
import { didYouMean } from '../problems/closest.ts';
import type { Problem } from '../problems/problem.ts';
import type { Text } from '../text.ts';
import { attributePlaces } from './attribute-places.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** Wherever an object names another, that one exists and is of the sort that is needed there. */
export const referencesSuitable: ConfigurationCheck = (configuration, context) => {
  const { objects } = configuration;
  const options = attributePlaces(configuration).map(({ attribute }) => optional(attribute));
  const uses = [...Object.values(objects).flatMap(usesOf), ...options.flat()];
  return uses.flatMap(use => {
    const target = objects[use.names];
    return target !== undefined && sorts[use.sort].is(target)
      ? []
      : [notSuitable(use, Object.values(objects), context)];
  });
};

/** One object naming another. */
interface Use {
  readonly path: string;
  readonly property: string;
  readonly names: string;
  readonly sort: Sort;
}

type Sort = 'entity' | 'register' | 'option' | 'subsystem' | 'granted' | 'shown';

const sorts: Readonly<Record<Sort, { readonly is: (object: MetadataObject) => boolean; readonly title: Text }>> = {
  entity: {
    is: ({ entity }) => entity !== undefined,
    title: { en: 'a catalog or a document', ru: 'справочник или документ' },
  },
  register: { is: ({ register }) => register !== undefined, title: { en: 'a register', ru: 'регистр' } },
  option: {
    is: ({ functionalOption }) => functionalOption !== undefined,
    title: { en: 'a functional option', ru: 'функциональная опция' },
  },
  subsystem: { is: ({ subsystem }) => subsystem !== undefined, title: { en: 'a subsystem', ru: 'подсистема' } },
  granted: {
    is: ({ operations }) => operations.length > 0,
    title: { en: 'an object that has operations', ru: 'объект, у которого есть операции' },
  },
  shown: {
    is: ({ role, subsystem, functionalOption }) => (role ?? subsystem ?? functionalOption) === undefined,
    title: { en: 'an object that users open', ru: 'объект, который открывают пользователи' },
  },
};

function usesOf(object: MetadataObject): Use[] {
  const { path, entity, posting, role, functionalOption, subsystem } = object;
  const uses = (property: string, sort: Sort, names: readonly string[] = []): Use[] =>
    names.map(name => ({ path, property, names: name, sort }));
  return [
    ...optional(object),
    ...(entity?.sections ?? []).flatMap(optional),
    ...(posting?.rules ?? []).flatMap(optional),
    ...(posting?.rules ?? []).map(rule => ({
      path: rule.path,
      property: 'register',
      names: rule.register,
      sort: 'register' as const,
    })),
    ...uses('owners', 'entity', entity?.owners),
    ...uses(
      'fillFrom',
      'entity',
      entity?.fillFrom.map(({ source }) => source),
    ),
    ...uses('requires', 'option', functionalOption?.requires),
    ...uses('rights', 'granted', Object.keys(role?.rights ?? {})),
    ...uses('objects', 'shown', subsystem?.objects),
    ...uses('parent', 'subsystem', subsystem?.parent === undefined ? [] : [subsystem.parent]),
  ];
}

function optional({ path, option }: { readonly path: string; readonly option?: string }): Use[] {
  return option === undefined ? [] : [{ path, property: 'option', names: option, sort: 'option' }];
}

function notSuitable(
  { path, property, names, sort }: Use,
  objects: readonly MetadataObject[],
  context: CheckContext,
): Problem {
  const { is, title: expected } = sorts[sort];
  const suggestion = didYouMean(
    names,
    objects.filter(is).map(object => object.path),
  );
  return problemOf(context, path, {
    code: 'reference-not-suitable',
    parameters: { found: names, property, expected, suggestion },
  });
}
