/**
 * The pages as they are not read on a usual screen: on paper, enlarged four times, in the reader's own colours, and with
 * the letters and lines set apart as WCAG 1.4.12 allows everybody to.
 */
import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { ENLARGED } from '../support/enlarged.ts';
import { misplaced } from '../support/geometry.ts';
import { settled, watch } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';

type Nodes = { readonly nodes: readonly { readonly id: string }[] };
const THINGS = '{ trainings: trainingSessions(first: 1) { nodes { id } } experts(first: 1) { nodes { id } } organisations(first: 1) { nodes { id } } recommendations(first: 1) { nodes { id } } }';
/** What is left of a sheet of A4 between its margins, in CSS pixels. */
const SHEET = { width: 680, height: 1008 };
const PAGES = ['', '/countries', '/countries/BG', '/instruments', '/instruments/coe-197', '/experts', '/recommendations', '/trainings', '/glossary', '/privacy'] as const;
/** Pages of those who work here, as the adviser sees them. */
const AT_WORK = ['/account', '/registrations'] as const;

/** The pages about one thing, by their addresses below the locale. */
async function pagesOfOne(request: APIRequestContext): Promise<string[]> {
  const things = await ask<Record<'trainings' | 'experts' | 'organisations' | 'recommendations', Nodes>>(request, 'fr', THINGS);
  return Object.entries(things).map(([kind, { nodes }]) => `/${kind}/${nodes[0]!.id}`);
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** A computed property of an element, or of what is drawn before or after it. */
const style = (locator: Locator, property: string, part?: '::before' | '::after'): Promise<string> =>
  locator.first().evaluate((element, [name, pseudo]) => getComputedStyle(element, pseudo).getPropertyValue(name!), [property, part] as const);

/** The same of all elements. */
const styles = (locator: Locator, property: string): Promise<string[]> =>
  locator.evaluateAll((elements, name) => elements.map((element) => getComputedStyle(element).getPropertyValue(name)), property);

test.describe('on paper', () => {
  test.use({ viewport: SHEET, colorScheme: 'dark' });
  test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }));

  test('a page says the number to call and where it is to be found, and leaves out what is to be pressed', async ({ page, baseURL }) => {
    await open(page, '/fr/countries/BG');
    await expect(page.locator('.strip')).toContainText(/0800.20.100/);
    await expect(page.locator('.printed')).toHaveText(`${baseURL}/fr/countries/BG`);
    for (const gone of ['.exit', '.menu', '.languages', '.bottom', '.on-page', '.back']) await expect(page.locator(gone).first(), gone).toBeHidden();
    const source = page.locator('.provenance a').first();
    expect(await style(source, 'content', '::after')).toContain(await source.getAttribute('href'));
    // Who reads in the dark does not print in it.
    expect(await style(page.locator('html'), 'color-scheme')).toBe('light');
    await open(page, '/fr/experts');
    await expect(page.locator('.filter-fold')).toBeHidden();
    expect(await style(page.locator('.strip-help a'), 'content', '::after')).toContain(`${baseURL}/fr#hotlines`);
  });

  test('nothing is cut, and tables stay tables', async ({ page, request, browser }) => {
    test.slow();
    for (const path of [...PAGES, ...await pagesOfOne(request)]) {
      await open(page, `/hu${path}`);
      expect.soft(await misplaced(page), path).toEqual([]);
    }
    const theirs = await visitOf(browser, 'hu', 'adviser');
    await theirs.setViewportSize(SHEET);
    await theirs.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const path of AT_WORK) {
      await open(theirs, `/hu${path}`);
      expect.soft(await misplaced(theirs), `${path} of the adviser`).toEqual([]);
    }
    await theirs.context().close();
    await open(page, '/hu/instruments');
    await expect(page.locator('.matrix')).toBeVisible();
    expect((await page.locator('.matrix-scroll').boundingBox())!.width).toBeLessThanOrEqual(SHEET.width);
    expect(await page.locator('.matrix-scroll').evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBeLessThanOrEqual(0);
    await open(page, '/hu/instruments/coe-197');
    expect(await style(page.locator('.records'), 'display')).toBe('table');
    await open(page, '/hu');
    await expect(page.locator('.map-table table')).toBeVisible();
  });
});

test.describe('enlarged four times', () => {
  test.use({ viewport: ENLARGED });

  async function goThrough(page: Page, path: string): Promise<void> {
    await open(page, `/el${path}`);
    expect.soft(await misplaced(page), path).toEqual([]);
    await page.locator('.about a:visible').last().focus();
    await expect(page.locator('.about a:visible').last()).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.strip'), 'the strip still takes room').not.toBeInViewport();
  }

  test('the strip goes out of the way, and the menu, the languages and the foot are reached', async ({ page, request, browser }) => {
    test.slow();
    const wrong = watch(page);
    const theirs = await visitOf(browser, 'el', 'adviser');
    await theirs.setViewportSize(ENLARGED);
    for (const path of AT_WORK) await goThrough(theirs, path);
    await theirs.context().close();
    for (const path of [...await pagesOfOne(request), ...PAGES]) await goThrough(page, path);
    await page.locator('.languages summary').click();
    await page.locator('.languages a').last().click();
    await expect(page).toHaveURL(/\/uk\/privacy$/);
    await page.locator('.menu-button').click();
    await page.locator('.menu a[href$="/experts"]').click();
    await expect(page).toHaveURL(/\/uk\/experts$/);
    expect(wrong()).toEqual([]);
  });
});

/** The main pages, each in a language of its own. */
const MAIN = ['/el', '/hu/countries/HU', '/bg/trainings', '/sr-Latn/experts', '/tr/recommendations', '/uk/instruments', '/mk/glossary'] as const;

/** Goes through a page by keyboard, and sees at each stop where one is; nothing moves by itself for who does not want that. */
async function goByKeyboard(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await open(page, path);
  const ground = await style(page.locator('html'), 'background-color');
  const stops = new Set<string>();
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    const here = page.locator(':focus');
    if ((await here.count()) === 0) break;
    const [name, line, width, colour] = await here.evaluate((element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      return [element.outerHTML.slice(0, 120), outlineStyle, outlineWidth, outlineColor] as const;
    });
    stops.add(name);
    expect.soft([line === 'none', Number.parseFloat(width) >= 2, colour === ground], name).toEqual([false, true, false]);
  }
  expect(stops.size, path).toBeGreaterThan(10);
  expect(await page.evaluate(() => document.getAnimations().filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration) > 10).length)).toBe(0);
}

for (const path of MAIN) {
  test(`in the reader's own colours, whoever goes through ${path} by keyboard sees where they are`, ({ page }) => goByKeyboard(page, path));
}

test("in the reader's own colours, so does whoever goes through a page about one thing, or works here", async ({ page, request, browser }) => {
  test.slow();
  for (const path of await pagesOfOne(request)) await goByKeyboard(page, `/ro${path}`);
  const theirs = await visitOf(browser, 'ro', 'adviser');
  for (const path of AT_WORK) await goByKeyboard(theirs, `/ro${path}`);
  await theirs.context().close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the reader's own colours leave every sign and choice to be told apart (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await open(page, '/fr/trainings?view=month');
    const ground = await style(page.locator('html'), 'background-color');
    expect(await style(page.locator('.brand'), 'forced-color-adjust', '::after'), 'the bridge is not drawn').toBe('none');
    const [chosen, other] = [page.locator('.views a[aria-current]'), page.locator('.views a:not([aria-current])')];
    expect(await style(chosen, 'outline-style')).toBe('solid');
    expect(await style(other, 'outline-style')).toBe('none');
    const here = await style(page.locator('.menu a[aria-current]'), 'border-block-end-color');
    expect(here).not.toBe(ground);
    expect(await style(page.locator('.menu a:not([aria-current])'), 'border-block-end-color')).toBe(ground);
    expect(await style(page.locator('.button-main'), 'background-color'), 'the button of the task looks like any other').not.toBe(ground);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await style(page.locator(':focus'), 'outline-style')).toBe('solid');
    expect(await style(page.locator(':focus'), 'outline-color')).not.toBe(ground);

    await open(page, '/fr');
    const steps = page.locator('.map-swatch-1, .map-swatch-2, .map-swatch-3');
    await expect(steps).toHaveCount(3);
    const swatches = await styles(steps, 'background-color');
    expect(new Set([...swatches, ground]).size, 'the steps of the map look alike').toBe(4);
    for (const [step, colour] of swatches.entries()) await expect.poll(() => style(page.locator(`path.map-step-${step + 1}`), 'fill')).toBe(colour);
    for (const colour of await styles(page.locator('.hotlines .sign'), 'fill')) expect(colour).not.toBe(ground);
    await open(page, '/fr/countries');
    expect(await style(page.locator('.map-shows a[aria-current]'), 'border-block-end-color')).not.toBe(ground);
    expect(await style(page.locator('.map-shows a:not([aria-current])'), 'border-block-end-color')).toBe(ground);
  });
}

test('letters and lines set apart are not cut', async ({ page }) => {
  test.setTimeout(120_000);
  for (const path of [...PAGES, '/trainings?view=month', '/organisations']) {
    await page.setViewportSize({ width: 320, height: 900 });
    await open(page, `/el${path}`);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    // The narrowest page has no room for such names on the map, which is a drawing: its table says the same.
    expect.soft(await misplaced(page, '.map-drawing'), path).toEqual([]);
  }
});
