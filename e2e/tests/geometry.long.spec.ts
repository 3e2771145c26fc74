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

test('what is chosen in a field is found when it is cut, and so is what is filled in or asked for', async ({ page }) => {
  await page.goto('/hu/trainings');
  await settled(page);
  expect(await misplaced(page)).toEqual([]);
  const list = page.locator('.filters select').first();
  const chosen = await list.locator('option:checked').innerText();
  const field = page.locator('.filters input[type=search]').first();
  for (const [cut, text, value, placeholder] of [[list, chosen], [field, '24/11/2026', '24/11/2026'], [field, 'what is asked for', '', 'what is asked for']] as const) {
    await cut.evaluate((element, [held, asked]) => {
      Object.assign(element.style, { inlineSize: '3.5em', blockSize: '44px' });
      if (element instanceof HTMLInputElement) Object.assign(element, { value: held, placeholder: asked });
    }, [value, placeholder] as const);
    expect((await misplaced(page)).join('\n')).toContain(`“${text}” is cut in its field`);
    await cut.evaluate((element) => element.removeAttribute('style'));
  }
});

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
