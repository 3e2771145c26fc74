/** An officer in Tirana enters a round of a monitoring body by keyboard, on a telephone; the adviser, who has read less, keeps what they typed and reads theirs; the next dates, the working file and the follow-up page have it; a post elsewhere finds nothing of it; the adviser removes it. */
import { expect, test } from '@playwright/test';
import { field, typeNovember } from '../support/fields.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('the dates of a round are entered by the post, changed and removed by the adviser, and read where they matter', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  const source = `Letra ${Date.now()}${retry}`;
  const round = String(20 + retry + (Date.now() % 70));
  const officer = await visitOf(browser, 'sq', 'scac.al');
  const wrong = watch(officer);
  await officer.setViewportSize({ width: 360, height: 740 });
  await officer.goto('/sq/monitoring');
  await settled(officer);
  await sound(officer);
  await officer.locator('main ul.plain a[href$="/countries/AL/monitoring"]').press('Enter');
  await settled(officer);
  await sound(officer);
  await officer.getByRole('button', { name: 'Shtoni një raund vlerësimi' }).press('Enter');
  await officer.locator('main form button[type="submit"]').press('Enter');
  await expect(field(officer, 'ROUND')).toBeFocused();
  await sound(officer);
  await field(officer, 'ROUND').fill(round);
  await typeNovember(officer, 'commentsOn', 3, 2031);
  await field(officer, 'SOURCE').fill(source);
  // A day that is none is not taken for one that nobody knows.
  await typeNovember(officer, 'publicationOn', 31, 2031);
  await officer.locator('main form button[type="submit"]').press('Enter');
  await expect(officer.locator('[data-field="publicationOn"] .field-error')).not.toBeEmpty();
  await sound(officer);
  await typeNovember(officer, 'publicationOn', 30, 2031);
  await officer.locator('main form button[type="submit"]').press('Enter');
  await expect(officer.locator('.notice-done')).toHaveText('U ruajt.');
  await expect(officer.locator('main')).toContainText(source);
  await sound(officer);

  const adviser = await visitOf(browser, 'fr', 'adviser');
  await adviser.goto('/fr/monitoring');
  await settled(adviser);
  await expect(adviser.locator('main')).toContainText('3 novembre 2031');
  await sound(adviser);

  await besides('two change it at once, it is read where it matters and not elsewhere, and is removed', async () => {
    // The adviser and the officer change it at once: what the adviser typed stays, and what the officer said is shown.
    await adviser.goto('/fr/countries/AL/monitoring');
    await settled(adviser);
    await adviser.getByRole('button', { name: new RegExp(`Modifier les dates ?, GRETA, cycle d’évaluation ${round}$`) }).press('Enter');
    await officer.getByRole('button', { name: new RegExp(`Ndryshoni datat ?, GRETA, raundi i vlerësimit ${round}$`) }).press('Enter');
    await field(officer, 'SOURCE').fill(`${source} bis`);
    await officer.locator('main form button[type="submit"]').press('Enter');
    await expect(officer.locator('.notice-done')).toBeVisible();
    await field(adviser, 'SOURCE').fill(`${source} ter`);
    await adviser.locator('main form button[type="submit"]').press('Enter');
    await expect(adviser.locator('main form [role="alert"]')).toContainText(`${source} bis`);
    await expect(field(adviser, 'SOURCE')).toHaveValue(`${source} ter`);
    await sound(adviser);
    await adviser.locator('main form button[type="submit"]').press('Enter');
    await expect(adviser.locator('.notice-done')).toBeVisible();
    await expect(adviser.locator('main')).toContainText(`${source} ter`);
    await sound(adviser);

    for (const path of ['countries/AL/file', 'recommendations/Recommendation_al-r1-8/follow-up']) {
      await adviser.goto(`/fr/${path}`);
      await settled(adviser);
      await expect(adviser.locator('main')).toContainText(`${source} ter`);
      await sound(adviser);
    }

    const elsewhere = await visitOf(browser, 'mk', 'scac.mk');
    await elsewhere.goto('/mk/countries/AL/monitoring');
    await settled(elsewhere);
    await expect(elsewhere.locator('main')).not.toContainText(source);
    await sound(elsewhere);
    await elsewhere.goto('/mk/countries/AL/file');
    await settled(elsewhere);
    await expect(elsewhere.locator('main h2').filter({ hasText: 'Рокови на следењето' })).toHaveCount(0);

    await adviser.goto('/fr/countries/AL/monitoring');
    await settled(adviser);
    await adviser.getByRole('button', { name: new RegExp(`^Retirer ?, GRETA, cycle d’évaluation ${round}$`) }).press('Enter');
    await expect(adviser.getByRole('button', { name: 'Le garder' })).toBeFocused();
    await sound(adviser);
    await adviser.getByRole('button', { name: new RegExp(`^Retirer ?, GRETA, cycle d’évaluation ${round}$`) }).press('Enter');
    await expect(adviser.locator('.notice-done')).toHaveText('C’est retiré.');
    await expect(adviser.locator('main')).not.toContainText(`${source} ter`);
    await sound(adviser);
  });
  expect(wrong()).toEqual([]);
});
