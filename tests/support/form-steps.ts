import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Chooses a record the way people do: types a few letters and takes the first that is offered. */
export async function choose(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.fill(words);
  await pickOffered(page);
}

/** Takes the record offered for what is being typed. */
export async function pickOffered(page: Page): Promise<void> {
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}

/** Types into a field that is not a choice and leaves it. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: false }).first().fill(text);
  await page.keyboard.press('Tab');
}

/** Waits until the element says this. */
export async function says(element: Locator, text: string | RegExp): Promise<void> {
  await expect
    .poll(
      () =>
        element
          .first()
          .textContent({ timeout: 2_000 })
          .catch(() => ''),
      { timeout: 15_000 },
    )
    .toMatch(text);
}
