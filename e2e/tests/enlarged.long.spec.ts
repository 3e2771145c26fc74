/** Every page of visitors, enlarged four times: nothing overflows, nothing that stays in place takes a good part of the window, and what has the focus is in sight. */
import { expect, type Page, test } from '@playwright/test';
import { covering, ENLARGED, focused } from '../support/enlarged.ts';
import { misplaced } from '../support/geometry.ts';
import { settled, watch } from '../support/page.ts';
import { everyPlace } from '../support/places.ts';

test.use({ viewport: ENLARGED });

/** Languages with long words, and other letters. Each walks a part of the pages. */
const LOCALES = ['el', 'hu', 'sr-Cyrl', 'fr'] as const;
/** More presses lead nowhere. */
const MOST_STOPS = 400;

async function open(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(path);
  // The page of all parts shows what waits for ever.
  await (path.includes('/components') ? expect(page.locator('h1')).not.toBeEmpty() : settled(page));
  // Some of its parts come apart, and what is below them moves.
  await page.waitForLoadState('networkidle');
  // What is folded may be opened by whoever reads.
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
  });
}

/** What has the focus and is not in sight, going through a page by keyboard; and how many stops there were. */
async function walk(page: Page): Promise<{ hidden: string[]; stops: number }> {
  await page.evaluate(() => {
    scrollTo({ left: 0, top: 0, behavior: 'instant' });
    (document.activeElement as HTMLElement | null)?.blur();
  });
  const hidden: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (!stop || stop.isAgain) return { hidden, stops };
    if (stop.isHidden) hidden.push(stop.name);
  }
  throw new Error(`${MOST_STOPS} presses do not lead through ${page.url()}`);
}

for (const [part, locale] of LOCALES.entries()) {
  test(`the pages can be read and used (${locale})`, async ({ page, request }) => {
    test.setTimeout(400_000);
    const wrong = watch(page);
    const paths = new Set((await everyPlace(request)).flatMap(({ path, who }) => (who === 'visitor' ? [path] : [])));
    for (const path of [...paths].filter((_path, step) => step % LOCALES.length === part)) {
      await test.step(path || '/', async () => {
        await open(page, `/${locale}${path}`);
        expect.soft(await misplaced(page), path).toEqual([]);
        expect.soft(await covering(page), path).toEqual([]);
        // A dialog that was asked for is over the page until one key takes it away.
        if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
        await expect(page.locator('dialog[open]')).toHaveCount(0);
        const { hidden, stops } = await walk(page);
        expect.soft(hidden, `${path}: out of sight`).toEqual([]);
        expect.soft(stops, `${path}: stops`).toBeGreaterThan(5);
      });
    }
    expect(wrong()).toEqual([]);
  });
}

test('a bar that stays and takes half of the window is found, and so is the focus under it', async ({ page }) => {
  await open(page, '/fr/privacy');
  expect(await covering(page)).toEqual([]);
  expect((await walk(page)).hidden).toEqual([]);
  await page.evaluate(() => {
    const bar = document.createElement('div');
    bar.className = 'planted';
    Object.assign(bar.style, { position: 'fixed', insetBlock: 'auto 0', insetInline: '0', blockSize: '140px', background: 'red' });
    document.body.append(bar);
    for (const stop of document.querySelectorAll<HTMLElement>('[data-seen]')) delete stop.dataset.seen;
  });
  expect(await covering(page)).toEqual(['div.planted covers 140 of 256']);
  expect((await walk(page)).hidden.length).toBeGreaterThan(0);
});
