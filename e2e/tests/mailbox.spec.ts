/** The mailbox of a demonstration: found by its address only. */
import { expect, type Route, test } from '@playwright/test';
import { settled } from '../support/page.ts';

// An answer that is still on its way when a story ends is nobody's fault.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

/** Answers for the mailbox; what other stories were sent is not to be seen. */
function holding(mails: '[]' | 'null'): (route: Route) => Promise<void> {
  return async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/"localMailbox":(\[.*\]|null)/s, `"localMailbox":${mails}`) });
  };
}

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

test('where mails are sent, nothing is at its address', async ({ page }) => {
  await page.route('**/graphql?**', holding('null'));
  await page.goto('/fr/mailbox');
  await settled(page);
  await expect(page.locator('h1')).toHaveText('Page non trouvée');
  await expect(page.locator('main')).not.toContainText('démonstration.');
});
