import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator, given, launchBrowser, signIn } from '../support/browser.ts';
import { choose, pickOffered, says } from '../support/form-steps.ts';
import { type TradingCompany, tradingCompany } from '../support/trading-company.ts';

let company: TradingCompany;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  company = await tradingCompany();
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  await signIn(page, company.address);
});

afterAll(async () => {
  await browser?.close();
  await company?.[Symbol.asyncDispose]();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Leaves the form without writing, answering the guard when it asks. */
async function dropChanges(): Promise<void> {
  await page.locator('header a.up').click();
  await page.getByRole('dialog').locator('button.danger').click();
  await page.waitForURL(/list/);
}

test('a table pasted from a spreadsheet becomes lines, with items found by name', async () => {
  await page.goto(`${company.address}/record/technical.GoodsReceipt/new`);
  await button('Add line').click();
  const rows = ['Cement M500\t\t12,5\t1 450,00', 'Washed sand\t\t1,000\t20', 'No such thing\t\t3\t5'];
  // The unit is computed and takes no column of the table.
  const table = rows.map(row => row.replace('\t\t', '\t')).join('\n');
  await page.evaluate(text => navigator.clipboard.writeText(text), table);
  await page.keyboard.press('Control+KeyV');
  await says(page.locator('[data-cell="1:0"]'), 'Washed sand');
  await says(page.locator('[data-cell="0:2"]'), '12.500');
  await says(page.locator('[data-cell="1:2"]'), '1,000.000');
  await says(page.locator('[data-cell="0:4"]'), '18,125.00');
  await says(page.locator('.stack'), 'No such thing');
  await dropChanges();
});

test('what is not filled is said beside the field, and the summary leads to it', async () => {
  await page.goto(`${company.address}/record/technical.GoodsReceipt/new`);
  await button('Save').click();
  await says(page.getByRole('alert'), /Supplier/);
  const supplier = page.getByRole('combobox', { name: 'Supplier' });
  expect(await supplier.getAttribute('aria-invalid')).toBe('true');
  expect(await supplier.evaluate(element => element === document.activeElement)).toBe(true);
  await page.getByRole('alert').getByRole('button').filter({ hasText: 'Warehouse' }).click();
  const warehouse = page.getByRole('combobox', { name: 'Warehouse' });
  expect(await warehouse.evaluate(element => element === document.activeElement)).toBe(true);
});

test('what was typed and not written is there again when the form is opened anew', async () => {
  await page.goto(`${company.address}/record/technical.TechnicalItem/new`);
  await page.getByLabel('Description').fill('Granite gravel');
  await page.waitForTimeout(900);
  page.once('dialog', dialog => void dialog.accept());
  await page.goto(`${company.address}/list/technical.TechnicalItem`);
  await page.goto(`${company.address}/record/technical.TechnicalItem/new`);
  await says(page.locator('.notice'), /Brought back/);
  expect(await page.getByLabel('Description').inputValue()).toBe('Granite gravel');
  await button('Save').click();
  await says(page.locator('h1'), /Granite gravel/);
});

test('when somebody else has written the record meanwhile, the form says who and lets one decide', async () => {
  const id = await given(company.session, 'technical.TechnicalItem', { values: { description: 'Pigment' } });
  const other = await (await browser.newContext()).newPage();
  await signIn(other, company.address);
  const address = `${company.address}/record/technical.TechnicalItem/${id}`;
  await Promise.all([page.goto(address), other.goto(address)]);
  await other.getByLabel('Description').fill('Red pigment');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await says(other.locator('h1'), /Red pigment/);
  await page.getByLabel('Description').fill('Blue pigment');
  await button('Save').click();
  const dialog = page.getByRole('dialog');
  await says(dialog, /Vera Sokolova/);
  expect(await dialog.textContent()).not.toMatch(/\d{4}-\d\d-\d\dT/);
  await dialog.getByRole('button', { name: 'Write mine over it' }).click();
  await says(page.locator('h1'), /Blue pigment/);
  await other.context().close();
});

test('when the session has ended, signing in again goes on with what was typed', async () => {
  await page.goto(`${company.address}/record/technical.TechnicalItem/new`);
  await page.getByLabel('Description').fill('Fly ash');
  await page.context().clearCookies();
  await button('Save').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name=password]').fill(administrator.password);
  await dialog.locator('button[type=submit]').click();
  await says(page.locator('h1'), /Fly ash/);
});

test('without a connection the form says so and keeps everything', async () => {
  await page.goto(`${company.address}/record/technical.TechnicalItem/new`);
  await page.getByLabel('Description').fill('Slag');
  await page.context().setOffline(true);
  await button('Save').click();
  await says(page.locator('.offline'), /No connection/);
  await page.context().setOffline(false);
  await button('Save').click();
  await says(page.locator('h1'), /Slag/);
});

test('the palette goes to any list and begins any record', async () => {
  await page.goto(company.address);
  await page.locator('nav.sidebar').waitFor();
  await page.keyboard.press('Control+KeyK');
  await page.getByRole('combobox', { name: 'Go to…' }).fill('write-off');
  await page.keyboard.press('Enter');
  await page.waitForURL(/list\/technical\.WriteOff/);
});

test('a list is walked, searched and opened by the keyboard', async () => {
  await page.goto(`${company.address}/list/technical.TechnicalItem`);
  await page.getByRole('searchbox').fill('cement');
  await page.waitForURL(/search=cement/);
  await says(page.locator('.count'), '1 record');
  await page.locator('tbody tr[data-row="0"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/record\/technical\.TechnicalItem/);
  await says(page.locator('h1'), /Cement M500/);
});

test('a filter made by hand narrows the list, stands in the address and is undone by one press', async () => {
  await page.goto(`${company.address}/list/technical.TechnicalItem`);
  await button('Filter').click();
  const editor = page.getByRole('dialog', { name: 'Filter' });
  await editor.getByLabel('Attribute').selectOption({ label: 'Description' });
  await editor.getByLabel('Value').fill('sand');
  await editor.getByRole('button', { name: 'Apply' }).click();
  await page.waitForURL(/where=/);
  await says(page.locator('.count'), '1 record');
  await page.reload();
  await says(page.locator('.count'), '1 record');
  await page.getByRole('button', { name: /Drop the filter/ }).click();
  await page.waitForURL(url => !url.search.includes('where'));
});

test('a preview shows what posting would refuse, and writes nothing', async () => {
  await page.goto(`${company.address}/record/technical.WriteOff/new`);
  await choose(page, 'Warehouse', 'north');
  await page.getByLabel('Reason').fill('Spoilt by rain');
  await button('Add line').click();
  await page.keyboard.type('cem');
  await pickOffered(page);
  await page.locator('[data-cell^="0:"].number').first().click();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await button('Preview').click();
  await says(page.getByRole('dialog').getByRole('alert'), /7/);
  await page.keyboard.press('Escape');
  await dropChanges();
  await page.goto(`${company.address}/list/technical.WriteOff`);
  await page.locator('.empty').waitFor();
});
