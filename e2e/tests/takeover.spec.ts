/** The frame that comes with a document: what is seen before any script has come. */
import { readFileSync } from 'node:fs';
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, test } from '@playwright/test';
import { misplaced } from '../support/geometry.ts';

interface Pages {
  readonly accessibility: { readonly known: { readonly item3: string } };
  readonly privacy: { readonly erase: { readonly text3: string } };
}

/** The sentences of the pages of text. */
function messages(locale: Locale): Pages {
  return (JSON.parse(readFileSync(new URL(`../../client/src/locales/${locale}/pages.json`, import.meta.url), 'utf8')) as { pages: Pages }).pages;
}

test('before any script has come the page says what it is, in its language, and leads on and out', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/uk/countries/RO');
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
  await expect(page.locator('.exit')).toHaveAttribute('href', 'https://uk.wikipedia.org/');
  await expect(page.locator('.bottom a[lang="sq"]')).toHaveAttribute('href', '/sq/countries/RO');
  await expect(page.locator('#app .banner')).toBeVisible();
  // What is missing is said, in the language of the page, and so is what the accessibility statement promises all the same.
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('noscript p')).toHaveText(messages('uk').accessibility.known.item3);
  expect(await misplaced(page)).toEqual([]);
  await page.goto('/el/privacy');
  await expect(page.locator('main')).toContainText(messages('el').privacy.erase.text3);
  await page.goto('/tr');
  await expect(page).toHaveTitle(/ – Passerelle$/);
  await expect(page.locator('h1')).toBeVisible();
  await page.locator('.bottom a[lang="hu"]').click();
  await expect(page).toHaveURL(/\/hu$/);
  // No script is needed to choose the language.
  await page.goto('/countries?show=EXPERTS');
  await expect(page).toHaveURL('/fr/countries?show=EXPERTS');
  await context.close();
});
