/** The map in other languages and widths, pressed, and in the address. */
import { expect, type Page, test } from '@playwright/test';
import { LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import { misplaced } from '../support/geometry.ts';
import { open } from '../support/map.ts';
import { settled, watch } from '../support/page.ts';

/** Gives the page another width, and waits until the map, which is told of it by the frame that comes, is drawn anew. */
async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await expect(page.locator('.map svg.map-drawing')).toHaveAttribute('role', width > 640 ? 'group' : 'img');
}

/** What of the writing on a map overlaps other writing, or leaves the map; dots that stand on writing count too. */
async function faults(page: Page, figure: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const svg = document.querySelector(`${selector} svg.map-drawing`)!;
    const edge = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll('text, .map-dot, .map-capital')].map((element) => ({ name: element.textContent?.trim() || 'dot', box: element.getBoundingClientRect() }));
    const outside = boxes.filter(({ box }) => box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1);
    const over = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) =>
      a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1 && a.box.top < b.box.bottom - 1 && b.box.top < a.box.bottom - 1)
      .map((b) => `${a.name} over ${b.name}`));
    return [...outside.map(({ name }) => `${name} leaves the map`), ...over];
  }, figure);
}

for (const locale of LOCALE_TAGS) {
  test(`in ${LOCALES[locale].endonym} no name is over another or cut, large or small`, async ({ page }) => {
    test.setTimeout(90_000);
    for (const show of ['', '?show=SESSIONS']) {
      await open(page, `/${locale}/countries${show}`);
      for (const width of [1280, 768, 320]) {
        await resize(page, width);
        expect(await faults(page, '.map'), `${width} ${show}`).toEqual([]);
        expect(await misplaced(page), `${width} ${show}`).toEqual([]);
      }
    }
    for (const code of ['XK', 'ME', 'HR']) {
      await page.goto(`/${locale}/countries/${code}`);
      await settled(page);
      await expect(page.locator('.locator .map-capital')).toHaveCount(1);
      expect(await faults(page, '.locator'), code).toEqual([]);
    }
  });
}

test('small countries can be pressed by their names, 44 pixels high, large ones by their land', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 900 });
  await open(page, '/hu/countries');
  for (const code of ['SI', 'HR', 'BA', 'ME', 'XK', 'MK', 'AL', 'MD', 'CY']) {
    const box = await page.locator(`[data-code="${code}"] .map-target`).boundingBox();
    expect(box!.height, code).toBeGreaterThanOrEqual(43.9);
    expect(box!.width, code).toBeGreaterThanOrEqual(44);
  }
  const ukraine = (await page.locator('[data-code="UA"] text').boundingBox())!;
  await page.mouse.click(ukraine.x - 60, ukraine.y);
  await expect(page).toHaveURL(/\/hu\/countries\/UA$/);
});

test('what the map shows is in the address, and stays when the list is filtered and when filters are cleared', async ({ page }) => {
  const wrong = watch(page);
  await open(page, '/sr-Cyrl/countries');
  await page.locator('.map-shows a').nth(2).click();
  await expect(page).toHaveURL(/show=EXPERTS/);
  await expect(page.locator('.map-shows [aria-current]')).toHaveCount(1);
  await page.locator('form[role=search] select').last().selectOption('CONVENTION');
  await page.locator('form[role=search] button[type=submit]').click();
  await expect(page).toHaveURL(/show=EXPERTS/);
  await expect(page).toHaveURL(/sort=CONVENTION/);
  await expect(page.locator('.country-table tbody th').last()).toContainText('Косово');
  await page.locator('form[role=search] button[type=button]').click();
  await expect(page).toHaveURL(/\?show=EXPERTS$/);
  await page.reload();
  await expect(page.locator('.map-label')).toHaveCount(16);
  expect(wrong()).toEqual([]);
});
