/** What a list, another language and the first question of a page ask of the API. */
import { expect, type Page, test } from '@playwright/test';
import { asked } from '../support/cache.ts';
import { settled } from '../support/page.ts';

/** The trusted document that a request is of. */
const documentIn = (url: string): string | null => new URL(url).searchParams.get('documentId');

/** What the document of a page has the browser ask ahead. */
const askedAhead = (page: Page): Promise<string[]> => page.locator('link[rel="preload"][as="fetch"]').evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));

test('a list and what was opened from it are asked for once', async ({ page }) => {
  const taken = asked(page);
  await page.goto('/fr/trainings');
  await settled(page);
  taken();
  // The sessions on the same theme ask on their own, once it is known which theme that is.
  const onTheme = page.waitForResponse((response) => decodeURIComponent(response.url()).includes('"theme":'));
  await page.locator('main a[href*="/fr/trainings/"]').first().click();
  await expect(page).toHaveURL(/\/trainings\/./);
  await onTheme;
  await settled(page);
  expect(taken().length, 'it is asked for').toBeGreaterThan(0);
  for (const turn of [() => page.goBack(), () => page.goForward(), () => page.goBack()]) {
    await turn();
    await settled(page);
  }
  expect(taken()).toEqual([]);
});

test('another language asks anew, in that language, and the first one is still there', async ({ page }) => {
  const taken = asked(page);
  await page.goto('/fr/countries');
  await settled(page);
  expect(taken().every(({ url }) => url.includes('locale=fr'))).toBe(true);
  await page.locator('a[hreflang="el"]').first().dispatchEvent('click');
  await expect(page.locator('html')).toHaveAttribute('lang', 'el');
  await settled(page);
  const inGreek = taken();
  expect(inGreek.length).toBeGreaterThan(0);
  expect(inGreek.every(({ url }) => url.includes('locale=el'))).toBe(true);
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await settled(page);
  expect(taken()).toEqual([]);
});

for (const path of ['', '/countries', '/countries/RO', '/trainings', 'a session', '/experts', '/data-register']) {
  test(`what the page “${path}” asks first is asked by its document, in the same words, and once`, async ({ page }) => {
    let address = path;
    if (path === 'a session') {
      await page.goto('/el/trainings');
      await settled(page);
      address = (await page.locator('main a[href*="/el/trainings/"]').first().getAttribute('href'))!.slice('/el'.length);
    }
    const taken = asked(page);
    await page.goto(`/el${address}`);
    await settled(page);
    await page.waitForLoadState('networkidle');
    const [ahead, requests] = [await askedAhead(page), taken().map(({ url }) => url)];
    expect(ahead.length).toBeGreaterThan(0);
    // Asked in other words, it would come twice: once ahead for nothing.
    for (const url of ahead) expect(requests.filter((one) => documentIn(one) === documentIn(url))).toEqual([url]);
  });
}

test('a list with conditions does not ask ahead for the one without', async ({ page }) => {
  const taken = asked(page);
  await page.goto('/el/trainings?country=RS');
  await settled(page);
  expect(await askedAhead(page)).toEqual([]);
  expect(taken().filter(({ url }) => url.includes('RS'))).toHaveLength(1);
});
