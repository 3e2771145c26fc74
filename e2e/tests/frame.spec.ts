/** The frame of every page: the way out, the number to call, the looks. */
import { expect, test } from '@playwright/test';
import { neutral, pressThrice } from '../support/frame.ts';
import { reach } from '../support/keyboard.ts';
import { settled } from '../support/page.ts';

test.describe('the way out', () => {
  test('by the button leaves at once, and “back” does not lead to the page that was open', async ({ page }) => {
    const asked = await neutral(page, true);
    await page.goto('/fr/countries');
    await settled(page);
    await page.locator('.country-table a[href$="/AL"]').click();
    await expect(page).toHaveURL(/\/fr\/countries\/AL$/);
    await settled(page);
    await page.locator('.exit').click();
    await expect(page).toHaveURL('https://fr.wikipedia.org/');
    expect(asked).toEqual(['https://fr.wikipedia.org/']);
    await page.goBack();
    await expect(page).not.toHaveURL(/countries\/AL/);
  });

  test('by Escape pressed three times, from a field too, sends no word of where it comes from', async ({ page }) => {
    await neutral(page, true);
    const sent = page.waitForRequest(/wikipedia\.org/);
    await page.goto('/uk/trainings');
    await settled(page);
    await reach(page, page.locator('form[role=search] input[type=search]'));
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
    await expect(page).toHaveURL('https://uk.wikipedia.org/');
    expect((await sent).headers().referer).toBeUndefined();
  });

  test('hides everything even when the network does not answer', async ({ page }) => {
    await neutral(page, false);
    await page.goto('/el/countries/GR');
    await settled(page);
    expect(await pressThrice(page)).toEqual({ display: 'none', title: 'Wikipedia', path: '/' });
  });
});

test('on the page of a country the strip offers its own number, once verified, and the list of all otherwise', async ({ page }) => {
  await page.goto('/bg/countries/BG');
  await settled(page);
  await expect(page.locator('.strip-help a')).toHaveAttribute('href', 'tel:080020100');
  await page.goto('/sq/countries/AL');
  await settled(page);
  await expect(page.locator('.strip-help a')).toHaveAttribute('href', '/sq#hotlines');
  await page.locator('.strip-help a').click();
  await expect(page.locator('#hotlines')).toBeFocused();
  await expect(page.locator('#hotlines')).toBeInViewport();
});

test('the look that was chosen is kept, and nothing is once the device’s is chosen again', async ({ page }) => {
  await page.goto('/en');
  await settled(page);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.locator('.themes input[value="dark"]').check();
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.reload();
  await settled(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(dark);
  await page.locator('.themes input[value="auto"]').check();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).not.toBe(dark);
});
