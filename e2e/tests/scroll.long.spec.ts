/** Coming back to lists, languages and links that were left far down. */
import { expect, test } from '@playwright/test';
import { settled } from '../support/page.ts';
import { scrolled } from '../support/scroll.ts';

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
    await expect(far).toBeFocused();
    await page.goForward();
    await settled(page);
    await expect(page.locator('h1')).toBeFocused();
    await expect.poll(() => scrolled(page)).toBe(0);
  });
}

test('of two links to one page it is the one that was opened: of a country on the map, and of it in the table', async ({ page }) => {
  await page.goto('/en/countries?show=SESSIONS');
  await settled(page);
  const links = page.locator('main a[href="/en/countries/AL"]');
  await expect(links.nth(1)).toBeVisible();
  await page.locator('.country-table a[href="/en/countries/AL"]').press('Enter');
  await expect(page).toHaveURL(/AL$/);
  await expect(page.locator('h1')).toBeFocused();
  await page.goBack();
  await settled(page);
  await expect(page.locator('.country-table a[href="/en/countries/AL"]')).toBeFocused();
});

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

test('what goes away when it is pressed leaves the focus beside it: the link to what is over, the button that tries again', async ({ page }) => {
  await page.goto('/hr/trainings');
  await settled(page);
  await page.locator('.conditions a[href*="over=YES"]').press('Enter');
  await expect(page).toHaveURL(/over=YES/);
  await settled(page);
  await expect(page.locator('.conditions')).toBeFocused();
  await page.route('**/graphql?*', (route) => route.abort());
  await page.goto('/hr/countries/AL');
  const again = page.locator('[role=alert] button');
  await again.waitFor();
  await page.unroute('**/graphql?*');
  await again.press('Enter');
  await expect(again).toHaveCount(0);
  await settled(page);
  await expect(page.locator('h1')).toBeFocused();
});
