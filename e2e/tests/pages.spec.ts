/** The pages of text: what a visitor is owed to know, and where it leads. */
import { expect, test } from '@playwright/test';
import { TEXT_PAGES } from '../support/places.ts';

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
