/**
 * Every page in every language: the right language and letters, nothing misplaced on a telephone and on a desk, accessible,
 * and without a trace. Here a page is walked in every other language, and asked of axe in some looks; `npm run walk` asks
 * all of them in all.
 */
import { expect, type Page, test } from '@playwright/test';
import { LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import { misplaced } from '../support/geometry.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { everyPlace } from '../support/places.ts';

/** What the countries page is called, as a reader of each language expects. */
const COUNTRIES: Record<string, string> = {
  fr: 'Pays', en: 'Countries', sq: 'Vendet', bs: 'Države', bg: 'Държави', hr: 'Države', el: 'Χώρες', hu: 'Országok', mk: 'Земји', ro: 'Țări',
  'sr-Cyrl': 'Државе', 'sr-Latn': 'Države', cnr: 'Države', sl: 'Države', tr: 'Ülkeler', uk: 'Країни',
};
const LOOKS = ['light', 'dark', 'contrast'] as const;
/** A page is walked in one of so many languages, in turn. */
const PAGES_IN_TURN = 4;
/** Of so many languages that a page is walked in, one sees it in one look, one in another, one in the third: of eight, each look is asked somewhere. */
const LOOKS_IN_TURN = 8;
const WHOLE = process.env.E2E_WALK === 'whole';
const PHONE = { width: 320, height: 800 };
const DESK = { width: 1280, height: 900 };

/** What a page says that only its makers should see. */
async function readable(page: Page): Promise<void> {
  const text = await page.locator('body').innerText();
  expect(text, 'a message shows its key').not.toMatch(/\b(app|nav|home|list|countries|experts|trainings|trainingPages|organisations|recommendations|instruments|mailbox|pages|prepare|register|account|signIn|keys|errors|provenance|fallback)\.[a-z]+[A-Za-z]*\b/);
  expect(text, 'a parameter is not filled').not.toMatch(/\{\w+\}/);
}

/** The addresses within the page, in its list of contents, that are none of its parts. */
function deadContents(page: Page): Promise<string[]> {
  return page.locator('.contents a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!).filter((href) => !document.getElementById(href.slice(1))));
}

for (const [place, locale] of LOCALE_TAGS.entries()) {
  test(`every page in ${LOCALES[locale].endonym}`, async ({ page, request, context }) => {
    test.setTimeout(WHOLE ? 900_000 : 180_000);
    const wrong = watch(page);
    const titles = new Set<string>();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const walked = (await everyPlace(request)).map((path, step) => ({ path, turn: step + place })).filter(({ turn }) => WHOLE || turn % PAGES_IN_TURN === 0);
    for (const { path, turn: pageTurn } of walked) {
      await test.step(path || '/', async () => {
        await page.setViewportSize(PHONE);
        await page.goto(`/${locale}${path}`);
        // The page of all parts shows what waits for ever.
        await (path.startsWith('/components') ? expect(page.locator('h1')).not.toBeEmpty() : settled(page));
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expect(page.locator('h1')).toHaveCount(1);
        await expect(page).toHaveTitle(/Passerelle/);
        titles.add(await page.title());
        await readable(page);
        expect.soft(await misplaced(page), `${path} on a telephone`).toEqual([]);
        const fold = page.locator('.filter-fold > summary');
        if (await fold.isVisible()) {
          await fold.click();
          expect.soft(await misplaced(page), `the filters of ${path} on a telephone`).toEqual([]);
        }
        expect(await deadContents(page), 'a line of the contents leads nowhere').toEqual([]);
        await page.setViewportSize(DESK);
        expect.soft(await misplaced(page), `${path} on a desk`).toEqual([]);
        for (const [turn, look] of LOOKS.entries()) {
          if (!WHOLE && (pageTurn / PAGES_IN_TURN) % LOOKS_IN_TURN !== turn) continue;
          await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), look);
          await accessible(page);
          await page.setViewportSize(PHONE);
          await accessible(page);
        }
      });
    }
    expect(titles.size, 'pages have titles of their own').toBeGreaterThan(walked.length / 2);
    await page.goto(`/${locale}/countries`);
    await expect(page.locator('h1')).toHaveText(COUNTRIES[locale]!);
    expect(wrong()).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
}
