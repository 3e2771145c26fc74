/** Whoever is told of by this site, or may be, reads what is kept, why and how long; and takes the register with them. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { Locale } from '@passerelle/shared/locales.ts';
import { ask } from '../support/api.ts';
import { misplaced } from '../support/geometry.ts';
import { reach } from '../support/keyboard.ts';
import { accessible, settled, takenOver, watch } from '../support/page.ts';

const PAGE = '/data-register';

/** Unfolds what is kept about every kind of person. */
const unfold = (page: Page): Promise<void> => page.locator('.register-fold').evaluateAll((folds) => { for (const fold of folds) (fold as HTMLDetailsElement).open = true; });

interface Register {
  readonly dataRegister: { readonly tables: { readonly name: string; readonly columns: { readonly name: string; readonly proposed: readonly string[] }[] }[] };
}

/** What its reader calls the page, the kind of person that most is kept about, and why a name is. */
const READERS = [
  ['fr', 'Ce que nous conservons sur les personnes, pourquoi et combien de temps', 'Experts', 'Base juridique', 'Consentement', /^3\sans/],
  ['el', 'Ποια προσωπικά δεδομένα τηρούμε, γιατί και για πόσο χρόνο', 'Εμπειρογνώμονες', 'Νομική βάση', 'Συγκατάθεση', /^3\sέτη/],
  ['sr-Cyrl', 'Шта чувамо о људима, зашто и колико дуго', 'Стручњаци', 'Правни основ', 'Пристанак', /^3\sгодине/],
] as const satisfies readonly (readonly [Locale, string, string, string, string, RegExp])[];

for (const [locale, title, experts, basis, consent, years] of READERS) {
  test(`the register is read in ${locale}, on a telephone and on a desk`, async ({ page, request }) => {
    const wrong = watch(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`/${locale}/privacy`);
    await settled(page);
    await page.locator('main').getByRole('link', { name: title }).click();
    await expect(page).toHaveURL(`/${locale}${PAGE}`);
    await settled(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await accessible(page);
    await unfold(page);
    expect(await misplaced(page), 'on a telephone').toEqual([]);
    await accessible(page);

    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await misplaced(page), 'on a desk').toEqual([]);
    await accessible(page);
    const section = page.locator('section', { has: page.getByRole('heading', { level: 2, name: experts, exact: true }) }).last();
    await expect(section.getByRole('columnheader', { name: basis })).toBeVisible();
    await expect(section.getByRole('row', { name: /expert\.name/ }).getByRole('cell').nth(1)).toContainText(consent);
    await expect(section.getByRole('row', { name: /expert\.profession_code/ }).getByRole('cell').nth(2)).toHaveText(years);

    // A name of the database never stands without one in words.
    for (const words of await page.locator('.register .of-table, .other-tables li').allInnerTexts()) expect(words).toMatch(/^\p{Lu}[\p{L}\p{P}]*\s/u);
    const { dataRegister } = await ask<Register>(request, locale, '{ dataRegister { tables { name columns { name proposed } } } }');
    const shown = await page.locator('.register code').evaluateAll((codes) => codes.filter((code) => code.checkVisibility()).map((code) => code.textContent.trim()));
    expect(shown).toEqual(expect.arrayContaining(dataRegister.tables.flatMap((table) => table.columns.map(({ name }) => `${table.name}.${name}`))));
    expect(wrong()).toEqual([]);
  });
}

test('its contents lead past hundreds of lines to whose data it is, and to the rights', async ({ page }) => {
  await page.goto(`/en${PAGE}`);
  await settled(page);
  const ways = page.locator('.on-page a');
  await expect(ways).toHaveText([...(await page.locator('.results section h2').allInnerTexts()), 'Tables without data about people', 'Your rights and whom to write to']);
  await reach(page, ways.last());
  await page.keyboard.press('Enter');
  await expect(page.locator('#rights')).toBeInViewport();
  await expect(page.locator('#rights')).toBeFocused();
});

test('what the controller has not confirmed is marked as proposed', async ({ page, request }) => {
  const { dataRegister } = await ask<Register>(request, 'en', '{ dataRegister { tables { name columns { name proposed } } } }');
  expect(dataRegister.tables.flatMap(({ columns }) => columns).some(({ proposed }) => proposed.includes('RETENTION'))).toBe(true);
  await page.goto(`/en${PAGE}`);
  await settled(page);
  await unfold(page);
  const row = page.getByRole('row', { name: /expert\.profession_code/ });
  await expect(row.getByRole('cell').nth(2)).toContainText('Proposed');
  await expect(row.getByRole('cell').nth(0)).not.toContainText('Proposed');
});

test('the register can be taken along as a file, with codes', async ({ page }) => {
  await page.goto(`/en${PAGE}`);
  await settled(page);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the register (JSON)' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('data-register.json');
  const register = JSON.parse(await readFile(await download.path(), 'utf8')) as { schemaVersion: number; tables: { name: string }[] };
  expect(register.schemaVersion).toBe(1);
  expect(register.tables.map(({ name }) => name)).toContain('expert');
});

test('where the register cannot be had the page says so, keeps the way to the operator, and can ask again', async ({ page }) => {
  await page.route('**/graphql?**', (route) => route.fulfill({ status: 503, body: 'not ready' }));
  await page.goto(`/en${PAGE}`);
  await takenOver(page);
  await expect(page.getByRole('alert')).toContainText('The server could not be reached');
  await expect(page.locator('main').getByRole('link', { name: 'Contact' })).toBeVisible();
  await page.unroute('**/graphql?**');
  await page.getByRole('alert').getByRole('button').click();
  await settled(page);
  await page.locator('.register-fold > summary').first().click();
  await expect(page.locator('.register').first()).toBeVisible();
});
