/** What the first page asks for, and what the page of a country has from it. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled } from '../support/page.ts';

test('one request brings what the first page shows at once, another the map below', async ({ page }) => {
  const brought: string[] = [];
  page.on('response', async (response) => {
    if (!response.url().includes('/graphql')) return;
    const { data } = (await response.json()) as { data: object };
    brought.push(Object.keys(data).join(' and '));
  });
  await page.goto('/mk');
  await settled(page);
  await expect(page.locator('.next > li')).toHaveCount(3);
  await expect(page.locator('.convention-map h2')).toBeVisible();
  await page.waitForLoadState('networkidle');
  // What an answer holds is known a little after it came. What the server says of itself is asked by the frame of every page.
  await expect.poll(() => brought.filter((name) => name !== 'service').sort()).toEqual(['countries and instrument', 'countries and trainingSessions']);
});

test('the parts of the page of a country are reached by its links', async ({ page }) => {
  await page.goto('/hr/countries/HR');
  await settled(page);
  await page.locator('.on-page a[href$="#instruments"]').click();
  await expect(page).toHaveURL(/#instruments$/);
  await expect(page.locator('#instruments')).toBeFocused();
  const { y } = (await page.locator('#instruments').boundingBox())!;
  const strip = (await page.locator('.strip').boundingBox())!;
  expect(y, 'not under the strip').toBeGreaterThanOrEqual(strip.y + strip.height);
  await expect(page.locator('.bridge').first().locator('li')).not.toHaveCount(0);
});

test('the page of a country has the next sessions, soonest first, then those that were held, latest first', async ({ page, request }) => {
  const today = new Date(new Date().setHours(0, 0, 0, 0)).toISOString();
  const filter = (words: string): string => `trainingSessions(first: 3, ${words}) { nodes { id } }`;
  const { country } = await ask<{ country: Record<'coming' | 'held', { nodes: { id: string }[] }> }>(
    request, 'en', `{ country(code: "RO") { coming: ${filter(`filter: { from: "${today}", states: [OPEN, CLOSED, RUNNING] }`)} held: ${filter(`sort: LATEST, filter: { states: [DONE, ARCHIVED], isCalledOff: false }`)} } }`,
  );
  await page.goto('/en/countries/RO');
  await settled(page);
  const rows = page.locator('section[aria-labelledby="trainings"] [data-session]');
  const shown = await rows.evaluateAll((found) => found.map((row) => row.getAttribute('data-session')));
  const coming = country.coming.nodes.map(({ id }) => id);
  expect(shown).toEqual([...coming, ...country.held.nodes.map(({ id }) => id).filter((id) => !coming.includes(id))]);
  expect(shown.length).toBeGreaterThan(1);
});
