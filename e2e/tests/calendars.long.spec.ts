/** Sessions that are followed by anybody: those of a country and a theme, and those that an expert teaches. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { addressIn, fitsInNarrow, read } from '../support/calendars.ts';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled, watch } from '../support/page.ts';

test.use(OWN_NETWORK);

interface Count {
  readonly trainingSessions: { readonly totalCount: number };
}

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
