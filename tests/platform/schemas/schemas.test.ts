import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { kinds } from '#platform';
import { sourceTypes } from '../../../runtime/command-line/generate-source-types.ts';

const folder = new URL('../../../platform/schemas/', import.meta.url);
const files = readdirSync(folder).filter(name => name.endsWith('.schema.json'));
const schemas = files.map(name => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))] as const);

describe('the published schemas', () => {
  it('are all of one address, under their own file names', () => {
    expect(schemas.map(([, schema]) => schema.$id)).toEqual(files.map(name => `https://aubade.dev/schemas/${name}`));
  });

  it('cover every kind', () => {
    expect(schemas.map(([, schema]) => schema.$id)).toEqual(expect.arrayContaining(kinds.map(kind => kind.schema.$id)));
  });

  it('are strict: no keyword is unknown or in vain', () => {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true });
    for (const [, schema] of schemas) ajv.addSchema(schema);
    for (const [, schema] of schemas) expect(() => ajv.getSchema(schema.$id)).not.toThrow();
  });

  it.each(schemas)('%s explains every key to the editor', (_, schema) => {
    const unexplained = keysOf(schema)
      .filter(([, part]) => !('description' in part) && !('$ref' in part))
      .map(([key]) => key);
    expect(unexplained).toEqual([]);
  });

  it('are what the types of the sources are made from', async () => {
    expect(await sourceTypes()).toBe(readFileSync(new URL('sources.ts', folder), 'utf8'));
  }, 60_000);
});

/** Every key that a file may have, with the schema of its value. */
function keysOf(schema: Readonly<Record<string, unknown>>, path = ''): [string, object][] {
  const children = Object.entries(schema).filter(
    (entry): entry is [string, Record<string, unknown>] =>
      typeof entry[1] === 'object' && entry[1] !== null && !Array.isArray(entry[1]),
  );
  return children.flatMap(([key, value]) => {
    const own =
      key === 'properties'
        ? Object.entries(value).map(([name, part]): [string, object] => [`${path}.${name}`, Object(part)])
        : [];
    return [...own, ...keysOf(value, `${path}.${key}`)];
  });
}
