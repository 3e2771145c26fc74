/** The mailbox of a demonstration: found by its address only. */
import { expect, test } from '@playwright/test';
import { holding } from '../support/mailbox-page.ts';
import { settled } from '../support/page.ts';

// An answer that is still on its way when a story ends is nobody's fault.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

test('says that it exists only in a demonstration, and that there is nothing in it', async ({ page }) => {
  await page.route('**/graphql?**', holding('[]'));
  await page.goto('/fr/mailbox');
  await settled(page);
  await expect(page.locator('h1')).toHaveText('Boîte aux lettres de la démonstration');
  await expect(page.locator('main')).toContainText('Cette page n’existe que dans une démonstration.');
  await expect(page.locator('main')).toContainText('Il n’y a aucun message.');
  await page.getByRole('button', { name: 'Actualiser' }).click();
  await settled(page);
  await expect(page.locator('main')).toContainText('Il n’y a aucun message.');
});

test('is in no list, and is not for search engines; other pages are', async ({ page, request }) => {
  expect(await (await request.get('/sitemap.xml')).text()).not.toContain('mailbox');
  await page.goto('/fr/sitemap');
  await settled(page);
  await expect(page.locator('main a[href$="/mailbox"]')).toHaveCount(0);
  const robots = (html: string): boolean => html.includes('<meta name="robots" content="noindex" />');
  expect(robots(await (await request.get('/fr/mailbox')).text())).toBe(true);
  expect(robots(await (await request.get('/fr/countries')).text())).toBe(false);
});
