import type { MetadataObject } from '../kinds/metadata-object.ts';
import { attributePlaces } from './attribute-places.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** Characters of a path that becomes the name of a table, so that every derived name fits PostgreSQL's 63. */
const pathLengthMax = 48;

/** Names are no words of the expression language, and short enough for the database. */
export const namesUsable: ConfigurationCheck = (configuration, context) => {
  const objects = Object.values(configuration.objects);
  const inner = [
    ...attributePlaces(configuration)
      .filter(({ attribute }) => !attribute.standard)
      .map(({ attribute }) => attribute),
    ...objects.flatMap(innerNames),
  ];
  const tables = [...objects, ...objects.flatMap(object => object.entity?.sections ?? [])];
  return [
    ...inner.filter(({ name }) => reservedWords.has(name)).map(reserved),
    ...tables.filter(({ path }) => path.length > pathLengthMax).map(tooLong),
  ];

  function reserved({ path, name }: Named) {
    return problemOf(context, path, { code: 'name-reserved', parameters: { found: name } });
  }
  function tooLong({ path }: Named) {
    return problemOf(context, path, {
      code: 'path-too-long',
      parameters: { found: path, length: path.length, limit: pathLengthMax },
    });
  }
};

interface Named {
  readonly name: string;
  readonly path: string;
}

function innerNames({ entity, posting, register, enumeration }: MetadataObject): Named[] {
  return [
    ...(entity?.sections ?? []),
    ...(entity?.checks ?? []),
    ...(entity?.predefined ?? []),
    ...(posting?.rules ?? []),
    ...(register?.accumulation?.constraints ?? []),
    ...(enumeration?.values ?? []),
  ];
}

/** What CEL reserves: a name like these could not be written in an expression. */
const reservedWords: ReadonlySet<string> = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);
