import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { given, launchBrowser, signIn } from '../support/browser.ts';
import { type TradingCompany, tradingCompany } from '../support/trading-company.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds serious or worse, each with the element it is about. */
async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    async () =>
      (await (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe.run())
        .violations,
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
}

const screens = [
  '',
  '/list/technical.TechnicalItem',
  '/list/technical.GoodsReceipt',
  '/list/technical.Sale',
  '/record/technical.GoodsReceipt/new',
  '/record/technical.TechnicalItem/new',
  '/register/technical.Stock/balance',
  '/register/technical.Stock/turnovers?by=month',
  '/register/technical.Stock/balance-and-turnovers',
  '/register/technical.Stock/movements',
  '/register/technical.TechnicalPrice/slice',
  '/constants',
  '/options',
  '/users',
  '/settings',
  '/work',
] as const;

let company: TradingCompany;
let browser: Browser;

beforeAll(async () => {
  company = await tradingCompany();
  browser = await launchBrowser();
  const line = { item: company.cement, quantity: '100', price: '450' };
  const supplier = await given(company.session, 'regulatory.Counterparty', { values: { description: 'River Quarry' } });
  const financialFlow = await given(company.session, 'economic.FinancialFlow', {
    values: { description: 'Side trade' },
  });
  await given(company.session, 'technical.GoodsReceipt', {
    values: { date: '2026-03-10T10:00:00', supplier, warehouse: company.warehouse, financialFlow },
    sections: { lines: [line] },
    post: true,
  });
});

afterAll(async () => {
  await browser?.close();
  await company?.[Symbol.asyncDispose]();
});

async function signedIn(options: Parameters<Browser['newContext']>[0], language: 'en' | 'ru' | 'fa'): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await signIn(page, company.address, language);
  return page;
}

/** The page with its figures: nothing is being loaded any more. */
async function open(page: Page, screen: string): Promise<void> {
  await page.goto(company.address + screen);
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

describe.each([
  ['light', 'en'],
  ['dark', 'ru'],
  ['light', 'fa'],
] as const)('in %s colours and %s', (colorScheme, language) => {
  let page: Page;
  beforeAll(async () => {
    page = await signedIn({ colorScheme }, language);
  });
  afterAll(async () => {
    await page?.context().close();
  });

  test.each(screens)('%s has nothing that shuts anybody out', async screen => {
    await open(page, screen);
    expect(await seriousViolations(page)).toEqual([]);
  });
});

test('the sign-in page has nothing that shuts anybody out', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${company.address}/sign-in`);
  await page.locator('input[name=login]').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.context().close();
});

describe('on a phone 320 pixels wide', () => {
  let page: Page;
  beforeAll(async () => {
    page = await signedIn({ viewport: { width: 320, height: 640 } }, 'en');
  });
  afterAll(async () => {
    await page?.context().close();
  });

  test.each(screens)('%s does not scroll sideways', async screen => {
    await open(page, screen);
    const overflow = await page.evaluate(() => {
      const main = document.querySelector('main');
      const root = document.documentElement;
      return Math.max(root.scrollWidth - root.clientWidth, main === null ? 0 : main.scrollWidth - main.clientWidth);
    });
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test('the check itself sees what shuts people out', async () => {
  const page = await signedIn({}, 'en');
  await open(page, '');
  await page.evaluate(() => {
    document.querySelector('h1')?.setAttribute('style', 'color: #eee; background: #fff');
    document.querySelector('main')?.append(document.createElement('button'));
  });
  const found = (await seriousViolations(page)).join('\n');
  expect(found).toContain('color-contrast');
  expect(found).toContain('button-name');
  await page.context().close();
});

test('Persian reads from the right', async () => {
  const page = await signedIn({}, 'fa');
  await open(page, '');
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  const sidebar = await page.locator('nav.sidebar').boundingBox();
  expect(sidebar?.x).toBeGreaterThan(640);
  await page.context().close();
});
