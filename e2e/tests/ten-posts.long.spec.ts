/** Ten posts type needs at once, in their languages; half of them lose the network before they type, send without one, and find it again: each need is there once, and none is lost. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';

const POSTS: readonly (readonly [Locale, string])[] = [['sq', 'al'], ['bs', 'ba'], ['bg', 'bg'], ['hr', 'hr'], ['mk', 'mk'], ['ro', 'md'], ['sr-Latn', 'rs'], ['sl', 'si'], ['tr', 'tr'], ['uk', 'ua']];

/** How many needs this browser keeps that were typed and not sent. */
const drafts = (page: Page): Promise<number> => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('draft:need:')).length);

test('of ten needs that ten posts send at once, five of them without a network, each is there once', async ({ browser }, { retry }) => {
  test.setTimeout(600_000);
  const mark = `Dhjetë ${Date.now()}${retry}`;
  const officers: Page[] = [];
  for (const [locale, country] of POSTS) officers.push(await visitOf(browser, locale, `scac.${country}`));
  const cutOff = officers.filter((_, n) => n % 2 === 0);
  await Promise.all(officers.map(async (page, n) => {
    await page.goto(`/${POSTS[n]![0]}/needs/new`);
    await settled(page);
    if (cutOff.includes(page)) await page.context().setOffline(true);
    await page.locator('main form [data-field="TITLE"]').fill(`${mark} ${n}`);
    await page.locator('main form [data-field="TEXT"]').fill('…');
    await page.locator('main form [data-field="THEME"] select').selectOption('ASSISTANCE');
    await page.locator('main form [data-field="PILLAR"] select').selectOption('PROTECTION');
    await expect.poll(() => drafts(page)).toBe(1);
  }));
  await Promise.all(officers.map((page) => page.locator('main form button[type="submit"]').last().press('Enter')));
  await Promise.all(officers.filter((page) => !cutOff.includes(page)).map((page) => expect(page).toHaveURL(/\/needs\/Need_/, { timeout: 60_000 })));
  for (const page of cutOff) await expect(page.locator('main form .notice-error')).toBeVisible();
  await Promise.all(cutOff.map((page) => page.context().setOffline(false)));
  await Promise.all(cutOff.map((page) => expect(page).toHaveURL(/\/needs\/Need_/, { timeout: 60_000 })));

  const adviser = await visitOf(browser, 'fr', 'adviser');
  const { needs } = await ask<{ needs: { totalCount: number; nodes: { title: { text: string }; country: { code: string } }[] } }>(adviser.request, 'fr', 'query ($search: NonEmptyString!) { needs(filter: { search: $search }, first: 50) { totalCount nodes { title { text } country { code } } } }', { variables: { search: mark } });
  expect(needs.nodes.map(({ title, country }) => `${title.text} ${country.code}`).sort()).toEqual(POSTS.map(([, country], n) => `${mark} ${n} ${country.toUpperCase()}`).sort());
  for (const page of officers) expect(await drafts(page)).toBe(0);
});
