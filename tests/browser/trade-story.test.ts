import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, signIn } from '../support/browser.ts';
import { choose, fill, pickOffered, says } from '../support/form-steps.ts';
import { type TradingCompany, tradingCompany } from '../support/trading-company.ts';

/** The words of the story as each language has them on screen. */
const words = {
  en: {
    supplier: 'Supplier',
    customer: 'Customer',
    warehouse: 'Warehouse',
    flow: 'Financial flow',
    date: 'Date',
    addLine: 'Add line',
    post: 'Post',
    movements: 'Movements',
    posted: 'Posted',
    march10: '10/03/2026',
    march12: '12/03/2026',
    march31: '31/03/2026',
    hundred: '100.000',
    sixty: '60.000',
    ninety: '90.000',
    minusForty: '-40.000',
    quantity: 'Quantity, line 1',
    short: /500 needed .* only 60/,
  },
  ru: {
    supplier: 'Поставщик',
    customer: 'Покупатель',
    warehouse: 'Склад',
    flow: 'Финансовый поток',
    date: 'Дата',
    addLine: 'Добавить строку',
    post: 'Провести',
    movements: 'Движения',
    posted: 'Проведён',
    march10: '10.03.2026',
    march12: '12.03.2026',
    march31: '31.03.2026',
    hundred: '100,000',
    sixty: '60,000',
    ninety: '90,000',
    minusForty: '-40,000',
    quantity: 'Количество, строка 1',
    short: /500.*60/,
  },
} as const;

describe.each(['en', 'ru'] as const)('a day of trade, in %s', language => {
  const say = words[language];
  let company: TradingCompany;
  let browser: Browser;
  let page: Page;
  let receipt = '';

  beforeAll(async () => {
    company = await tradingCompany();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await signIn(page, company.address, language);
  });

  afterAll(async () => {
    await browser?.close();
    await company?.[Symbol.asyncDispose]();
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const status = (text: string) => says(page.locator('.chip').filter({ hasText: text }), text);

  async function enterLine(item: string, quantity: string, price: string): Promise<void> {
    await button(say.addLine).click();
    await page.keyboard.type(item);
    await pickOffered(page);
    await page.keyboard.type(quantity);
    await page.keyboard.press('Enter');
    await page.keyboard.type(price);
    await page.keyboard.press('Enter');
  }

  async function balanceOn(date: string): Promise<string> {
    await page.goto(`${company.address}/register/technical.Stock/balance?at=${date}`);
    const figure = page.locator('tbody tr td.number').first();
    await figure.or(page.locator('.empty')).first().waitFor();
    return (await figure.count()) === 0 ? '' : ((await figure.textContent()) ?? '').trim();
  }

  test('a goods receipt is entered by the keyboard and posted', async () => {
    await page.goto(`${company.address}/record/technical.GoodsReceipt/new`);
    await choose(page, say.supplier, 'gran');
    await choose(page, say.warehouse, 'north');
    await choose(page, say.flow, 'core');
    await fill(page, say.date, say.march10);
    await enterLine('cem', '100', '450,50');
    await says(page.locator('output'), /45.050[.,]00/);
    await button(say.post).click();
    await status(say.posted);
    receipt = page.url();
    expect(receipt).not.toContain('/new');
  });

  test('its movements say what came into stock', async () => {
    await button(say.movements).click();
    const stock = page.getByRole('dialog').locator('section', { hasText: 'Cement M500' });
    await says(stock, say.hundred);
    await page.keyboard.press('Escape');
  });

  test('the stock has it at the end of the month, and nothing the day before', async () => {
    expect(await balanceOn('2026-03-31')).toBe(say.hundred);
    expect(await balanceOn('2026-03-09')).toBe('');
  });

  test('a sale takes goods out of stock', async () => {
    await page.goto(`${company.address}/record/technical.Sale/new`);
    await choose(page, say.customer, 'mono');
    await choose(page, say.warehouse, 'north');
    await choose(page, say.flow, 'core');
    await fill(page, say.date, say.march12);
    await button(say.addLine).click();
    await page.keyboard.type('cem');
    await pickOffered(page);
    await sellingCells('40', '700');
    await button(say.post).click();
    await status(say.posted);
    expect(await balanceOn('2026-03-31')).toBe(say.sixty);
  });

  /** Some installations show the quality between item and quantity. */
  async function sellingCells(quantity: string, price: string): Promise<void> {
    await page.locator('[data-cell]').nth(0).waitFor();
    if ((await page.locator('td.editing select').count()) > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(quantity);
    await page.keyboard.press('Enter');
    await page.keyboard.type(price);
    await page.keyboard.press('Enter');
  }

  test('a sale of more than is in stock is refused, with the reason beside its line', async () => {
    await page.goto(`${company.address}/record/technical.Sale/new`);
    await choose(page, say.customer, 'mono');
    await choose(page, say.warehouse, 'north');
    await choose(page, say.flow, 'core');
    await button(say.addLine).click();
    await page.keyboard.type('cem');
    await pickOffered(page);
    await sellingCells('500', '700');
    await page.keyboard.press('Control+Enter');
    await says(page.locator('tr.problem'), say.short);
    await says(page.getByRole('alert'), say.short);
    // Leaving without writing: the guard asks, and the user drops the changes.
    await page.locator('header a.up').click();
    await page.getByRole('dialog').locator('button.danger').click();
    await page.waitForURL(/list/);
  });

  test('correcting the backdated receipt moves the balance of every later day', async () => {
    await page.goto(receipt);
    await page.locator('[data-cell="0:2"]').click();
    await page.getByLabel(say.quantity).fill('130');
    await page.keyboard.press('Control+KeyS');
    await says(page.locator('output'), /58.565[.,]00/);
    await status(say.posted);
    await expect.poll(async () => balanceOn('2026-03-31'), { timeout: 15_000 }).toBe(say.ninety);
    expect(await balanceOn('2026-03-11')).toMatch(/^130[.,]000$/);
  });

  test('a figure leads to the movements behind it, and a movement to its document', async () => {
    await page.goto(`${company.address}/register/technical.Stock/balance?at=2026-03-31`);
    await page.locator('tbody td.number a').first().click();
    await page.waitForURL(/movements/);
    await says(page.locator('tbody'), say.minusForty);
    await page.locator('tbody tr').first().locator('a').first().click();
    await page.waitForURL(/record\/technical\.GoodsReceipt/);
    await status(say.posted);
  });
});
