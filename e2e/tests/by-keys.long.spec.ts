/** Visitors who use no mouse: every public page is gone through from its top by the key that goes on, and what people come for is done by keys alone. */
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { MOST_STOPS, reach, skipToMain, walkThrough } from '../support/keyboard.ts';
import { settled, watch } from '../support/page.ts';
import { TEXT_PAGES } from '../support/places.ts';

type Nodes = { readonly nodes: readonly { readonly id: string }[] };
type Things = Readonly<Record<'trainingSessions' | 'experts' | 'organisations' | 'recommendations', Nodes>>;
const THINGS = '{ trainingSessions(first: 1, sort: LATEST) { nodes { id } } experts(first: 1) { nodes { id } } organisations(first: 1) { nodes { id } } recommendations(first: 1) { nodes { id } } }';

/** Which pages are gone through, and in which language: `:name` is the id of one of its kind. */
const PAGES = [
  ['fr', ['', '/countries', '/countries/BG', '/countries?show=EXPERTS']],
  ['el', ['/trainings', '/trainings?view=month', '/trainings?view=week', '/trainings/:trainingSessions']],
  ['uk', ['/experts', '/experts/:experts', '/practices', '/recommendations?country=UA', '/recommendations/:recommendations']],
  ['hu', ['/organisations', '/organisations/:organisations', '/instruments', '/instruments/coe-197', '/results']],
  ['sr-Latn', ['/glossary?search=rad', '/sign-in', '/request-access', '/nothing/here', ...TEXT_PAGES.filter((path) => path !== '/data-register')]],
] as const;

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
  // What comes once it is in sight is there before the stops are counted.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
}

for (const [locale, paths] of PAGES) {
  test(`in ${locale} every stop of ${paths.length} pages is reached from the top, in the order of the page, and is seen to be`, async ({ page, request }) => {
    test.setTimeout(180_000);
    const things = await ask<Things>(request, locale, THINGS);
    for (const path of paths) {
      await open(page, `/${locale}${path.replace(/:(\w+)/, (_all, name: keyof Things) => things[name].nodes[0]!.id)}`);
      const { usable, reached, unseen } = await walkThrough(page);
      expect.soft(reached, path).toEqual(usable);
      expect.soft(unseen, `${path}: the focus is not seen`).toEqual([]);
    }
  });
}

test('control: what no key leads to, and what does not look focused, is found', async ({ page }) => {
  await open(page, '/fr/contact');
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll<HTMLElement>('main a[href]');
    first!.inert = true;
    second!.style.setProperty('outline', 'none', 'important');
  });
  const { usable, reached, unseen } = await walkThrough(page);
  expect(usable.filter((stop) => !reached.includes(stop))).toHaveLength(1);
  expect(unseen).toHaveLength(1);
});

test('from the first page to the countries, on the map to one of them, and to its number to call', async ({ page }) => {
  const wrong = watch(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, '/bg');
  await reach(page, page.locator('header .menu a[href="/bg/countries"]'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/bg/countries');
  await settled(page);
  await expect(page.locator('h1')).toBeFocused();
  await expect(page.locator('.map-label')).toHaveCount(16);
  await reach(page, page.locator('.map-shows a[href$="show=EXPERTS"]'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/show=EXPERTS$/);
  await settled(page);
  await expect(page.locator('.map-label')).toHaveCount(16);
  await reach(page, page.locator('.map-label[data-code="BG"]'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/bg/countries/BG');
  await settled(page);
  await expect(page.locator('h1')).toBeFocused();
  await reach(page, page.locator('.call-numbers a[href^="tel:"]').first());
  // The number of the country is also the second stop of the page, whoever comes to it.
  await page.reload();
  await settled(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('.strip-help a[href^="tel:"]')).toBeFocused();
  expect(wrong()).toEqual([]);
});

test('the table of countries is filtered and a country opened from it', async ({ page }) => {
  await open(page, '/sq/countries');
  await skipToMain(page);
  const form = page.locator('form[role=search]');
  await reach(page, form.locator('input[type=search]'));
  await page.keyboard.type('Shqip');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search=Shqip/);
  await settled(page);
  await expect(page.locator('.country-table tbody tr')).toHaveCount(1);
  await reach(page, page.locator('.country-table a'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/sq/countries/AL');
});

/** Goes from the top of a list to a field of choices, takes the next choice that leads to something, asks, and opens the first that is found. */
async function narrowAndOpen(page: Page, address: string, field: string, opened: RegExp): Promise<void> {
  await open(page, address);
  await skipToMain(page);
  const form = page.locator('form[role=search]');
  const choice = form.getByLabel(field, { exact: true });
  await reach(page, choice);
  await page.keyboard.press('ArrowDown');
  await expect(choice).not.toHaveValue('');
  await reach(page, form.locator('button[type=submit]'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?\w+=/);
  await settled(page);
  await expect(form.locator('button[type=submit]')).toBeFocused();
  await expect(page.locator('.condition')).toHaveCount(1);
  await reach(page, page.locator('.results :is(h2, h3) a').first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(opened);
  await settled(page);
  await expect(page.locator('h1')).toBeFocused();
}

for (const [name, address, field, opened] of [
  ['the sessions are', '/en/trainings', 'Country', /\/trainings\/TrainingSession_/],
  ['the experts are', '/en/experts', 'Country known', /\/experts\/Expert_/],
  ['the organisations are', '/en/organisations', 'Country', /\/organisations\/Organisation_/],
  ['the recommendations are', '/en/recommendations', 'Country', /\/recommendations\/Recommendation_/],
] as const) test(`${name} narrowed to a country, and one is opened`, ({ page }) => narrowAndOpen(page, address, field, opened));

test('a country among the organisations is reached by the contents, and the way out to a site is marked', async ({ page }) => {
  await open(page, '/fr/organisations');
  await skipToMain(page);
  await reach(page, page.locator('.on-page a[href$="#of-GR"]'));
  await page.keyboard.press('Enter');
  await expect(page.locator('#of-GR')).toBeFocused();
  await reach(page, page.locator('section[aria-labelledby="of-GR"] a[rel~="noopener"]').first());
});

test('the calendar of a month, then of a week, is gone through day by day, and a session is opened', async ({ page, request }) => {
  const { trainingSessions: { nodes: [session] } } = await ask<{ trainingSessions: { nodes: { startsAt: string; timeZone: string }[] } }>(
    request, 'ro', `{ trainingSessions(first: 1, filter: { from: "${new Date().toISOString()}" }) { nodes { startsAt timeZone } } }`,
  );
  const day = new Date(session!.startsAt).toLocaleDateString('en-CA', { timeZone: session!.timeZone });
  await open(page, `/ro/trainings?on=${day}`);
  await skipToMain(page);
  await reach(page, page.locator('.views a').nth(1));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=month/);
  for (const view of ['month', 'week']) {
    await open(page, `/ro/trainings?view=${view}&on=${day}`);
    await skipToMain(page);
    await reach(page, page.locator('.calendar-day[tabindex="0"]'));
    const first = await page.locator('.calendar-day:focus').getAttribute('id');
    const steps = Math.round((Date.parse(day) - Date.parse(first!.slice('day-'.length))) / 86_400_000);
    for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft');
    await expect(page.locator(`#day-${day}`)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.twin [data-session] a:focus')).toHaveCount(1);
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ro\/trainings\/TrainingSession_/);
  await settled(page);
  await expect(page.locator('h1')).toBeFocused();
});

test('the table of instruments is scrolled by its arrows, and an instrument is opened from it', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 900 });
  await open(page, '/el/instruments');
  await skipToMain(page);
  const region = page.locator('.matrix-scroll');
  await reach(page, region);
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await reach(page, region.locator('tbody a').first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/el\/instruments\/./);
});

test('another language is chosen in the menu, closed without choosing, and at the foot', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, '/fr/countries/GR');
  const menu = page.locator('.languages summary');
  await reach(page, menu);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(page.locator('.languages')).not.toHaveAttribute('open');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  await reach(page, page.locator('.languages a[lang="el"]'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/el/countries/GR');
  await settled(page);
  await expect(menu).toBeFocused();
  await reach(page, page.locator('.bottom a[lang="tr"]'), 'Tab', 2 * MOST_STOPS);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/tr/countries/GR');
  await settled(page);
  await expect(page.locator('.bottom a[lang="tr"]')).toBeFocused();
});

for (const [name, keys] of [['its button and Enter', ['Tab', 'Tab', 'Tab', 'Enter']], ['its button and the space bar', ['Tab', 'Tab', 'Tab', ' ']], ['Escape three times', ['Escape', 'Escape', 'Escape']]] as const) {
  test(`the way out is taken by ${name}, from the top of the page`, async ({ page }) => {
    await page.route(/wikipedia\.org/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Wikipedia</title>' }));
    await open(page, '/sl/countries');
    for (const key of keys.slice(0, -1)) await page.keyboard.press(key);
    if (keys[0] === 'Tab') await expect(page.locator('.exit')).toBeFocused();
    await page.keyboard.press(keys.at(-1)!);
    await expect(page).toHaveURL('https://sl.wikipedia.org/');
    await page.goBack();
    await expect(page).not.toHaveURL(/countries/);
  });
}
