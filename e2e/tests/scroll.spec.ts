/** Who comes back to a list finds it where they left it. */
import { expect, type Page, test } from '@playwright/test';
import { settled } from '../support/page.ts';

const scrolled = (page: Page): Promise<number> => page.evaluate(() => Math.round(scrollY));

for (const [path, row] of [['/fr/trainings?over=YES', '.sessions h3 a, .sessions h2 a'], ['/sr-Cyrl/experts', '.rows h2 a'], ['/el/organisations', '.rows h2 a, .rows h3 a'], ['/tr/countries', '.country-table a']] as const) {
  test(`${path}: back from a page that was opened far down`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    await settled(page);
    const links = page.locator(row);
    const far = links.nth((await links.count()) - 3);
    await far.scrollIntoViewIfNeeded();
    const before = await scrolled(page);
    expect(before, 'far down').toBeGreaterThan(800);
    await far.click();
    await expect(page.locator('h1')).toBeFocused();
    await expect.poll(() => scrolled(page), { message: 'a page begins at its head' }).toBe(0);
    await page.goBack();
    await settled(page);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(before - 40);
    expect(await scrolled(page)).toBeLessThan(before + 40);
    await page.goForward();
    await settled(page);
    await expect.poll(() => scrolled(page)).toBe(0);
  });
}

test('a condition that is taken away leaves the page where it is', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await page.goto('/hu/experts?theme=ASSISTANCE&country=HU');
  await settled(page);
  await page.locator('.condition').first().scrollIntoViewIfNeeded();
  const before = await scrolled(page);
  expect(before).toBeGreaterThan(0);
  await page.locator('.condition').first().click();
  await expect(page).toHaveURL(/experts\?(theme|country)=\w+$/);
  await settled(page);
  expect(Math.abs((await scrolled(page)) - before)).toBeLessThan(40);
});
