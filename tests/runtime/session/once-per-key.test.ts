import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { oncePerKey } from '../../../runtime/session/once-per-key.ts';
import { openTrade, problemsOf, type Trade } from '../records/trade.ts';

let trade: Trade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade[Symbol.asyncDispose]());

const write = (key: string, description: string | null) =>
  oncePerKey(trade.session, { key, bodyHash: String(description) }, session =>
    createRecord(session, { path: 'trade.Item', write: { values: { description } } }),
  );
const items = async () => Number((await trade.database.sql`select count(*) from "trade.Item"`)[0]?.['count']);

describe('a request with a key', () => {
  it('is done once, however often and however quickly it is repeated', async () => {
    const before = await items();
    const answers = await Promise.all(Array.from({ length: 20 }, () => write('one', 'Bolt')));
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(await write('one', 'Bolt')).toEqual(answers[0]);
    expect(await items()).toBe(before + 1);
  });

  it('is refused when the key was for another one', async () => {
    await write('two', 'Nut');
    expect(await problemsOf(write('two', 'Washer'))).toMatchObject([{ code: 'key-reused' }]);
  });

  it('that failed may be tried again', async () => {
    expect(await problemsOf(write('three', null))).toMatchObject([{ code: 'value-required' }]);
    expect(await oncePerKey(trade.session, { key: 'three', bodyHash: 'x' }, async () => 'done')).toBe('done');
  });
});
