import { describe, expect, it } from 'vitest';
import { ProblemError } from '#platform';
import { readSettings, shellLanguage } from '../../../runtime/command-line/settings.ts';

function problemsOf(environment: Record<string, string>) {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

describe('settings', () => {
  it('have a value where the environment says nothing', () => {
    expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 8080, databaseUrl: undefined });
  });

  it('that make no sense are all named, with what was expected', () => {
    expect(problemsOf({ PORT: '99999', AUBADE_ORIGIN: 'example.org/' })).toMatchObject([
      { code: 'setting-invalid', parameters: { name: 'PORT', found: '99999' } },
      { code: 'setting-invalid', parameters: { name: 'AUBADE_ORIGIN', found: 'example.org/' } },
    ]);
    expect(problemsOf({ PORT: 'http' })).toHaveLength(1);
  });

  it('do not show what is wrong with the address of the database, which may hold a password', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://me:secret@host/x' })).toMatchObject([
      { code: 'setting-invalid', parameters: { name: 'DATABASE_URL', found: '…' } },
    ]);
  });

  it('are worded in the language of the shell, English when it is none of ours', () => {
    expect(['ru_RU.UTF-8', 'de_DE', ''].map(LANG => shellLanguage({ LANG }))).toEqual(['ru', 'en', 'en']);
  });
});
