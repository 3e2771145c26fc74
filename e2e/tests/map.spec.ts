/** The map of the sixteen countries: read, heard, and used without a mouse. */
import { expect, type Page, test } from '@playwright/test';
import { LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import { ask } from '../support/api.ts';
import { misplaced } from '../support/geometry.ts';
import { reach } from '../support/keyboard.ts';
import { settled, watch } from '../support/page.ts';
import { isShort } from '../support/short.ts';

interface Countries {
  readonly countries: { code: string; name: { text: string } }[];
  readonly instrument: { countries: { status: string; inForceOn: string | null; country: { code: string } }[] };
}

const QUESTION = '{ countries { code name { text } } instrument(code: "coe-197") { countries { status inForceOn country { code } } } }';

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
  await expect(page.locator('.map-label')).toHaveCount(16);
}

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

/** One language of so many is looked at where stories are told shortly. */
const IN_SHORT = 5;

for (const locale of LOCALE_TAGS.filter((_tag, place) => !isShort || place % IN_SHORT === 0)) {
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

test('someone without a mouse goes through the countries in the order of the list, and opens one', async ({ page, request }) => {
  const { countries } = await ask<Countries>(request, 'fr', QUESTION);
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, '/fr/countries');
  await reach(page, page.locator('.map-shows a').last());
  for (const { code, name } of countries) {
    await page.keyboard.press('Tab');
    const focused = page.locator('a.map-label:focus');
    await expect(focused).toHaveAttribute('data-code', code);
    await expect(focused).toHaveAttribute('aria-label', new RegExp(`^${name.text}`));
    if (code === 'GR') break;
  }
  await expect(page.locator('.map-current')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/fr\/countries\/GR$/);
  await expect(page.locator('h1')).toContainText('Grèce');
});

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

test('the title says in how many countries the convention is in force, as the API has it, and the table says the same as the map', async ({ page, request }) => {
  const { countries, instrument } = await ask<Countries>(request, 'en', QUESTION);
  const today = new Date().toISOString().slice(0, 10);
  const inForce = instrument.countries.filter(({ status, inForceOn }) => status === 'PARTY' && inForceOn && inForceOn <= today).length;
  await open(page, '/en/countries');
  await expect(page.locator('.country-map h2')).toContainText(`in force in ${inForce} of the ${countries.length} countries`);
  const table = page.locator('.map-table');
  await expect(table.locator('table')).toBeHidden();
  await table.locator('summary').click();
  const rows = table.locator('tbody tr');
  await expect(rows).toHaveCount(16);
  for (const [i, { code, name }] of countries.entries()) {
    const bond = instrument.countries.find(({ country }) => country.code === code)!;
    await expect(rows.nth(i)).toContainText(name.text);
    const year = bond.inForceOn?.slice(0, 4) ?? 'Not a party';
    await expect(rows.nth(i)).toContainText(year);
    await expect(page.locator(`[data-code="${code}"] text`)).toContainText(year);
  }
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
