/** Pages of text: where the sitemap leads, notes on a name, figures, what is not said, contents. */
import { expect, type Page, test } from '@playwright/test';
import { reach } from '../support/keyboard.ts';
import { settled } from '../support/page.ts';
import { TEXT_PAGES } from '../support/places.ts';

/** The addresses of this site that the links of the page's text lead to. */
function links(page: Page): Promise<string[]> {
  return page.locator('main a[href^="/"]').evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
}

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
