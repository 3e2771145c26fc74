/** Experts on a narrow page, and that nobody is said to be approved. */
import { expect, test } from '@playwright/test';
import { reach } from '../support/keyboard.ts';
import { settled } from '../support/page.ts';

test('nobody is said to be approved, in the list or on a page', async ({ page }) => {
  for (const [locale, word] of [['en', /\bapprov/i], ['fr', /agréé|agrément/i]] as const) {
    await page.goto(`/${locale}/experts`);
    await settled(page);
    await expect(page.locator('main')).not.toContainText(word);
    await page.locator('.rows h2 a').first().click();
    await expect(page).toHaveURL(/\/experts\/Expert_/);
    await settled(page);
    await expect(page.locator('main')).not.toContainText(word);
  }
});

test('on a narrow page the filters are folded away until they are asked for, by keyboard too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/uk/experts?country=HU');
  await settled(page);
  await expect(page.locator('form[role=search]')).toBeHidden();
  const fold = page.locator('.filter-fold > summary');
  await expect(fold).toHaveText('Фільтри (1)');
  await reach(page, fold);
  await page.keyboard.press('Enter');
  await expect(page.locator('form[role=search]')).toBeVisible();
});
