/** Who comes back to a list by keyboard, or reads it in another language, finds it where they left it. */
import { expect, test } from '@playwright/test';
import { settled } from '../support/page.ts';
import { scrolled } from '../support/scroll.ts';

test('who works by keyboard goes back to the fifth link of a list, and on from there', async ({ page }) => {
  await page.goto('/sq/organisations');
  await settled(page);
  const title = await page.locator('h1').innerText();
  const links = page.locator('.rows h2 a, .rows h3 a');
  await links.nth(4).scrollIntoViewIfNeeded();
  await links.nth(4).focus();
  const before = await scrolled(page);
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toBeFocused();
  await page.goBack();
  await settled(page);
  await expect(links.nth(4)).toBeFocused();
  await expect.poll(async () => Math.abs((await scrolled(page)) - before)).toBeLessThan(40);
  await expect(page.locator('p[role=status][aria-live]')).toHaveText(title);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toBeFocused();
  // Also where the page that was opened is loaded anew, and the list has to be asked for.
  await page.reload();
  await settled(page);
  await page.goBack();
  await settled(page);
  await expect(links.nth(4)).toBeFocused();
});

test('another language leaves the page where it is read, with the focus on what was chosen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/fr/organisations');
  await settled(page);
  await page.evaluate(() => scrollTo(0, 2_500));
  const link = page.locator('footer a[lang="el"]');
  await link.evaluate((element) => (element as HTMLElement).focus({ preventScroll: true }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/el/organisations');
  await settled(page);
  await expect.poll(() => scrolled(page)).toBe(2_500);
  await expect(link).toBeFocused();
});
