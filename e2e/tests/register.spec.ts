/** Whoever is told of by this site, or may be, reads what is kept, why and how long. */
import { expect, test } from '@playwright/test';
import type { Locale } from '@passerelle/shared/locales.ts';
import { ask } from '../support/api.ts';
import { misplaced } from '../support/geometry.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { PAGE, type Register, unfold } from '../support/register.ts';
import { toldIn } from '../support/short.ts';

/** What its reader calls the page, the kind of person that most is kept about, and why a name is. */
const READERS = [
  ['fr', 'Ce que nous conservons sur les personnes, pourquoi et combien de temps', 'Experts', 'Base juridique', 'Consentement', /^3\sans/],
  ['el', 'Ποια προσωπικά δεδομένα τηρούμε, γιατί και για πόσο χρόνο', 'Εμπειρογνώμονες', 'Νομική βάση', 'Συγκατάθεση', /^3\sέτη/],
  ['sr-Cyrl', 'Шта чувамо о људима, зашто и колико дуго', 'Стручњаци', 'Правни основ', 'Пристанак', /^3\sгодине/],
] as const satisfies readonly (readonly [Locale, string, string, string, string, RegExp])[];

for (const [locale, title, experts, basis, consent, years] of toldIn(READERS)) {
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
