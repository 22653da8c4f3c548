import { expect, test } from 'vitest';
import { ProblemError } from '#platform';
import { callFunction } from '../../../runtime/storage/call-function.ts';
import { inTransaction } from '../../../runtime/storage/in-transaction.ts';
import { testDatabase } from '../../support/database.ts';

/** A database whose function answers how often it was called, after it has failed with a state a number of times. */
async function failingDatabase(state: string, failures: number) {
  const database = await testDatabase();
  await database.sql.unsafe(`create sequence calls;
    create function "a:do"(_input jsonb) returns bigint language plpgsql as $function$
    begin
      if nextval('calls') <= ${failures} then
        raise exception using errcode = '${state}', message = 'as asked', detail = '[{"code":"database-busy","parameters":{}}]';
      end if;
      return currval('calls');
    end $function$`);
  return database;
}

const call = { name: 'a:do', parameters: [[{}, 'jsonb']] } as const;

test.each(['40P01', '40001'])('a call that meets %s is repeated, and nobody is told', async state => {
  await using database = await failingDatabase(state, 3);
  expect(await callFunction(database, call)).toBe('4');
});

test('within a transaction the whole transaction is repeated', async () => {
  await using database = await failingDatabase('40P01', 1);
  let begun = 0;
  const answer = await inTransaction(database, async bound => {
    begun += 1;
    return callFunction(bound, call);
  });
  expect([answer, begun]).toEqual(['2', 2]);
});

test('what the function refuses is thrown as problems, at once', async () => {
  await using database = await failingDatabase('AUB01', 1);
  const error = await callFunction(database, call).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ProblemError);
  expect((error as ProblemError).problems.map(({ code }) => code)).toEqual(['database-busy']);
  expect(await callFunction(database, call)).toBe('2');
});
