/** What was called off is no training session held, nor one to come; what was put away was held. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled } from '../support/page.ts';

const COMING = 'states: [OPEN, CLOSED, RUNNING]';
const HELD = 'states: [DONE, ARCHIVED], isCalledOff: false';

test('what was called off is neither to come nor held, and what was put away was held: in the table, on the map and on the page', async ({ page, request }) => {
  const count = (name: string, filter: string): string => `${name}: trainingSessions(filter: { ${filter} }) { totalCount }`;
  type Counted = Readonly<Record<'coming' | 'off' | 'putAway', { readonly totalCount: number }>> & { readonly code: string };
  const { countries } = await ask<{ countries: readonly Counted[] }>(
    request, 'en', `{ countries { code ${count('coming', COMING)} ${count('off', `states: [CANCELLED], from: "${new Date().toISOString()}"`)} ${count('putAway', 'states: [ARCHIVED], isCalledOff: false')} } }`);
  expect(countries.some(({ off }) => off.totalCount > 0), 'a session to come is called off').toBe(true);

  await page.goto('/en/countries?show=SESSIONS');
  await settled(page);
  const rows = page.locator('.country-table tbody tr');
  await expect(rows).toHaveCount(countries.length);
  expect(await rows.locator('td[data-label="Upcoming training sessions"]').allTextContents()).toEqual(countries.map(({ coming }) => String(coming.totalCount)));
  await expect(page.locator('.country-map h2')).toContainText(`in ${countries.filter(({ coming }) => coming.totalCount > 0).length} of the ${countries.length} countries`);

  const { trainingSessions } = await ask<{ trainingSessions: { nodes: readonly { id: string; country: { code: string } | null }[] } }>(
    request, 'en', `{ trainingSessions(first: 100, sort: LATEST, filter: { ${HELD} }) { nodes { id state country { code } } } }`);
  const latest = new Map<string, string[]>();
  for (const { id, country } of trainingSessions.nodes) if (country) latest.set(country.code, [...(latest.get(country.code) ?? []), id].slice(0, 3));
  const { code } = countries.find(({ putAway }) => putAway.totalCount > 0)!;
  await page.goto(`/en/countries/${code}`);
  await settled(page);
  const held = page.locator('h3', { hasText: 'Sessions held' }).locator('xpath=following-sibling::ul[1]').locator('[data-session]');
  expect(await held.evaluateAll((rows_) => rows_.map((row) => (row as HTMLElement).dataset.session))).toEqual(latest.get(code));
});
