/** Pages of text: notes on a name, figures, what is not said, contents. */
import { expect, test } from '@playwright/test';
import { reach } from '../support/keyboard.ts';
import { settled } from '../support/page.ts';

for (const path of ['/sitemap', '/countries', '/countries/XK', '/demonstration-accounts', '/organisations', '/experts', '/instruments']) {
  test(`the note on the name of Kosovo stands once on ${path}, and describes each name with its star`, async ({ page }) => {
    await page.goto(`/en${path}`);
    await settled(page);
    await expect(page.locator('main').getByText('Kosovo*').or(page.locator('main').getByText('Kosovo *')).first()).toBeAttached();
    await expect(page.locator('#name-notes').getByText(/without prejudice to positions on status/)).toHaveCount(1);
    await expect(page.locator('#name-notes')).toContainText('* This designation is without prejudice');
    for (const name of await page.locator('.localized > span', { hasText: /^Kosovo\*$/ }).all()) await expect(name).toHaveAccessibleDescription(/without prejudice/);
  });
}

test('the figures about the data are those of the database', async ({ page, request }) => {
  const answer = await request.post('/graphql', { data: { query: '{ organisations(first: 100) { totalCount nodes { provenance { isVerified } } } }' } });
  const { organisations } = ((await answer.json()) as { data: { organisations: { totalCount: number; nodes: { provenance: { isVerified: boolean } }[] } } }).data;
  const verified = organisations.nodes.filter(({ provenance }) => provenance.isVerified).length;
  await page.goto('/en/about-the-data');
  const row = page.getByRole('row', { name: /^Organisations/ });
  await expect(row.getByRole('cell')).toHaveText([organisations.totalCount, verified, organisations.totalCount - verified].map(String));
});

test('what the operator has not said is shown as not said', async ({ page }) => {
  await page.goto('/en/legal-notice');
  await expect(page.getByText('Not stated by the operator of this site')).toHaveCount(5);
});

test('the contents lead to their sections, by keyboard too', async ({ page }) => {
  await page.goto('/en/privacy');
  await settled(page);
  await reach(page, page.locator('.contents a', { hasText: 'How to erase these traces' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#erase$/);
  await expect(page.locator('#erase')).toBeInViewport();
  await expect(page.locator('#erase')).toBeFocused();
  await page.reload();
  await expect(page.locator('#erase')).toBeInViewport();
});
