/** An officer in Tirana adds a public holiday of Albania in Albanian, by keyboard on a telephone, says that another day is none, checks the hotline and writes travel notes; everybody reads what was corrected and by which house, the notes only posts, the adviser and whoever comes on a leg there; the adviser, who has read less, loses nothing, and says the notes in French; an officer elsewhere keeps nothing of it. */
import { expect, type Page, test } from '@playwright/test';
import { field, typeNovember } from '../support/fields.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const rowOf = (page: Page, words: string) => page.locator('main li', { hasText: words }).filter({ has: page.locator('h3') });
const saved = async (page: Page, words: string): Promise<void> => expect(page.locator('main .notice-done')).toHaveText(words);

test('what is kept of a country is corrected by its embassy and read where it matters', async ({ browser, page }, { retry }) => {
  test.setTimeout(300_000);
  const name = `Dita e provës ${Date.now()}${retry}`;
  const officer = await visitOf(browser, 'sq', 'scac.al');
  const wrong = watch(officer);
  await officer.setViewportSize({ width: 360, height: 740 });
  await officer.goto('/sq/countries/AL/file');
  await settled(officer);
  await expect(officer.locator('main h2').filter({ hasText: 'Festat e ardhshme zyrtare' })).toHaveText('Festat e ardhshme zyrtare');
  await sound(officer);
  await officer.getByRole('link', { name: 'Përditësimi i të dhënave të vendit' }).press('Enter');
  await expect(officer).toHaveURL(/\/sq\/countries\/AL\/upkeep$/);
  await settled(officer);
  await sound(officer);

  // A holiday that no list has: without a source it is not taken.
  const day = 3 + retry;
  await officer.getByRole('button', { name: 'Shtoni një festë zyrtare' }).press('Enter');
  await typeNovember(officer, 'DATE', day, 2031);
  await field(officer, 'NAME').fill(name);
  await officer.locator('main form button[type="submit"]').press('Enter');
  await expect(field(officer, 'SOURCE')).toBeFocused();
  await sound(officer);
  await field(officer, 'SOURCE').fill('Fletorja zyrtare');
  await officer.locator('main form button[type="submit"]').press('Enter');
  await saved(officer, 'U ruajt.');
  await expect(rowOf(officer, name)).toContainText('Korrigjuar nga ambasada e Francës');
  await sound(officer);

  // Visitors read it, with who has corrected it, marked as what it is of a demonstration; in another language its name is marked as Albanian.
  await page.goto('/fr/countries/AL#holidays');
  await settled(page);
  const row = page.locator('section[aria-labelledby="holidays"] tr', { hasText: name });
  await expect(row).toContainText('Corrigé par l’ambassade de France');
  await expect(row.locator('[lang="sq"]').first()).toHaveText(name);
  await expect(row).toContainText('Fletorja zyrtare');
  await sound(page);


  const notes = `Shënim ${Date.now()}${retry}: rruga është e mbyllur.`;
  const note = officer.locator('section[aria-labelledby="upkeep-note"]');
  await note.getByRole('button').first().press('Enter');
  await sound(officer);
  await field(officer, 'TEXT').fill(notes);
  await note.locator('form button[type="submit"]').press('Enter');
  await expect(note).toContainText(notes);
  await sound(officer);

  await besides('two correct it at once, it is none after all, a number is confirmed, a note is translated and read elsewhere', async () => {
    // The adviser and the officer correct it at once: what the adviser typed stays, and what the officer said is shown.
    const adviser = await visitOf(browser, 'fr', 'adviser');
    await adviser.goto('/fr/countries/AL/upkeep');
    await settled(adviser);
    await rowOf(adviser, name).getByRole('button', { name: /^Corriger/ }).press('Enter');
    await rowOf(officer, name).getByRole('button', { name: /^Korrigjoni/ }).press('Enter');
    await field(officer, 'SOURCE').fill('Fletorja zyrtare nr. 2');
    await officer.locator('main form button[type="submit"]').press('Enter');
    await expect(rowOf(officer, name)).toContainText('Fletorja zyrtare nr. 2');
    await field(adviser, 'SOURCE').fill('Le journal officiel');
    await adviser.locator('main form button[type="submit"]').press('Enter');
    await expect(adviser.locator('main form [role="alert"]')).toContainText('Fletorja zyrtare nr. 2');
    await expect(field(adviser, 'SOURCE')).toHaveValue('Le journal officiel');
    await sound(adviser);
    await adviser.locator('main form button[type="submit"]').press('Enter');
    await saved(adviser, 'C’est enregistré.');
    await expect(rowOf(adviser, name)).toContainText('Corrigé par le conseiller technique régional');

    // It is none after all, and can still be read.
    await officer.reload();
    await settled(officer);
    await rowOf(officer, name).getByRole('button', { name: /^Shënoni se nuk është festë/ }).press('Enter');
    await sound(officer);
    await field(officer, 'SOURCE').fill('Vendim i qeverisë');
    await officer.locator('main form button[type="submit"]').press('Enter');
    await expect(officer.locator('section[aria-labelledby="upkeep-struck"]')).toContainText(name);
    await sound(officer);
    await page.reload();
    await settled(page);
    await expect(page.locator('section[aria-labelledby="holidays"] table')).not.toContainText(name);
    await expect(page.locator('section[aria-labelledby="holidays"]')).toContainText(name);
    await sound(page);

    // Nobody invented makes a number one to call: it is said that they have checked it, and no more.
    await officer.locator('section[aria-labelledby="upkeep-hotlines"]').getByRole('button', { name: /^Konfirmoni numrin/ }).first().press('Enter');
    await sound(officer);
    await officer.locator('section[aria-labelledby="upkeep-hotlines"]').getByRole('button', { name: /^Konfirmoni numrin/ }).first().press('Enter');
    await expect(officer.locator('section[aria-labelledby="upkeep-hotlines"]')).toContainText('Kontrolluar nga ambasada e Francës');
    await page.goto('/sq/countries/AL');
    await settled(page);
    await expect(page.locator('section[aria-labelledby="hotline"] a[href^="tel:"]')).toHaveCount(0);

    await adviser.reload();
    await settled(adviser);
    const french = adviser.locator('section[aria-labelledby="upkeep-note"]');
    await french.getByRole('button', { name: /^Traduire/ }).press('Enter');
    await french.locator('form select').selectOption('fr');
    await french.locator('form textarea').fill('La route est fermée.');
    await french.locator('form button[type="submit"]').press('Enter');
    await expect(french).toContainText('La route est fermée.');
    await sound(adviser);

    const elsewhere = await visitOf(browser, 'mk', 'scac.mk');
    await elsewhere.goto('/mk/countries/AL/file');
    await settled(elsewhere);
    // Of what is not in their language they read what is nearest to it.
    await expect(elsewhere.locator('main')).toContainText('La route est fermée.');
    await expect(elsewhere.locator('main a[href$="/upkeep"]')).toHaveCount(0);
    await elsewhere.goto('/mk/countries/AL/upkeep');
    await settled(elsewhere);
    await expect(elsewhere.locator('main button')).toHaveCount(0);
    await sound(elsewhere);
    await page.goto('/sq/countries/AL');
    await settled(page);
    await expect(page.locator('main')).not.toContainText(notes);
  });
  expect(wrong()).toEqual([]);
});
