/** The map of the sixteen countries: read, heard, and used without a mouse. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { reach } from '../support/keyboard.ts';
import { open } from '../support/map.ts';
import { accessible } from '../support/page.ts';

interface Countries {
  readonly countries: { code: string; name: { text: string } }[];
  readonly instrument: { countries: { status: string; inForceOn: string | null; country: { code: string } }[] };
}

const QUESTION = '{ countries { code name { text } } instrument(code: "coe-197") { countries { status inForceOn country { code } } } }';

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

test('the title says in how many countries the convention is in force, as the API has it, and the table says the same as the map', async ({ page, request }) => {
  const { countries, instrument } = await ask<Countries>(request, 'en', QUESTION);
  const today = new Date().toISOString().slice(0, 10);
  const inForce = instrument.countries.filter(({ status, inForceOn }) => status === 'PARTY' && inForceOn && inForceOn <= today).length;
  await open(page, '/en/countries');
  await accessible(page);
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
