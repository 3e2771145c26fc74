/**
 * Every page in every language: the right language and letters, nothing misplaced on a telephone and on a desk, accessible,
 * and without a trace. Here a page is walked in two languages, in one of them in the light look, in the other in the dark one and in that of high
 * contrast (`support/turns.ts`): all there is of axe in the first, what a look can change in the others. `npm run walk` asks all of them in all: all of axe on both screens, and on one of them what a look can change; `E2E_WALK=geometry` asks all in all but for axe.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { LOCALE_TAGS, LOCALES, type Locale } from '@passerelle/shared/locales.ts';
import { misplaced } from '../support/geometry.ts';
import { accessible, legible, settled, watch } from '../support/page.ts';
import { everyPlace, routeOf, routes, type Who } from '../support/places.ts';
import { keepShot } from '../support/shots.ts';
import { visitOf } from '../support/sign-in.ts';
import { tracesOf } from '../support/traces.ts';
import { isOnPhone, LOOKS, looksAt } from '../support/turns.ts';

/** What the countries page is called, as a reader of each language expects. */
const COUNTRIES: Record<string, string> = {
  fr: 'Pays', en: 'Countries', sq: 'Vendet', bs: 'Države', bg: 'Държави', hr: 'Države', el: 'Χώρες', hu: 'Országok', mk: 'Земји', ro: 'Țări',
  'sr-Cyrl': 'Државе', 'sr-Latn': 'Države', cnr: 'Države', sl: 'Države', tr: 'Ülkeler', uk: 'Країни',
};
const WALK = process.env.E2E_WALK;
/** Every page in every language, not each in two of them. */
const WHOLE = WALK === 'whole' || WALK === 'geometry';
/** All that axe finds of a page, where more is asked than its geometry. */
const WITH_AXE = WALK !== 'geometry';
const PHONE = { width: 320, height: 800 };
const DESK = { width: 1280, height: 900 };
/** Screens that are wider still. */
const WALLS = [{ width: 1920, height: 1080 }, { width: 2560, height: 1440 }];

/** The first words of the keys of all messages: a message that is not there shows its key. The name of a file is none. */
const catalogues = fileURLToPath(new URL('../../client/src/locales/en/', import.meta.url));
const GROUPS = globSync('*.json', { cwd: catalogues }).flatMap((file) => Object.keys(JSON.parse(readFileSync(catalogues + file, 'utf8')) as object));
const KEY = new RegExp(`(?<![\\w.@/-])(?:${GROUPS.join('|')})\\.(?!(?:csv|ics|json|pdf|xlsx)\\b)[A-Za-z][\\w-]*`, 'g');

/** What a page says that only its makers should see. */
async function readable(page: Page): Promise<void> {
  const text = await page.locator('body').innerText();
  expect(text.match(KEY) ?? [], 'a message shows its key').toEqual([]);
  expect(text, 'a parameter is not filled').not.toMatch(/\{\w+\}/);
}

/** The addresses within the page, in its list of contents, that are none of its parts. */
function deadContents(page: Page): Promise<string[]> {
  return page.locator('.contents a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!).filter((href) => !document.getElementById(href.slice(1))));
}

interface Seen {
  readonly path: string;
  readonly title: string;
  /** Whether all it says is that one has to sign in: of a list and of what is in it the same. */
  readonly isClosed: boolean;
}

async function seen(page: Page, path: string): Promise<Seen> {
  return { path, title: await page.title(), isClosed: (await page.locator('main .notice a.go-on[href*="/sign-in?"]').count()) > 0 };
}

/** Titles that pages of two routes have, each as a line to read. */
function sharedTitles(seen: readonly Seen[]): string[] {
  const all = routes();
  return [...Map.groupBy(seen, ({ title }) => title)]
    .filter(([, pages]) => new Set(pages.map(({ path }) => routeOf(path, all))).size > 1 && !pages.every(({ isClosed }) => isClosed))
    .map(([title, pages]) => `${title}: ${pages.map(({ path }) => path).join(', ')}`);
}

interface Walked {
  readonly path: string;
  readonly step: number;
}

/** Looks at a page in a language, on a telephone and on a desk. */
async function look(page: Page, locale: Locale, { path, step }: Walked): Promise<void> {
  await page.setViewportSize(PHONE);
  await page.goto(`/${locale}${path}`);
  // The page of all parts shows what waits for ever.
  await (path.startsWith('/components') ? expect(page.locator('h1')).not.toBeEmpty() : settled(page));
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page).toHaveTitle(/Passerelle/);
  await expect(page.locator('.exit'), 'the way out is not in sight').toBeInViewport({ ratio: 1 });
  await readable(page);
  expect.soft(await misplaced(page), `${path} on a telephone`).toEqual([]);
  await keepShot(page, locale, path, 'phone');
  const fold = page.locator('.filter-fold > summary');
  if (await fold.isVisible()) {
    await fold.click();
    expect.soft(await misplaced(page), `the filters of ${path} on a telephone`).toEqual([]);
  }
  expect(await deadContents(page), 'a line of the contents leads nowhere').toEqual([]);
  const own = looksAt(step, LOCALE_TAGS.indexOf(locale));
  const asked = !WITH_AXE ? [] : LOOKS.flatMap((one) => [PHONE, DESK].filter((size) => (WHOLE && one === LOOKS[0]) || ((WHOLE || own.includes(one)) && (size === PHONE) === isOnPhone(step, one))).map((size) => ({ one, size })));
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    if (size === DESK) {
      expect.soft(await misplaced(page), `${path} on a desk`).toEqual([]);
      await keepShot(page, locale, path, 'desk');
    }
    for (const { one } of asked.filter((question) => question.size === size)) {
      await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), one);
      await (one === LOOKS[0] ? accessible(page) : legible(page));
    }
  }
  if (own.includes(LOOKS[0])) {
    for (const size of WALLS) {
      await page.setViewportSize(size);
      expect.soft(await misplaced(page), `${path} on a screen ${size.width} wide`).toEqual([]);
    }
  }
}

for (const [place, locale] of LOCALE_TAGS.entries()) {
  test(`every page in ${LOCALES[locale].endonym}`, async ({ page, request, browser }) => {
    test.setTimeout(WHOLE ? 3_600_000 : 180_000);
    const wrong = watch(page);
    const ofEach: Seen[] = [];
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const walked = (await everyPlace(request)).map((one, step) => ({ ...one, step })).filter(({ step }) => WHOLE || looksAt(step, place).length > 0);
    const ofVisitors = walked.filter(({ who }) => who === 'visitor');
    for (const one of ofVisitors) {
      await test.step(one.path || '/', () => look(page, locale, one));
      ofEach.push(await seen(page, one.path));
    }
    expect.soft(sharedTitles(ofEach), 'pages have titles of their own').toEqual([]);
    await page.goto(`/${locale}/countries`);
    await expect(page.locator('h1')).toHaveText(COUNTRIES[locale]!);
    expect(wrong()).toEqual([]);
    expect(await tracesOf(page)).toEqual([]);

    for (const [who, places] of Map.groupBy(walked.filter((one) => one.who !== 'visitor'), (one): Exclude<Who, 'visitor'> => one.who as Exclude<Who, 'visitor'>)) {
      const theirs = await visitOf(browser, locale, who);
      const fault = watch(theirs);
      await theirs.emulateMedia({ reducedMotion: 'reduce' });
      const shown: Seen[] = [];
      for (const one of places) {
        await test.step(`${one.path} of ${who}`, () => look(theirs, locale, one));
        shown.push(await seen(theirs, one.path));
      }
      expect.soft(sharedTitles(shown), `pages of ${who} have titles of their own`).toEqual([]);
      expect(fault(), who).toEqual([]);
      await theirs.context().close();
    }
  });
}
