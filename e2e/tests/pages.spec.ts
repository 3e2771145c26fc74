/** The pages of text: what a visitor is owed to know, and where it leads. */
import { expect, type Page, test } from '@playwright/test';
import { settled } from '../support/page.ts';
import { TEXT_PAGES } from '../support/places.ts';

/** The addresses of this site that the links of the page's text lead to. */
function links(page: Page): Promise<string[]> {
  return page.locator('main a[href^="/"]').evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
}

test('every link of the sitemap leads to a page, and every page of text is in it', async ({ page }) => {
  test.slow();
  await page.goto('/fr/sitemap');
  await settled(page);
  const found = await links(page);
  await page.goto('/fr/nowhere');
  await settled(page);
  const notFound = await page.locator('h1').innerText();
  expect(found).toEqual(expect.arrayContaining(['/fr', '/fr/countries', '/fr/countries/XK', '/fr/experts', '/fr/trainings', ...TEXT_PAGES.map((path) => `/fr${path}`)]));
  for (const address of found) {
    await page.goto(address);
    await settled(page);
    expect(await page.locator('h1').innerText(), address).not.toBe(notFound);
  }
});

test('who is in danger finds whom to call before anything else', async ({ page }) => {
  await page.goto('/en/contact');
  await expect(page.locator('main h2').first()).toHaveText('If you or someone else is in danger');
  await expect(page.locator('main a').first()).toHaveAttribute('href', 'tel:112');
  await expect(page.locator('main form')).toHaveCount(0);
  await page.getByRole('link', { name: 'Hotlines, country by country' }).click();
  await expect(page).toHaveURL(/\/en\/countries$/);
});

test('machines find robots.txt and a sitemap of what is there', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain('Allow: /');
  const sitemap = await (await request.get('/sitemap.xml')).text();
  const places = [...sitemap.matchAll(/<loc>(.+?)<\/loc>/g)].map((match) => new URL(match[1]!).pathname);
  for (const path of ['', '/trainings', '/countries/AL', ...TEXT_PAGES]) expect(places).toContain(`/mk${path}`);
  expect((await request.get('/.well-known/security.txt')).status()).toBe(404);
});
