/** Calendars for the reader's own application: sessions that are followed by anybody, and one's own by an address that can be taken away. */
import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { misplaced } from '../support/geometry.ts';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { signIn } from '../support/sign-in.ts';

test.use(OWN_NETWORK);

interface Count {
  readonly trainingSessions: { readonly totalCount: number };
}

/** What an application reads at an address: its status, its lines put together again, and how many sessions it has: the first day of each has its id. */
async function read(request: APIRequestContext, address: string): Promise<{ readonly status: number; readonly lines: readonly string[]; readonly events: number }> {
  const answer = await request.get(address);
  const lines = (await answer.text()).replaceAll('\r\n ', '').split('\r\n');
  return { status: answer.status(), lines, events: lines.filter((line) => /^UID:TrainingSession_[\da-f-]{36}$/.test(line)).length };
}

/** As on the narrowest telephone, and back. */
async function fitsInNarrow(page: Page): Promise<void> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 700 });
  expect.soft(await misplaced(page)).toEqual([]);
  await page.setViewportSize(before);
}

const addressIn = (part: Page | Locator): Locator => part.locator('.calendar-address input');

test('sessions of a country and a theme are followed at an address of their own', async ({ page, request }) => {
  const wrong = watch(page);
  await page.goto('/el/trainings');
  await settled(page);
  await page.locator('form[role=search] select').first().selectOption('GR');
  await page.locator('form[role=search] button[type=submit]').click();
  await expect(page).toHaveURL(/country=GR/);
  await settled(page);
  await page.getByText('Παρακολούθηση αυτών των συνεδριών στο ημερολόγιό σας').click();
  const address = await addressIn(page).inputValue();
  expect(address).toMatch(/\/calendar\/sessions\.ics\?country=GR&locale=el$/);
  await expect(page.getByRole('link', { name: 'Άνοιγμα σε εφαρμογή ημερολογίου' })).toHaveAttribute('href', address.replace('http:', 'webcal:'));
  await accessible(page);
  await fitsInNarrow(page);

  const from = new Date(Date.now() - 92 * 86_400_000).toISOString();
  const { trainingSessions } = await ask<Count>(request, 'el', `{ trainingSessions(filter: { country: "GR", from: "${from}" }) { totalCount } }`);
  const calendar = await read(request, address);
  expect([calendar.status, calendar.events]).toEqual([200, trainingSessions.totalCount]);
  expect(calendar.lines).toContain('X-WR-CALNAME:Passerelle · Εκπαιδευτικές συνεδρίες · Ελλάδα');
  expect(calendar.lines.filter((line) => line.startsWith('SUMMARY')).every((line) => /^SUMMARY(;LANGUAGE=[\w-]+)?:./.test(line))).toBe(true);

  // Another condition changes the address, or is said to be no part of it.
  await page.locator('form[role=search] select').nth(3).selectOption('IDENTIFICATION');
  await page.locator('form[role=search] select').nth(1).selectOption('ONLINE');
  await page.locator('form[role=search] button[type=submit]').click();
  await expect(page).toHaveURL(/theme=IDENTIFICATION/);
  await expect(addressIn(page)).toHaveValue(/country=GR&theme=IDENTIFICATION&locale=el$/);
  await expect(page.locator('.subscribe')).toContainText('μόνο τη χώρα και το θέμα');
  expect(wrong()).toEqual([]);
});

test('the sessions that an expert teaches are followed on their page', async ({ page, request }) => {
  const { experts } = await ask<{ experts: { nodes: { id: string; trainingSessions: { totalCount: number } }[] } }>(request, 'tr', '{ experts(first: 40) { nodes { id trainingSessions { totalCount } } } }');
  const { id } = experts.nodes.find(({ trainingSessions }) => trainingSessions.totalCount > 0)!;
  await page.goto(`/tr/experts/${id}`);
  await settled(page);
  await page.locator('.subscribe summary').click();
  const address = await addressIn(page).inputValue();
  expect(address).toContain(`expert=${id}`);
  expect((await read(request, address)).status).toBe(200);
  await accessible(page);
});

test('somebody’s own calendar is read at an address that is made, used and taken away', async ({ page, request }) => {
  test.slow();
  const wrong = watch(page);
  await signIn(page, 'fr', 'scac.hu@passerelle.example');
  await page.goto('/fr/account');
  await settled(page);
  const part = page.locator('.own-calendars');
  await part.scrollIntoViewIfNeeded();
  await part.getByRole('button', { name: 'Créer une adresse' }).click();
  await expect(part.locator('#new-calendar')).toBeFocused();
  const address = await addressIn(part).inputValue();
  expect(address).toMatch(/\/calendar\/own\/[\w-]{32}\.ics$/);
  await settled(page);
  await accessible(page);
  await fitsInNarrow(page);

  const own = await read(request, address);
  expect(own.status).toBe(200);
  expect(own.lines).toContain('X-WR-CALNAME:Passerelle · Vos sessions de formation');
  expect(own.events).toBeGreaterThan(0);
  await part.getByRole('button', { name: 'C’est fait' }).click();
  await expect(addressIn(part)).toHaveCount(0);

  await part.locator('select').selectOption({ label: 'Agenda de l’ambassade de France\u202F: Hongrie' });
  await part.getByRole('button', { name: 'Créer une adresse' }).click();
  await expect(part.locator('#new-calendar')).toBeFocused();
  const post = await addressIn(part).inputValue();
  expect((await read(request, post)).lines).toContain('X-WR-CALNAME:Passerelle · Ambassade de France · Hongrie');

  await part.getByRole('button', { name: 'C’est fait' }).click();
  const theme = await part.locator('option[value="theme IDENTIFICATION"]').innerText();
  await part.locator('select').selectOption({ label: theme });
  await part.getByRole('button', { name: 'Créer une adresse' }).click();
  await expect(part.locator('#new-calendar')).toBeFocused();
  const ofTheme = await addressIn(part).inputValue();
  expect((await read(request, ofTheme)).lines).toContain(`X-WR-CALNAME:Passerelle · Sessions de formation · ${theme.replace('Agenda d’un thème\u202F: ', '')}`);

  // An address is shown once, and is listed by what it is for.
  await page.reload();
  await settled(page);
  await expect(addressIn(part)).toHaveCount(0);
  await expect(part.locator('.rows h3')).toHaveText(['Votre propre agenda', 'Agenda de l’ambassade de France\u202F: Hongrie', theme]);
  await expect(part.locator('.rows dd[lang=fr]')).toHaveText(['français', 'français', 'français']);
  await fitsInNarrow(page);

  await part.getByRole('button', { name: /^Retirer/ }).first().click();
  await expect(part.locator('.notice-done')).toHaveText('L’adresse est retirée. Plus personne n’y lit quoi que ce soit.');
  await expect(part.locator('#calendars')).toBeFocused();
  await expect(part.locator('.rows h3')).toHaveText(['Agenda de l’ambassade de France\u202F: Hongrie', theme]);
  expect((await read(request, address)).status).toBe(404);
  await part.getByRole('button', { name: /^Retirer/ }).last().click();
  await expect(part.locator('.rows h3')).toHaveText(['Agenda de l’ambassade de France\u202F: Hongrie']);
  expect((await read(request, ofTheme)).status).toBe(404);
  expect((await read(request, post)).status).toBe(200);
  await accessible(page);
  expect(wrong()).toEqual([]);
});
