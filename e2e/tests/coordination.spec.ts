/** An officer in Tirana enters the strategy of Albania by keyboard on a telephone; visitors read it beside the coordinator that the service came with, and that a referral mechanism is not known yet; besides, the adviser, who has read less, loses nothing, and an officer elsewhere keeps nothing of it. */
import { expect, test } from '@playwright/test';
import { field, typeNovember } from '../support/fields.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('what coordinates action against trafficking is kept by the embassy and read by everybody', async ({ browser, page }, { retry }) => {
  test.setTimeout(240_000);
  const name = `Strategji prove ${Date.now()}${retry}`;
  const officer = await visitOf(browser, 'sq', 'scac.al');
  const wrong = watch(officer);
  await officer.setViewportSize({ width: 360, height: 740 });
  await officer.goto('/sq/countries/AL/file');
  await settled(officer);
  await officer.getByRole('link', { name: 'Përditësoni koordinimin kombëtar' }).press('Enter');
  await expect(officer).toHaveURL(/\/sq\/countries\/AL\/coordination$/);
  await settled(officer);
  await expect(officer.locator('main')).toContainText('Ende nuk dihet');
  await sound(officer);
  await officer.getByRole('button', { name: 'Shtoni një shënim' }).press('Enter');
  await officer.locator('main form button[type="submit"]').press('Enter');
  await expect(field(officer, 'NAME')).toBeFocused();
  await sound(officer);
  await field(officer, 'NAME').fill(name);
  await field(officer, 'LEGAL_BASIS').fill('Vendim prove nr. 1');
  await typeNovember(officer, 'startsOn', 3, 2025);
  await field(officer, 'SOURCE').fill('Fletorja zyrtare');
  await officer.locator('main form button[type="submit"]').press('Enter');
  await expect(officer.locator('.notice-done')).toHaveText('U ruajt.');
  const row = officer.locator('main li', { hasText: name });
  await expect(row).toContainText('Korrigjuar nga ambasada e Francës');
  await sound(officer);

  // Visitors read it in Greek, its name marked as Albanian and as invented, beside what is known and what is not.
  await page.goto('/el/countries/AL');
  await settled(page);
  const part = page.locator('main section', { has: page.locator('h3', { hasText: /^Εθνικός συντονισμός$/ }) }).last();
  await expect(part.locator('[lang="sq"]', { hasText: name })).toHaveText(name);
  const kind = (words: string) => part.locator('dl > div', { has: page.locator('dt', { hasText: words }) });
  await expect(kind('Στρατηγική ή σχέδιο δράσης')).toContainText('Vendim prove nr. 1');
  await expect(kind('Εθνικός συντονιστής').locator('a[href*="/organisations/"]')).toHaveCount(1);
  await expect(kind('Εθνικός μηχανισμός αναφοράς')).toContainText('Δεν είναι ακόμη γνωστό');
  await sound(page);

  await besides('two change it at once, it is removed, and nobody changes it elsewhere', async () => {
    // The adviser and the officer change it at once: what the adviser typed stays, and what the officer said is shown.
    const adviser = await visitOf(browser, 'fr', 'adviser');
    await adviser.goto('/fr/countries/AL/coordination');
    await settled(adviser);
    await adviser.locator('main li', { hasText: name }).getByRole('button', { name: /^Modifier/ }).press('Enter');
    await row.getByRole('button', { name: /^Ndryshoni/ }).press('Enter');
    await field(officer, 'SOURCE').fill('Fletorja zyrtare nr. 2');
    await officer.locator('main form button[type="submit"]').press('Enter');
    await expect(row).toContainText('Fletorja zyrtare nr. 2');
    await field(adviser, 'SOURCE').fill('Le journal officiel');
    await adviser.locator('main form button[type="submit"]').press('Enter');
    await expect(adviser.locator('main form [role="alert"]')).toContainText('Fletorja zyrtare nr. 2');
    await expect(field(adviser, 'SOURCE')).toHaveValue('Le journal officiel');
    await sound(adviser);
    await adviser.locator('main form button[type="submit"]').press('Enter');
    await expect(adviser.locator('.notice-done')).toBeVisible();
    await adviser.locator('main li', { hasText: name }).getByRole('button', { name: /^Retirer/ }).press('Enter');
    await expect(adviser.getByRole('button', { name: 'Le garder' })).toBeFocused();
    await adviser.locator('main li', { hasText: name }).getByRole('button', { name: /^Retirer/ }).press('Enter');
    await expect(adviser.locator('.notice-done')).toHaveText('C’est retiré.');
    await expect(adviser.locator('main')).not.toContainText(name);
    await sound(adviser);

    const elsewhere = await visitOf(browser, 'mk', 'scac.mk');
    await elsewhere.goto('/mk/countries/AL/coordination');
    await settled(elsewhere);
    await expect(elsewhere.locator('main form, main button')).toHaveCount(0);
    await sound(elsewhere);
  });
  expect(wrong()).toEqual([]);
});
