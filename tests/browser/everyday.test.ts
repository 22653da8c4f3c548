import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newIdentity } from '../../runtime/records/identity.ts';
import { createUser } from '../../runtime/session/users.ts';
import { given, launchBrowser, signIn } from '../support/browser.ts';
import { says } from '../support/form-steps.ts';
import { type TradingCompany, tradingCompany } from '../support/trading-company.ts';

let company: TradingCompany;
let browser: Browser;
let page: Page;

const economist = { login: 'elena', password: 'figures-before-breakfast' } as const;

beforeAll(async () => {
  company = await tradingCompany();
  const { session } = company;
  const user = { ...economist, name: 'Elena', language: 'en', roles: ['economic.Economist'], disabled: false } as const;
  await createUser(session, { id: newIdentity(session.clock, session.random), write: { ...user, allowed: {} } });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await signIn(page, company.address);
});

afterAll(async () => {
  await browser?.close();
  await company?.[Symbol.asyncDispose]();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const isFocused = (element: Locator) => element.evaluate(found => found === document.activeElement);

test('a new document begins with the cursor in the first thing to fill', async () => {
  await page.goto(`${company.address}/list/technical.GoodsReceipt`);
  await page.getByRole('link', { name: 'Create' }).or(button('Create')).first().click();
  const supplier = page.getByRole('combobox', { name: 'Supplier' });
  await supplier.waitFor();
  await expect.poll(() => isFocused(supplier)).toBe(true);
});

test('after following a link the keyboard is in the page, not at the top of the menu', async () => {
  await page.goto(company.address);
  await page.locator('nav.sidebar a.entry').first().click();
  await page.locator('main h1').first().waitFor();
  await expect.poll(() => isFocused(page.locator('main'))).toBe(true);
});

test('the palette leads to the pages of the administration', async () => {
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type('long work');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/work$/);
  await says(page.locator('h1'), 'Long work');
});

test('a closed period that is saved is no longer waiting to be saved, and the keyboard stays with it', async () => {
  await page.goto(`${company.address}/settings`);
  const day = page.getByLabel('Closed before');
  await day.fill('01/02/2020');
  await page.keyboard.press('Tab');
  await button('Save').click();
  await says(page.locator('.stack'), /Closed before 01\/02\/2020/);
  expect(await button('Save').isDisabled()).toBe(true);
  expect(await isFocused(day)).toBe(true);
  await day.fill('');
  await page.keyboard.press('Tab');
  await button('Save').click();
  await says(page.locator('.stack'), /No period is closed/);
});

test('an option is turned by the keyboard, which stays on it', async () => {
  await page.goto(`${company.address}/options`);
  const option = page.getByRole('checkbox').first();
  const before = await option.isChecked();
  await option.focus();
  for (const wanted of [!before, before]) {
    await page.keyboard.press('Space');
    await says(page.locator('.notice'), /Options have changed/);
    await expect.poll(() => option.isChecked()).toBe(wanted);
    expect(await isFocused(option)).toBe(true);
  }
});

test('reposting says in words what is done and how far it is', async () => {
  await page.goto(`${company.address}/work`);
  await button('Start').click();
  const card = page.locator('article').filter({ hasText: 'Reposting' });
  await says(card, /Waiting|Running|Done/);
  expect(await card.first().textContent()).not.toMatch(/posting$|undefined/);
});

test('a record that is not there is said in words, whatever its address', async () => {
  for (const id of ['abc', '018f0000-0000-7000-8000-000000000000']) {
    await page.goto(`${company.address}/record/technical.Sale/${id}`);
    await says(page.locator('main'), /There is no such record/);
    expect(await page.locator('main').textContent()).not.toContain('/api/');
  }
});

test('the notice of a lost connection goes by itself when the server is back', async () => {
  await page.goto(`${company.address}/list/technical.TechnicalItem`);
  await page.locator('tbody tr').first().waitFor();
  const notice = page.locator('.offline');
  await page.route('**/api/**', route => route.abort());
  await page.getByRole('searchbox').or(page.getByLabel('Search')).first().fill('cement');
  await notice.waitFor();
  await says(page.locator('main'), /The server cannot be reached/);
  await page.unroute('**/api/**');
  await notice.waitFor({ state: 'detached' });
});

test('whose session has ended types the password first, and what was typed is saved then', async () => {
  await page.goto(`${company.address}/record/technical.TechnicalItem/new`);
  await page.getByLabel('Description').fill('River sand');
  await page.context().clearCookies();
  await page.keyboard.press('Control+KeyS');
  const password = page.getByRole('dialog').getByLabel('Password');
  await password.waitFor();
  expect(await isFocused(password)).toBe(true);
  await page.keyboard.type('dawn-over-the-plant');
  await page.keyboard.press('Enter');
  await says(page.locator('h1'), /River sand/);
});

test('a page one may not use says so and offers nothing', async () => {
  const other = await (await browser.newContext()).newPage();
  await signIn(other, company.address, 'en', economist);
  for (const place of ['users', 'options', 'settings', 'work']) {
    await other.goto(`${company.address}/${place}`);
    await says(other.locator('main'), /You may not open this page/);
    expect(await other.locator('main button').count()).toBe(0);
  }
  await other.close();
});

test('on a phone the figure of a balance is in sight beside its name', async () => {
  const { warehouse, cement } = company;
  const supplier = await given(company.session, 'regulatory.Counterparty', { values: { description: 'River Quarry' } });
  const financialFlow = await given(company.session, 'economic.FinancialFlow', { values: { description: 'Side' } });
  await given(company.session, 'technical.GoodsReceipt', {
    values: { date: '2026-03-10T10:00:00', supplier, warehouse, financialFlow },
    sections: { lines: [{ item: cement, quantity: '100', price: '450' }] },
    post: true,
  });
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const phone = await context.newPage();
  for (const language of ['en', 'fa'] as const) {
    await signIn(phone, company.address, language);
    await phone.goto(`${company.address}/register/technical.Stock/balance`);
    const figure = phone.locator('tbody td.number').last();
    await figure.waitFor();
    const box = await figure.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    await context.clearCookies();
    await phone.evaluate(() => localStorage.setItem('aubade:language', 'fa'));
  }
  await context.close();
});

test('a name in a Persian form does not run under the buttons of its field', async () => {
  const persian = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(persian, company.address, 'fa');
  await persian.goto(`${company.address}/list/technical.GoodsReceipt`);
  await persian.locator('tbody tr a').first().click();
  const field = persian
    .locator('.reference')
    .filter({ has: persian.locator('.buttons') })
    .first();
  await field.waitFor();
  const [text, buttons] = await Promise.all([
    field.locator('input').evaluate(input => {
      return input.getBoundingClientRect().left + Number.parseFloat(getComputedStyle(input).paddingLeft);
    }),
    field.locator('.buttons').boundingBox(),
  ]);
  expect(text).toBeGreaterThanOrEqual((buttons?.x ?? 0) + (buttons?.width ?? 0));
  expect(await persian.evaluate(() => document.fonts.check('14px "Vazirmatn Variable"', 'سلام'))).toBe(true);
  await persian.close();
});
