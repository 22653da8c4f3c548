import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const schemasFolder = fileURLToPath(new URL('../../platform/schemas/', import.meta.url));

const banner = `/** What the files of a configuration may say. Made from the JSON Schemas beside it: node runtime/command-line/generate-source-types.ts */`;

/**
 * TypeScript types of every source file of a configuration, made from `platform/schemas/*.schema.json`.
 * All schemas are compiled as one, so that shared definitions appear once.
 */
export async function sourceTypes(): Promise<string> {
  const files = (await readdir(schemasFolder)).filter(name => name.endsWith('.schema.json')).sort();
  const properties = Object.fromEntries(
    files
      .filter(name => !name.startsWith('definitions'))
      .map(name => [name.replace('.schema.json', ''), { $ref: name }]),
  );
  return compile({ title: 'Sources', type: 'object', additionalProperties: false, properties }, 'Sources', {
    cwd: schemasFolder,
    bannerComment: banner,
    additionalProperties: false,
    declareExternallyReferenced: true,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    format: true,
    style: { singleQuote: true, printWidth: 120, trailingComma: 'all', arrowParens: 'avoid' },
    $refOptions: { resolve: { http: { read: readSchema } } },
  });
}

/** Schemas name one another below their public address; the files beside are what is meant. */
async function readSchema(file: { url: string }): Promise<string> {
  return readFile(`${schemasFolder}${file.url.split('/').at(-1)}`, 'utf8');
}

if (import.meta.main) await writeFile(`${schemasFolder}sources.ts`, await sourceTypes());
