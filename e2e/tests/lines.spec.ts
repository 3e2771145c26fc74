/** What stands together on a narrow telephone, and in the reader's letters. */
import { expect, type Page, test } from '@playwright/test';
import { settled } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';

const PHONE = { width: 320, height: 800 };
/** A leg of the demonstration whose days are in one month. */
const LEG = 'MissionLeg_84a6f5d1-70c3-4be9-a1d8-2f6b9c3e5074';

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
