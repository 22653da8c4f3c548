import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, type Office, openOffice, type Person } from './office.ts';

let office: Office;
let anna: Person;
const things = { supplier: '', customer: '', bolt: '', nut: '' };

beforeAll(async () => {
  office = await openOffice();
  anna = await office.hire('trade.Director');
  things.supplier = await office.put('trade.Partner', { description: 'Steel works' });
  things.customer = await office.put('trade.Partner', { description: 'Garage' });
  things.bolt = await office.put('trade.Item', { description: 'Bolt' });
  things.nut = await office.put('trade.Item', { description: 'Nut' });
});
afterAll(() => office[Symbol.asyncDispose]());

const line = (item: string, quantity: string, price: string) => ({ item, quantity, price });

async function stockOf(item: string, at?: string): Promise<string> {
  const when = at === undefined ? '' : `at=${at}&`;
  const { body } = await anna.send('GET', `/registers/trade.Stock/balance?${when}dimensions=item`);
  return body.rows.find((row: string[]) => row[0] === item)?.[1] ?? '0';
}

test('goods are received, sold, counted at any date, and a correction of the past moves the present', async () => {
  const receipt = await anna.send('POST', '/records/trade.Receipt', {
    values: { date: '2026-01-10T09:00:00', supplier: things.supplier, warehouse: office.warehouse },
    sections: { lines: [line(things.bolt, '10', '2.5'), line(things.nut, '100', '0.1')] },
    post: true,
  });
  expect(receipt.status).toBe(201);
  expect(receipt.headers.get('location')).toBe(`/api/main/records/trade.Receipt/${receipt.body.id}`);
  expect(receipt.body.values).toMatchObject({ posted: true, total: '35.00' });
  expect(receipt.body.values.number).toMatch(/^R-/);

  const sale = await anna.send('POST', '/records/trade.Sale', {
    values: { date: '2026-02-01T12:00:00', customer: things.customer, warehouse: office.warehouse },
    sections: { lines: [line(things.bolt, '4', '5')] },
    post: true,
  });
  expect(sale.status).toBe(201);

  const movements = await anna.send('GET', `/records/trade.Sale/${sale.body.id}/movements`);
  expect(movements.body.map((one: { register: string }) => one.register).sort()).toEqual([
    'trade.Debts',
    'trade.Sales',
    'trade.Stock',
  ]);

  expect(await stockOf(things.bolt)).toBe('6.000');
  expect(await stockOf(things.bolt, '2026-01-31')).toBe('10.000');
  expect(await stockOf(things.bolt, '2026-01-10')).toBe('0');

  const { id, version } = receipt.body;
  const corrected = await anna.send('PUT', `/records/trade.Receipt/${id}`, {
    version,
    values: { date: '2026-01-05T09:00:00' },
    sections: { lines: [line(things.bolt, '7', '2.5')] },
  });
  expect(corrected.status).toBe(200);
  expect(corrected.body.values).toMatchObject({ posted: true, total: '17.50' });
  expect(await stockOf(things.bolt)).toBe('3.000');
  expect(await stockOf(things.bolt, '2026-01-10')).toBe('7.000');
  expect(await stockOf(things.nut)).toBe('0');
});

test('a sale of more than is in stock is refused, and says what is missing on which line', async () => {
  const before = await anna.send('GET', '/records/trade.Sale?count=true');
  const sale = {
    values: { date: '2026-03-01T12:00:00', customer: things.customer, warehouse: office.warehouse },
    sections: { lines: [line(things.bolt, '1000', '5')] },
  };
  const preview = await anna.send('POST', '/records/trade.Sale/preview', sale);
  expect(preview.body.movements.length).toBeGreaterThan(0);
  expect(preview.body.problems.length).toBeGreaterThan(0);
  const refused = await anna.send('POST', '/records/trade.Sale', { ...sale, post: true });
  expect(refused.status).toBe(409);
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(refused.body.problems[0].message).not.toMatch(/[{}]/);
  const after = await anna.send('GET', '/records/trade.Sale?count=true');
  expect(after.body.count).toBe(before.body.count);
});

test('taking back a receipt that was sold from is refused', async () => {
  const { body } = await anna.send('GET', '/records/trade.Receipt?limit=1');
  const { id, version } = body.rows[0];
  expect((await anna.send('POST', `/records/trade.Receipt/${id}/unpost`, { version })).status).toBe(409);
});

test('two people change one document: the second learns who was first, when, and what', async () => {
  const boris = await office.hire('trade.Director');
  const made = await anna.send('POST', '/records/trade.Sale', {
    values: { date: '2026-03-02T12:00:00', customer: things.customer, comment: 'first' },
    sections: { lines: [line(things.bolt, '1', '5')] },
  });
  const { id, version } = made.body;
  expect((await anna.send('PUT', `/records/trade.Sale/${id}`, { version, values: { comment: 'hers' } })).status).toBe(
    200,
  );
  const late = await boris.send('PUT', `/records/trade.Sale/${id}`, { version, values: { comment: 'his' } });
  expect(late.status).toBe(409);
  expect(codesOf(late)).toEqual(['version-conflict']);
  expect(late.body.problems[0].message).toContain('trade.Director');
  expect((await anna.send('GET', `/records/trade.Sale/${id}`)).body.values.comment).toBe('hers');
});

test('a closed period takes no documents, until it is opened again', async () => {
  expect((await anna.send('PUT', '/settings/closed-period', { closedPeriod: '2026-01-01' })).body).toEqual({
    closedPeriod: '2026-01-01',
  });
  const seller = await office.hire('trade.Seller', { 'trade.Warehouse': [office.warehouse] });
  const sale = {
    values: { date: '2025-12-31T12:00:00', customer: things.customer, warehouse: office.warehouse },
    sections: { lines: [line(things.bolt, '1', '5')] },
    post: true,
  };
  const refused = await seller.send('POST', '/records/trade.Sale', sale);
  expect(refused.status).toBe(409);
  expect(codesOf(refused)).toContain('closed-period');
  expect((await seller.send('PUT', '/settings/closed-period', { closedPeriod: null })).status).toBe(403);
  expect((await anna.send('PUT', '/settings/closed-period', { closedPeriod: null })).status).toBe(200);
});
