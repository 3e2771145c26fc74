/**
 * The adviser says what counts in a plan – goals one after the other, or weighed in points – and what may be spent of single kinds; who interprets, and at which price, is a fact with its source that they keep beside the links.
 */
import { expect, type Locator, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { ended, look, missionOf } from '../support/plan.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** The first day on which what is entered holds. */
async function validFrom(part: Locator): Promise<void> {
  const day = part.locator('.date-field').first();
  await day.locator('.date-day input').fill('1');
  await day.locator('.date-month select').selectOption('1');
  await day.locator('.date-year input').fill('2027');
}

// One search goes on at a time.
test.describe.configure({ mode: 'serial' });

test('goals are weighed in points, an interpreter is costed with the source, and a limit of one kind is named with the change that would help', async ({ browser }) => {
  test.setTimeout(600_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  const mission = await missionOf(page.request, [{ country: 'BA', city: 'sarajevo', days: [8, 9], meetings: [{ subject: 'Foyer de Sarajevo', day: 9, language: 'bs' }] }]);
  await look(page, `/fr/missions/${mission}/plan`);
  await page.getByLabel('Les personnes qui n’ont pas encore d’autorisation').check();
  // In order, by keyboard: what is moved keeps the focus.
  const order = page.getByRole('list').filter({ hasText: 'Points des rendez-vous' });
  await expect(order.getByRole('listitem')).toHaveText([/^\s*Points des rendez-vous/, /^\s*Coût/, /^\s*Nuits d’absence/]);
  await page.getByRole('button', { name: /^Monter\s*, Nuits d’absence/ }).press('Enter');
  await expect(order.getByRole('listitem').nth(1)).toContainText('Nuits d’absence');
  await expect(page.getByRole('button', { name: /^Monter\s*, Nuits d’absence/ })).toBeFocused();
  await page.getByLabel('Un autre critère').selectOption('Temps de voyage');
  await page.getByRole('button', { name: /^Ajouter\s*, Un autre critère/ }).press('Enter');
  await expect(order.getByRole('listitem')).toHaveCount(4);
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  // Weighed, with a limit of fares that is too small.
  await page.getByLabel('Comment les critères comptent').selectOption('Tous ensemble, en points');
  const nights: Locator = page.getByLabel('Nuits d’absence – points par unité');
  await nights.fill('0');
  await page.getByRole('button', { name: 'Chercher un plan' }).press('Enter');
  await expect(nights).toBeFocused();
  await expect(page.getByText(/^Indiquez un nombre entier de 1 à 1.000\.$/)).toBeVisible();
  await nights.fill('2');
  await page.getByLabel('Points des rendez-vous – multiplié par').fill('5');
  await page.getByLabel('Billet', { exact: true }).fill('100');
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Chercher un plan' }).press('Enter');
  const out = page.locator('.plan-out').filter({ hasText: 'Foyer de Sarajevo' });
  await expect(out).toContainText('limite de coûts (Billet, 100,00', { timeout: 300_000 });
  await expect(out).toContainText(/La limite augmente de .*\s: Billet\./, { timeout: 300_000 });
  await ended(page);
  // Without the limit the meeting is in, and each goal says what it came to.
  await page.getByLabel('Billet', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Chercher un plan' }).press('Enter');
  await expect(page.locator('.plan-figures')).toContainText(/Rendez-vous dans le plan\s: 1 sur 1/, { timeout: 240_000 });
  await expect(page.locator('.plan-bound strong')).toHaveText('Il est prouvé qu’aucun plan n’est meilleur.', { timeout: 240_000 });
  await ended(page);
  const counted = page.getByRole('table', { name: 'Ce qui a compté' });
  await expect(counted.getByRole('row', { name: /^Points des rendez-vous 10 50 prouvé/ })).toBeVisible();
  await expect(counted.getByRole('row', { name: /^Nuits d’absence 1 [-−]2 prouvé/ })).toBeVisible();
  await expect(page.getByText(/^Points en tout\s: /)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Coûts', exact: true })).toContainText('Interprétation');
  await expect(page.locator('section:has(> #plan-assumed)')).toContainText(/Interprétation\s: bosniaque \(Bosnie-Herzégovine\), 240,00\s€ par demi-journée\./);
  await expect(page.locator('section:has(> #plan-assumed)')).toContainText('Tarif inventé pour la démonstration');
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('what interpretation costs, and when a country works, is entered with its source beside the links', async ({ browser }) => {
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  await look(page, '/fr/travel');
  const part = page.locator('section:has(> #interpreting)');
  const before = await part.locator('li.border-rule, .border-rule').count();
  await part.getByRole('button', { name: 'Ajouter un prix' }).press('Enter');
  await part.getByLabel('Langue, depuis et vers celle de l’équipe').selectOption('albanais');
  await part.getByLabel('Pays').selectOption('Albanie');
  await part.getByLabel('Prix par personne, en euros').fill('beaucoup');
  await part.getByLabel('Source', { exact: true }).fill('Bureau de traduction (inventé)');
  await part.getByRole('button', { name: 'Enregistrer', exact: true }).press('Enter');
  await expect(part.getByLabel('Prix par personne, en euros')).toHaveValue('beaucoup');
  await expect(part.locator('.fault').first()).toBeVisible();
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await part.getByLabel('Prix par personne, en euros').fill('310,50');
  await validFrom(part);
  await part.getByRole('button', { name: 'Enregistrer', exact: true }).press('Enter');
  await settled(page);
  await expect(part.locator('.border-rule')).toHaveCount(before + 1);
  await expect(part).toContainText('albanais – Albanie');
  await expect(part).toContainText(/310,50\s€, par demi-journée/);
  // When a country works is entered in the same way.
  const working = page.locator('section:has(> #working)');
  await working.getByRole('button', { name: 'Ajouter des heures' }).press('Enter');
  await working.getByLabel('Pays').selectOption('Chypre');
  await working.getByLabel('De', { exact: true }).fill('15:00');
  await working.getByLabel('À', { exact: true }).fill('08:00');
  await working.getByLabel('Source', { exact: true }).fill('Note de l’ambassade (inventée)');
  await validFrom(working);
  await working.getByRole('button', { name: 'Enregistrer', exact: true }).press('Enter');
  await expect(working.locator('.fault').first()).toBeVisible();
  await working.getByLabel('De', { exact: true }).fill('08:00');
  await working.getByLabel('À', { exact: true }).fill('15:00');
  await working.getByRole('button', { name: 'Enregistrer', exact: true }).press('Enter');
  await settled(page);
  await expect(working).toContainText('Chypre');
  await expect(working).toContainText('08:00–15:00');
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});
