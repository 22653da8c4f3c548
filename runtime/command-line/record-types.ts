import { compile } from 'json-schema-to-typescript';
import { type Configuration, recordTypesSchema } from '#platform';

/**
 * TypeScript types of a package's records, with titles and descriptions as docstrings.
 * Throws when the configuration has no such package.
 */
export async function recordTypes(configuration: Configuration, packageName: string): Promise<string> {
  const schema = recordTypesSchema(configuration, packageName);
  return compile({ ...schema }, `${packageName}Records`, {
    bannerComment: `// Made from the metadata of ${packageName} by "aubade types ${packageName}"; changes here are lost.`,
    additionalProperties: false,
    format: true,
    style: { singleQuote: true, printWidth: 120 },
  });
}
