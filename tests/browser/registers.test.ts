import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { given, launchBrowser, signIn } from '../support/browser.ts';
import { pickOffered, says } from '../support/form-steps.ts';
import { type TradingCompany, tradingCompany } from '../support/trading-company.ts';

let company: TradingCompany;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  company = await tradingCompany();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await signIn(page, company.address);
  const supplier = await given(company.session, 'regulatory.Counterparty', { values: { description: 'River Quarry' } });
  const financialFlow = await given(company.session, 'economic.FinancialFlow', {
    values: { description: 'Side trade' },
  });
  for (const month of ['01', '02', '04']) {
    await given(company.session, 'technical.GoodsReceipt', {
      values: { date: `2026-${month}-10T10:00:00`, supplier, warehouse: company.warehouse, financialFlow },
      sections: { lines: [{ item: company.cement, quantity: '10', price: '450' }] },
      post: true,
    });
  }
});

afterAll(async () => {
  await browser?.close();
  await company?.[Symbol.asyncDispose]();
});

test('turnovers by month are drawn with a place for the month in which nothing came', async () => {
  await page.goto(`${company.address}/register/technical.Stock/turnovers?by=month&from=2026-01-01&to=2026-12-31`);
  await says(page.locator('.labels'), /Jan 26.*Feb 26.*Mar 26.*Apr 26/);
  await says(page.locator('tfoot'), '30.000');
});

test('leaving out a dimension adds up over it', async () => {
  await page.goto(`${company.address}/register/technical.Stock/balance`);
  await page.getByRole('button', { name: 'Item', exact: true }).click();
  await page.waitForURL(/dimensions=warehouse%2Cquality/);
  await says(page.locator('tbody'), '30.000');
  expect(await page.getByRole('columnheader', { name: 'Item' }).count()).toBe(0);
});

test('the balance between two receipts has the first of them only', async () => {
  await page.goto(`${company.address}/register/technical.Stock/balance`);
  await page.getByLabel('At the end of').fill('1.2.2026');
  await page.keyboard.press('Enter');
  await page.waitForURL(/at=2026-02-01/);
  await says(page.locator('tfoot'), '10.000');
});

test('a rate is written into its register, with the defaults of the configuration', async () => {
  await given(company.session, 'regulatory.Currency', { values: { code: '784', description: 'Dirham' } });
  await page.goto(`${company.address}/options`);
  await page.getByLabel('Several currencies').check();
  await says(page.locator('.notice'), /Options have changed/);
  await page.goto(`${company.address}/register/regulatory.CurrencyRate/records`);
  await page.getByRole('button', { name: 'Add record' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Period').fill('1.3.2026');
  await dialog.getByRole('combobox').first().fill('dirh');
  await pickOffered(page);
  await dialog.getByLabel('Rate').fill('25,5');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await says(page.locator('tbody'), /Dirham/);
});

test('a closed period refuses a document dated within it', async () => {
  await page.goto(`${company.address}/settings`);
  await page.getByLabel('Closed before').fill('01.02.2026');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Save' }).click();
  await says(page.locator('.stack'), /Closed before 01\/02\/2026/);
  await page.reload();
  await expect.poll(() => page.getByLabel('Closed before').inputValue()).toBe('01/02/2026');
});

test('posting a period anew is long work that stands in the list', async () => {
  await page.goto(`${company.address}/work`);
  await page.getByRole('button', { name: 'Start' }).click();
  await says(page.locator('article'), /Reposting/);
});
