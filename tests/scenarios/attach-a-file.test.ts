import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, type Office, openOffice, type Person } from './office.ts';

let office: Office;
let seller: Person;
let stranger: Person;

beforeAll(async () => {
  office = await openOffice();
  seller = await office.hire('trade.Seller', { 'trade.Warehouse': [office.warehouse] });
  stranger = await office.hire('trade.Seller');
});

afterAll(() => office[Symbol.asyncDispose]());

const scan = 'the customer has signed';

async function upload(person: Person, name = 'накладная 7.pdf'): Promise<string> {
  const headers = { 'content-type': 'application/pdf' };
  const sent = await person.send('POST', `/files?name=${encodeURIComponent(name)}`, scan, headers);
  expect(sent.status).toBe(201);
  expect(sent.body).toMatchObject({ name: 'накладная 7.pdf', mediaType: 'application/pdf', sizeBytes: 23 });
  return sent.body.id;
}

test('a file is open to who sent it, and to nobody else until a record has it', async () => {
  const id = await upload(seller);
  const own = await seller.send('GET', `/files/${id}`);
  expect(own.body).toBe(scan);
  expect(own.headers.get('content-disposition')).toContain('attachment');
  const other = await stranger.send('GET', `/files/${id}`);
  expect([other.status, codesOf(other)]).toEqual([404, ['file-not-found']]);
});

test('a file of a sale is open to who may read the sale, and shown by its name', async () => {
  const id = await upload(seller);
  const customer = await office.put('trade.Partner', { description: 'Signs everything' });
  const values = { customer, warehouse: office.warehouse, scan: id };
  const sale = await seller.send('POST', '/records/trade.Sale', { values });
  expect(sale.body.shown[id]).toBe('накладная 7.pdf');
  const colleague = await office.hire('trade.Seller', { 'trade.Warehouse': [office.warehouse] });
  expect((await colleague.send('GET', `/files/${id}`)).body).toBe(scan);
  expect((await stranger.send('GET', `/files/${id}`)).status).toBe(404);
});

test('the folders of a name are left out', async () => {
  await upload(seller, 'C:\\papers\\../накладная 7.pdf');
});

test('a file without content or without a name is refused', async () => {
  const empty = await seller.send('POST', '/files?name=a.txt', '', { 'content-type': 'text/plain' });
  expect([empty.status, codesOf(empty)]).toEqual([422, ['file-empty']]);
  const nameless = await seller.send('POST', '/files?name=', 'x', { 'content-type': 'text/plain' });
  expect(nameless.status).toBe(422);
});

test('a page that pretends to be a picture is only ever saved', async () => {
  const sent = await seller.send('POST', '/files?name=a.svg', '<svg onload="x()"/>', {
    'content-type': 'image/svg+xml',
  });
  const got = await seller.send('GET', `/files/${sent.body.id}`);
  expect(got.headers.get('content-type')).toBe('application/octet-stream');
  expect(got.headers.get('x-content-type-options')).toBe('nosniff');
});
