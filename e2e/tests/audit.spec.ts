/** The adviser reads who did what; everybody else is told whose page it is, and reads nothing. */
import { expect, test } from '@playwright/test';
import { answerAdviser, KEY, PAGE } from '../support/audit.ts';
import { misplaced } from '../support/geometry.ts';
import { accessible, settled, watch } from '../support/page.ts';

// An answer that is still on its way when a story ends is nobody's fault.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

test('the page is in no list and is not to be found by a search', async ({ page, request }) => {
  const document = await (await request.get(`/en${PAGE}`)).text();
  expect(document).toContain('<meta name="robots" content="noindex" />');
  expect(await (await request.get('/en/countries')).text(), 'others may be found').not.toContain('noindex');
  expect(await (await request.get('/sitemap.xml')).text()).not.toContain(PAGE);
  await page.goto('/en/sitemap');
  await settled(page);
  await expect(page.locator(`a[href$="${PAGE}"]`)).toHaveCount(0);
});

test('the adviser reads who did what, by day, and chooses what to read', async ({ page }) => {
  const wrong = watch(page);
  const asked = await answerAdviser(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/en${PAGE}`);
  await settled(page);
  const main = page.locator('main');
  await expect(main.locator('.count')).toHaveText('3 entries');
  await expect(main).toContainText('Vienna');
  // In Vienna it was already the next day.
  await expect(main.locator('h2')).toHaveText([/^Wednesday,? 25\sNovember 2026$/, /^Tuesday,? 24\sNovember 2026$/]);
  await expect(main.locator('.rows li')).toHaveText([
    /^10:05\s+Claire Marchand changed the language of their messages: français\s+→then\s+українська$/,
    /^00:30\s+Claire Marchand signed in$/,
    /^09:00\s+The service or a former account changed the role of the account \(no longer there\): Cooperation and Cultural Action Service/,
  ]);
  await accessible(page);

  await page.getByLabel('On what').selectOption('Roles');
  await page.getByRole('button', { name: 'Show results' }).click();
  await expect(page).toHaveURL(`/en${PAGE}?subject=MEMBER`);
  await expect.poll(() => asked.at(-1)).toContain('"subjects":["MEMBER"]');
  await expect(main.getByRole('list', { name: 'Conditions in use' })).toContainText('Roles');
  await settled(page);
  await page.getByLabel('By whom').selectOption('Claire Marchand');
  await page.getByRole('button', { name: 'Show results' }).click();
  await expect(page).toHaveURL(`/en${PAGE}?subject=MEMBER&by=${KEY}`);
  await expect.poll(() => asked.at(-1)).toContain(`"by":"${KEY}"`);
  // Whoever comes by the address has the same, and one link less to read all that was done again.
  await page.reload();
  await settled(page);
  const applied = main.getByRole('list', { name: 'Conditions in use' });
  await expect(applied.getByRole('listitem')).toHaveText([/On what\s+Roles/, /By whom\s+Claire Marchand/]);
  await applied.getByRole('link', { name: 'By whom' }).click();
  await expect(page).toHaveURL(`/en${PAGE}?subject=MEMBER`);
  await settled(page);
  expect(await misplaced(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await misplaced(page), 'on a telephone').toEqual([]);
  await accessible(page);
  expect(wrong()).toEqual([]);
});
