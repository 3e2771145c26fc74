/** What stands together on a narrow telephone, and in the reader's letters. */
import { expect, type Page, test } from '@playwright/test';
import { settled } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';

const PHONE = { width: 320, height: 800 };
/** A leg of the demonstration whose days are in one month. */
const LEG = 'MissionLeg_84a6f5d1-70c3-4be9-a1d8-2f6b9c3e5074';
/** An idea of a mission, of which the planner has been asked. */
const IDEA = 'Mission_b82f4d07-5c9e-4a61-93d8-1e70c6a5f24b';

/** Whether a text of the page is drawn on one line. */
const onOneLine = (page: Page, within: string, wanted: RegExp): Promise<boolean> => page.locator(within).first().evaluate((element, source) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const found = new RegExp(source, 'u').exec(node.textContent!);
    if (!found) continue;
    const range = document.createRange();
    range.setStart(node, found.index);
    range.setEnd(node, found.index + found[0].length);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size === 1;
  }
  throw new Error(`There is no ${source}`);
}, wanted.source);

test('what lets go of a condition stands beside its words, however many lines these take', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('/el/trainings?theme=LABOUR_EXPLOITATION&audience=LABOUR_INSPECTORATE&language=sr&from=2026-01-01&until=2027-12-31');
  await settled(page);
  const beside = await page.locator('.condition').evaluateAll((links) => links.map((link) => {
    const [words, cross] = ['.condition-text', '.cross'].map((part) => link.querySelector(part)!.getBoundingClientRect());
    return cross!.left >= words!.right && cross!.top >= words!.top && cross!.bottom <= words!.bottom;
  }));
  expect(beside.length).toBeGreaterThan(1);
  expect(beside).not.toContain(false);
});

for (const locale of ['el', 'bg', 'hr', 'hu'] as const) {
  test(`two days of a month are not torn apart in a heading in ${locale}`, async ({ browser }) => {
    const page = await visitOf(browser, locale, 'adviser');
    await page.setViewportSize(PHONE);
    await page.goto(`/${locale}/legs/${LEG}`);
    await settled(page);
    expect(await onOneLine(page, 'h1', /\d+\.?–\u2060?\d+/)).toBe(true);
  });
}

for (const [locale, foreign] of [['el', /[\p{Script=Latin}\p{Script=Cyrillic}]/u], ['uk', /[\p{Script=Latin}\p{Script=Greek}]/u], ['hu', /[\p{Script=Cyrillic}\p{Script=Greek}]/u]] as const) {
  test(`the towns of invented sessions have the name that readers of ${locale} give them`, async ({ page }) => {
    await page.goto(`/${locale}/trainings?format=ON_SITE&from=2025-01-01`);
    await settled(page);
    const towns = await page.locator('.session', { has: page.locator('.chip-demonstration') }).locator('.dotted .whole').allInnerTexts();
    expect(towns.length).toBeGreaterThan(5);
    expect(towns.filter((town) => foreign.test(town))).toEqual([]);
  });
}

test('a source, its language and the day on which it was read stand on one line, in letters of one size', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/bg/instruments/coe-197');
  await settled(page);
  const notes = await page.locator('.provenance').evaluateAll((all) => all.filter((note) => note.querySelector('.quiet')).map((note) => ({
    sizes: new Set([note, ...note.querySelectorAll('*')].map((part) => getComputedStyle(part).fontSize)).size,
    lines: new Set([...note.children].map((part) => Math.round(part.getBoundingClientRect().bottom))).size,
    isOneLine: note.getBoundingClientRect().height < 30,
  })));
  const short = notes.filter(({ isOneLine }) => isOneLine);
  expect(short.length).toBeGreaterThan(1);
  expect(notes.map(({ sizes }) => sizes).filter((sizes) => sizes !== 1)).toEqual([]);
  expect(short.map(({ lines }) => lines).filter((lines) => lines !== 1)).toEqual([]);
});

test('what is said of a table stands above it in one line where its rows are lists', async ({ browser }) => {
  const page = await visitOf(browser, 'bg', 'adviser');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/bg/missions/${IDEA}/plan`);
  const captions = page.locator('.records caption:not(.visually-hidden)');
  await expect(captions.first()).toBeVisible({ timeout: 30_000 });
  const heights = await captions.evaluateAll((all) => all.map((caption) => caption.getBoundingClientRect().height / parseFloat(getComputedStyle(caption).lineHeight)));
  expect(heights.map((lines) => Math.round(lines)).filter((lines) => lines > 1)).toEqual([]);
});

test('fields of one group stand apart', async ({ browser }) => {
  const page = await visitOf(browser, 'tr', 'adviser');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/tr/missions/${IDEA}/plan`);
  await settled(page);
  const gaps = await page.locator('.check-list > .field + .field').evaluateAll((all) => all.map((field) => field.getBoundingClientRect().top - field.previousElementSibling!.getBoundingClientRect().bottom));
  expect(gaps.length).toBeGreaterThan(1);
  expect(gaps.filter((gap) => gap < 8)).toEqual([]);
});
