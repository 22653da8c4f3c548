import { globSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

/** What an editor does: it knows neither our reader nor our wordings, only the settings, the schemas and YAML. */
const settings: Record<string, Record<string, string>> = JSON.parse(readFileSync('.vscode/settings.json', 'utf8'));
const schemas = Object.entries(settings['yaml.schemas'] ?? {});
const ajv = new Ajv({ strict: false, allErrors: true });
for (const file of globSync('platform/schemas/*.schema.json')) ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')));
const sources = [...globSync('configurations/**/*.yaml'), ...globSync('tests/fixtures/**/*.yaml')];

describe('an editor', () => {
  it('finds exactly one schema for each file of a package', () => {
    const found = sources.map(file => schemas.filter(([, pattern]) => matchesGlob(file, pattern)).length);
    expect(sources.filter((_, index) => found[index] !== 1)).toEqual([]);
  });

  it('has nothing to say of any file that ships', () => {
    const wrong = sources.flatMap(file => {
      const schema = schemas
        .find(([, pattern]) => matchesGlob(file, pattern))?.[0]
        .split('/')
        .at(-1);
      const isValid = ajv.validate(`https://aubade.dev/schemas/${schema}`, load(readFileSync(file, 'utf8')));
      return isValid ? [] : [`${file}: ${ajv.errorsText()}`];
    });
    expect(sources.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});
