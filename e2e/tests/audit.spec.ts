/** The adviser reads who did what; everybody else is told whose page it is, and reads nothing. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, type Page, test } from '@playwright/test';
import { misplaced } from '../support/geometry.ts';
import { accessible, settled, takenOver, watch } from '../support/page.ts';

const PAGE = '/audit';

// An answer that is still on its way when a story ends is nobody's fault.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

/** What a visitor calls the page, whose it is, and the way to sign in. */
const VISITORS = [
  ['fr', 'Qui a fait quoi', 'Seuls le conseiller technique régional et son équipe peuvent lire qui a fait quoi.', 'Se connecter avec le compte du conseiller'],
  ['el', 'Ποιος έκανε τι', 'Μόνο ο περιφερειακός τεχνικός σύμβουλος και η ομάδα του μπορούν να διαβάσουν ποιος έκανε τι.', 'Σύνδεση με τον λογαριασμό του συμβούλου'],
  ['sr-Cyrl', 'Ко је шта урадио', 'Само регионални технички саветник и његов тим могу да читају ко је шта урадио.', 'Пријава на налог саветника'],
] as const satisfies readonly (readonly [Locale, string, string, string])[];

for (const [locale, title, closed, signIn] of VISITORS) {
  test(`a visitor reads in ${locale} that the page is the adviser’s, and nothing else`, async ({ page }) => {
    const wrong = watch(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`/${locale}${PAGE}`);
    await settled(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const main = page.locator('main');
    await expect(main.getByRole('status')).toContainText(closed);
    await expect(main.getByRole('link', { name: signIn })).toHaveAttribute('href', `/${locale}/sign-in`);
    await expect(main.locator('form, time, bdi, .results')).toHaveCount(0);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await misplaced(page), `${width} wide`).toEqual([]);
      await accessible(page);
    }
    expect(wrong()).toEqual([]);
  });
}

test('the page is in no list and is not to be found by a search', async ({ page, request }) => {
  const document = await (await request.get(`/en${PAGE}`)).text();
  expect(document).toContain('<meta name="robots" content="noindex" />');
  expect(await (await request.get('/en/countries')).text(), 'others may be found').not.toContain('noindex');
  expect(await (await request.get('/sitemap.xml')).text()).not.toContain(PAGE);
  await page.goto('/en/sitemap');
  await settled(page);
  await expect(page.locator(`a[href$="${PAGE}"]`)).toHaveCount(0);
});

const CLAIRE = { __typename: 'Person', name: 'Claire Marchand', email: 'claire@example.org' };
const KEY = '019abc00-0000-7000-8000-0000000000c1';
const ROWS = [
  { at: '2026-11-25T09:05:00Z', by: CLAIRE, action: 'CHANGED', subject: 'PERSON', about: CLAIRE, part: 'locale', before: 'fr', after: 'uk' },
  { at: '2026-11-24T23:30:00Z', by: CLAIRE, action: 'ADDED', subject: 'SESSION', about: CLAIRE, part: null, before: null, after: null },
  { at: '2026-11-24T08:00:00Z', by: null, action: 'CHANGED', subject: 'MEMBER', about: null, part: 'role', before: 'SCAC', after: 'SSI' },
].map((row, index) => ({ __typename: 'AuditEntry', id: `AuditEntry_${index}`, byKey: row.by && KEY, aboutKey: row.about && KEY, ...row }));

/** Answers as the API does to the adviser; tells which variables it was asked with. */
async function answerAdviser(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route('**/graphql?**', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { data: Record<string, unknown> };
    if (!answer.data.auditEntries) return route.fulfill({ response });
    asked.push(new URL(route.request().url()).searchParams.get('variables') ?? '');
    const auditEntries = { ...(answer.data.auditEntries as object), totalCount: ROWS.length, nodes: ROWS };
    return route.fulfill({ response, json: { ...answer, data: { ...answer.data, auditEntries, latest: { __typename: 'AuditEntryConnection', nodes: [{ __typename: 'AuditEntry', id: ROWS[0]!.id }] } } } });
  });
  return asked;
}

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

test('the journal is asked for anew whenever its reader comes back to it', async ({ page }) => {
  const asked = await answerAdviser(page);
  await page.goto(`/en${PAGE}`);
  await settled(page);
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Experts' }).click();
  await expect(page).toHaveURL('/en/experts');
  await settled(page);
  const before = asked.length;
  await page.goBack();
  await settled(page);
  await expect.poll(() => asked.length).toBe(before + 1);
});

test('where the journal cannot be had the page says so, and can ask again', async ({ page }) => {
  await page.route('**/graphql?**', (route) => route.fulfill({ status: 503, body: 'not ready' }));
  await page.goto(`/en${PAGE}`);
  await takenOver(page);
  await expect(page.getByRole('alert')).toContainText('The server could not be reached');
  await page.unroute('**/graphql?**');
  await page.getByRole('alert').getByRole('button').click();
  await settled(page);
  await expect(page.locator('main').getByRole('status')).toContainText('Only the regional technical adviser');
});
