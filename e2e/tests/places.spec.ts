/** What is walked is the whole site: every route, every look of every page, every language. */
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { expect, test } from '@playwright/test';
import { faultsOfAxe, RULES_OF_COLOUR, settled } from '../support/page.ts';
import { everyPlace, type Place, routeOf, routes } from '../support/places.ts';
import { isOnPhone, LOOKS, looksAt } from '../support/turns.ts';

/** The routes that no place leads to. */
const forgotten = (places: readonly Place[]): string[] => {
  const walked = new Set(places.map(({ path }) => routeOf(path)));
  return routes().map(([name]) => name).filter((name) => !walked.has(name));
};

test('every route of the page is a place that is walked', async ({ request }) => {
  expect(routes().length).toBeGreaterThan(50);
  expect(forgotten(await everyPlace(request))).toEqual([]);
});

test('a route that is left out is noticed', async ({ request }) => {
  const places = await everyPlace(request);
  expect(forgotten(places.filter(({ path }) => !path.endsWith('/check-in')))).toEqual(['session-check-in']);
  expect(forgotten(places.filter(({ path }) => path !== '/nothing/here'))).toEqual(['not-found']);
});

test('every page of those who work here is looked at by one of them', async ({ request }) => {
  const seen = new Set((await everyPlace(request)).filter(({ who }) => who !== 'visitor').map(({ path }) => routeOf(path)));
  const theirs = ['desk', 'account', 'my-data', 'members', 'invitations', 'approvals', 'jobs', 'audit', 'data-requests', 'registrations', 'register-people', 'session-new'];
  expect([...theirs, ...routes().map(([name]) => name).filter((name) => name.startsWith('session-'))].filter((name) => !seen.has(name))).toEqual([]);
});

test('every page is asked in each look, in languages of which all have some in each look', async ({ request }) => {
  const places = await everyPlace(request);
  const asked = places.map((_place, step) => LOCALE_TAGS.flatMap((tag, place) => looksAt(step, place).map((look) => ({ tag, look, isOnPhone: isOnPhone(step, look) }))));
  for (const [step, { path }] of places.entries()) {
    expect(asked[step]!.map(({ look }) => look).sort(), path).toEqual([...LOOKS].sort());
    expect(new Set(asked[step]!.map(({ tag }) => tag)).size, `${path} in two languages`).toBe(2);
    expect(new Set(asked[step]!.map((one) => one.isOnPhone)).size, `${path} on a telephone and on a desk`).toBe(2);
  }
  for (const tag of LOCALE_TAGS) expect(new Set(asked.flat().filter((one) => one.tag === tag).map(({ look }) => look)).size, tag).toBe(LOOKS.length);
});

test('what cannot be read in a look is found by the rules of colour alone', async ({ page }) => {
  await page.goto('/fr/privacy');
  await settled(page);
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  expect(await faultsOfAxe(page, RULES_OF_COLOUR)).toEqual([]);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('main p { color: #333 !important; }');
    document.adoptedStyleSheets.push(sheet);
  });
  expect((await faultsOfAxe(page, RULES_OF_COLOUR)).join()).toContain('color-contrast');
});
