/** What measures the pages finds what is wrong with them: faults are planted, and each is told. */
import { expect, test } from '@playwright/test';
import { misplaced } from '../support/geometry.ts';
import { settled } from '../support/page.ts';

const FAULTS = [
  ['writing that is cut', 'h1 { block-size: 8px; overflow: hidden; }', /is cut/],
  ['writing that lies over other writing', 'main p { margin-block-start: -2.4em; }', /lies over/],
  ['writing that leaves the window', 'h1 { translate: -100px; }', /leaves the window/],
  ['a page that is wider than the window', 'h1 { inline-size: 110vw; }', /wide in a window/],
] as const;

test('a page as it is has nothing misplaced', async ({ page }) => {
  await page.goto('/fr/privacy');
  await settled(page);
  expect(await misplaced(page)).toEqual([]);
});

for (const [name, style, told] of FAULTS) {
  test(`${name} is found`, async ({ page }) => {
    await page.goto('/fr/privacy');
    await settled(page);
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }, style);
    expect((await misplaced(page)).join('\n')).toMatch(told);
  });
}
