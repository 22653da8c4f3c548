import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decisionsArgued, linksResolve, readmesShort } from './rules/documents.ts';
import { report, repositoryFiles, root } from './source-file.ts';

const pages = repositoryFiles(/\.md$/);
const exists = (path: string) => existsSync(join(root, path));

describe('the documents', () => {
  test('lead somewhere with every link', () => {
    expect(report(linksResolve(pages, exists))).toBe('');
  });

  test('argue every decision', () => {
    expect(report(decisionsArgued(pages))).toBe('');
  });

  test('introduce every folder on a page that is read to the end', () => {
    const folders = ['platform', 'runtime', 'studio', 'sandboxes', 'configurations', 'tests'];
    expect(folders.filter(folder => !exists(`${folder}/README.md`))).toEqual([]);
    expect(report(readmesShort(pages))).toBe('');
  });
});

test('a link to nowhere, a decision without a reason and a long introduction are refused', () => {
  expect(linksResolve([{ path: 'docs/a.md', text: '\nSee [b](b.md).' }], () => false)).toMatchObject([{ line: 2 }]);
  expect(decisionsArgued([{ path: 'docs/decisions/a.md', text: '# Question\n## Tried\n## Chosen\n' }])).toHaveLength(1);
  expect(readmesShort([{ path: 'runtime/README.md', text: 'x\n'.repeat(41) }])).toHaveLength(1);
});

test('links to other sites and within a page are left alone', () => {
  const text = '[a](https://example.com) [b](#below) [c](../README.md#start)';
  expect(linksResolve([{ path: 'docs/a.md', text }], path => path === 'README.md')).toEqual([]);
});
