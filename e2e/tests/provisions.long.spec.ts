/** Provisions that are made public: what visitors read of them. */
import { expect, test } from '@playwright/test';
import { field } from '../support/fields.ts';
import { settled } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('the adviser makes a provision public: visitors read it on the instrument and the country; once the post changes it, they do not until it is decided again', async ({ browser, page }, { retry }) => {
  test.setTimeout(240_000);
  const mark = `${Date.now()}${retry}`;
  const reference = `Krivični zakonik ${mark}, član 388`;
  const officer = await visitOf(browser, 'sr-Latn', 'scac.rs');
  await officer.goto('/sr-Latn/countries/RS/law?instrument=coe-197');
  await settled(officer);
  await officer.getByRole('button', { name: 'Dodaj unos' }).press('Enter');
  await field(officer, 'REFERENCE').fill(reference);
  await officer.locator('main form textarea[data-field="TEXT"]').fill('Trgovina ljudima');
  await field(officer, 'SOURCE').fill('Službeni glasnik');
  await officer.locator('main form button[type="submit"]').press('Enter');
  await expect(officer.locator('.notice-done')).toBeVisible();
  const rowOf = (of: typeof page) => of.locator('main li', { has: of.locator('h3', { hasText: reference }) });
  await expect(rowOf(officer)).toContainText('Ovaj unos nije javan.');
  await expect(rowOf(officer).getByRole('button', { name: /^Objavi/ })).toHaveCount(0);

  const adviser = await visitOf(browser, 'fr', 'adviser');
  await adviser.goto('/fr/countries/RS/law?instrument=coe-197');
  await settled(adviser);
  await rowOf(adviser).getByRole('button', { name: /^Rendre public/ }).press('Enter');
  await expect(adviser.getByRole('button', { name: 'Laisser tel quel' })).toBeFocused();
  await sound(adviser);
  await rowOf(adviser).getByRole('button', { name: /^Rendre public/ }).press('Enter');
  await expect(adviser.locator('.notice-done')).toHaveText('L’entrée est maintenant publique.');
  await expect(rowOf(adviser)).toContainText('Public depuis le');
  await sound(adviser);

  for (const path of ['instruments/coe-197', 'countries/RS']) {
    await page.goto(`/uk/${path}`);
    await settled(page);
    const row = page.locator('main li', { has: page.locator('.row-title', { hasText: reference }) });
    await expect(row).toContainText('Službeni glasnik');
    // Beside what countries have signed an instrument has a table of what they have in their law for it.
    await expect(page.locator('main table.records tr', { has: page.locator('td', { hasText: reference }) })).toHaveCount(path.startsWith('instruments') ? 1 : 0);
    await expect(row.locator('.chip-demonstration')).toHaveCount(1);
    await expect(page.locator('main')).toContainText('Це не офіційний текст.');
    await sound(page);
  }

  await officer.reload();
  await settled(officer);
  await rowOf(officer).getByRole('button', { name: /^Izmeni/ }).press('Enter');
  await expect(officer.locator('main form')).toContainText('Ovaj unos je javan.');
  await sound(officer);
  await officer.locator('main form textarea[data-field="TEXT"]').fill('Trgovina ljudima, izmenjeno');
  await officer.locator('main form button[type="submit"]').press('Enter');
  await expect(rowOf(officer)).toContainText('Ovaj unos nije javan.');
  await page.goto('/uk/instruments/coe-197');
  await settled(page);
  await expect(page.locator('main')).not.toContainText(reference);
  await rowOf(officer).getByRole('button', { name: /^Ukloni/ }).press('Enter');
  await rowOf(officer).getByRole('button', { name: /^Ukloni/ }).press('Enter');
  await expect(officer.locator('main')).not.toContainText(reference);
});
