/** The frame that comes with a document: one that is another than the page, and the look before the application. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, type Page, test } from '@playwright/test';
import { settled, takenOver, watch } from '../support/page.ts';
import { everyPlace } from '../support/places.ts';

/** The page as the application draws it, a line for each element, without what a build and a browser write in another order. */
function drawn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const written = (text: string): string => text.replaceAll(location.origin, '').replaceAll('?drawn-anew&', '?').replaceAll('?drawn-anew', '').replaceAll(/\bv-\d+(-\d+)*\b/g, 'id');
    return [...document.querySelectorAll('#app *')].map((element) => {
      // What a field holds is its state, which only a build writes as an attribute; letters come when they do.
      const attributes = [...element.attributes].filter(({ name }) => !['value', 'checked', 'selected', 'class', 'data-letters'].includes(name)).map(({ name, value }) => `${name}="${written(value)}"`).sort();
      const { value, checked, selected } = element as Partial<HTMLInputElement & HTMLOptionElement>;
      const text = element.tagName === 'TEXTAREA' ? '' : [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('');
      return [element.tagName, ...[...element.classList].sort(), ...attributes, value, checked, selected, written(text)].join(' ');
    });
  });
}

/** Has the page wait for the answers of the API all the while. Requests are not held up on their way, or nothing that was fetched would be kept for the next page. */
async function silence(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => (new URL(input instanceof Request ? input.url : input, location.href).pathname === '/graphql' ? new Promise(() => undefined) : fetch(input, init));
  });
}

/** Waits for what comes by itself: the map of the first page, and parts of the page of all parts. */
async function whole(page: Page, path: string): Promise<void> {
  if (path === '') await page.locator('.home-map[aria-busy]').waitFor();
  // The texts there that are typed already are read by the guard once it has come.
  if (path === '/components') await Promise.all([page.waitForLoadState('networkidle'), page.locator('.guard-hint.is-told').nth(1).waitFor()]);
}

/** From here a visitor is led on at once. */
const LEADS_ON = ['/desk', '/account', '/account/data'];
const IN_TURN = ['fr', 'el', 'sr-Latn'] as const satisfies readonly Locale[];

for (const [turn, locale] of IN_TURN.entries()) {
  test(`the pages in ${locale} are taken over as they would be drawn anew`, async ({ page, request }) => {
    test.slow();
    const wrong = watch(page);
    // What a page draws that waits is what the frame shows.
    await silence(page);
    // The frame is the same whoever looks: what is for those who work here is seen by a visitor. Each page is left out in one of the three, or told shortly looked at in one.
    const frames = new Set((await everyPlace(request)).map(({ path }) => path).filter((path) => !path.includes('?') && !LEADS_ON.includes(path)));
    for (const path of [...frames].filter((_path, step) => step % IN_TURN.length !== turn)) {
      await page.goto(`/${locale}${path}`);
      await takenOver(page);
      await whole(page, path);
      const kept = await drawn(page);
      await page.goto(`/${locale}${path}?drawn-anew`);
      await takenOver(page);
      await whole(page, path);
      expect.soft(kept, path).toEqual(await drawn(page));
    }
    expect(wrong()).toEqual([]);
  });
}

test('a frame that is another than the page draws is noticed', async ({ page }) => {
  const wrong = watch(page);
  await page.route('**/el/countries', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/<main/, '<p>Not of this page</p><main') });
  });
  await page.goto('/el/countries');
  await takenOver(page);
  await expect.poll(() => wrong().join()).toContain('Hydration');
});

test('the look that was chosen is there before the application is', async ({ page }) => {
  await page.goto('/fr');
  await settled(page);
  await page.locator('.themes input[value="dark"]').check();
  await page.route('**/assets/index-*.js', (route) => route.abort());
  await page.goto('/fr/trainings');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.unroute('**/assets/index-*.js');
  await page.reload();
  await settled(page);
  await expect(page.locator('.themes input[value="dark"]')).toBeChecked();
});
