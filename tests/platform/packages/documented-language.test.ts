import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assemble, kinds } from '#platform';
import { sourceOf } from '../../support/shop-package.ts';

const page = readFileSync(new URL('../../../docs/configuration-language.md', import.meta.url), 'utf8');
const editor = JSON.parse(readFileSync(new URL('../../../.vscode/settings.json', import.meta.url), 'utf8'));
const examples = [...page.matchAll(/```yaml\n# (\S+\.yaml)\n([^`]*)```/g)].map(
  ([, path = '', text = '']) => [path, text] as const,
);

describe('the page about the configuration language', () => {
  it('shows a package that loads', () => {
    const { problems } = assemble([sourceOf('shop', Object.fromEntries(examples))], {
      ids: 'derived',
      hash: text => text,
    });
    expect(problems).toEqual([]);
  });

  it('shows an object of every kind, and names its folder', () => {
    for (const kind of kinds) {
      expect(page).toContain(`| \`${kind.folder}/\` |`);
      expect(examples.map(([path]) => path)).toContainEqual(expect.stringMatching(`^${kind.folder}/`));
    }
  });

  it('maps the schema of every kind for the editor', () => {
    for (const kind of kinds) {
      const file = kind.schema.$id.split('/').at(-1);
      expect(editor['yaml.schemas']).toHaveProperty([`./platform/schemas/${file}`], `**/${kind.folder}/*.yaml`);
    }
  });
});
