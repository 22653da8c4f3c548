import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '#platform';
import { launchBrowser, signIn } from '../support/browser.ts';

/**
 * Pictures of the main screens for the documentation, taken from a running server with the demo company:
 * `node tests/browser/screenshots.ts http://127.0.0.1:8080/plant admin admin`.
 */
const [address = 'http://127.0.0.1:8080/plant', login = 'admin', password = 'admin'] = process.argv.slice(2);
const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));

interface Shot {
  readonly name: string;
  readonly screen: string;
  readonly language?: Language;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  /** What is done before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const openFirst = async (page: Page): Promise<void> => {
  await page.locator('tbody tr a').first().click();
  await page.waitForURL(/record/);
  await page.locator('[data-cell]').first().waitFor();
};

const shots: readonly Shot[] = [
  { name: 'home', screen: '' },
  { name: 'list', screen: '/list/technical.Sale' },
  { name: 'list-dark-russian', screen: '/list/technical.Sale', language: 'ru', colorScheme: 'dark' },
  { name: 'list-phone', screen: '/list/technical.Sale', width: 390 },
  { name: 'document', screen: '/list/technical.Sale', prepare: openFirst },
  {
    name: 'movements',
    screen: '/list/technical.Sale',
    prepare: async page => {
      await openFirst(page);
      await page
        .locator('.commands button', { has: page.locator('svg') })
        .filter({ hasText: 'Movements' })
        .click();
      await page.locator('dialog table').first().waitFor();
    },
  },
  { name: 'balance', screen: '/register/technical.Stock/balance?at=2026-06-30' },
  { name: 'turnovers', screen: '/register/technical.SalesTurnovers/turnovers?by=month&dimensions=item' },
  { name: 'turnovers-persian', screen: '/register/technical.Stock/turnovers?by=month', language: 'fa' },
  {
    name: 'palette',
    screen: '/list/technical.TechnicalItem',
    prepare: async page => {
      await page.keyboard.press('Control+KeyK');
      await page.getByRole('combobox').last().fill('sto');
    },
  },
];

async function take(browser: Browser, shot: Shot): Promise<void> {
  const { name, screen, language = 'en', colorScheme = 'light', width = 1280, prepare } = shot;
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  await signIn(page, address, language, { login, password });
  await page.goto(address + screen);
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await prepare?.(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${folder}${name}.png` });
  await context.close();
}

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
for (const shot of shots) await take(browser, shot);
await browser.close();
