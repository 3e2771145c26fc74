/** The adviser names the team of a mission, is told whom it lacks and that nobody is in two places at once, and the embassy reads who comes to it and when. */
import { expect, type Page, test } from '@playwright/test';
import { field } from '../support/fields.ts';
import { saveMission, typeLeg } from '../support/missions.ts';
import { settled, watch } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

/** No other story is in this year. */
const YEAR = 2033;

/** A mission with a leg in Belgrade. */
async function makeMission(page: Page, title: string): Promise<void> {
  await saveMission(page, { title, year: YEAR, days: [8, 12] });
  await typeLeg(page, { country: 'RS', year: YEAR, days: [9, 10], purpose: `Objet de ${title}` });
  await expect(page.locator('.leg-item')).toBeVisible();
}

/** From the page of a mission to that of its team, and back. */
async function toTeam(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Vers la page de l’équipe' }).click();
  await expect(page).toHaveURL(/\/team$/);
  await settled(page);
}
async function toMission(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Retour à la mission' }).click();
  await expect(page).toHaveURL(/\/missions\/Mission_[^/]+$/);
  await settled(page);
}

/** Adds the first expert whom the words find, who stays in Belgrade; gives the name. */
async function addExpert(page: Page, words: string): Promise<string> {
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('button', { name: 'Rechercher', exact: true }).click();
  await page.getByRole('button', { name: /^Choisir / }).first().click();
  const chosen = (await page.locator('.trainer-choice > p').first().textContent())!;
  await page.getByLabel('Séjourne dans cette étape').check();
  await page.getByRole('button', { name: 'Enregistrer cette personne' }).click();
  const called = chosen.split(':')[1]!.trim();
  await expect(page.locator('.member-item', { hasText: called })).toBeVisible();
  return called;
}

let name = '';
let purpose = '';

test('the adviser names a prosecutor and a colleague, and is told whom the team lacks and who is engaged elsewhere, on a telephone too', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  const team = page.locator('section[aria-labelledby="team"]');
  await makeMission(page, `Équipe ${retry}`);
  purpose = `Objet de Équipe ${retry}`;
  await expect(team).toContainText('Juges ou procureurs · 1');
  await toTeam(page);
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  await page.getByRole('button', { name: 'Enregistrer cette personne' }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await sound(page);
  await page.getByRole('button', { name: 'Fermer sans enregistrer' }).click();
  name = await addExpert(page, 'poursuites pénales');
  await expect(page.locator('.notice-done')).toHaveText('C’est enregistré.');
  await expect(team.locator('.member-item')).toContainText(name);
  await expect(team.locator('.notice')).not.toContainText('Juges ou procureurs');
  await expect(team.locator('.notice')).toContainText('Policiers ou gendarmes · 1');
  // From where they leave, and how long they can be away: said with how long they would be.
  await team.locator('.member-item').getByRole('button', { name: /^Modifier/ }).click();
  await field(page, 'ROLE').selectOption('NGO');
  await page.getByRole('button', { name: 'Enregistrer cette personne' }).click();
  await expect(team).toContainText('Ce rôle ne correspond pas à la profession de cette personne.');
  await expect(field(page, 'ROLE')).toBeFocused();
  // A prosecutor as police: it is said, and not refused.
  await field(page, 'ROLE').selectOption('POLICE');
  await page.getByRole('button', { name: 'Enregistrer cette personne' }).click();
  await expect(team.locator('.member-item .notice')).toHaveText('La profession ne correspond pas à ce rôle. Cette personne compte tout de même dans la composition de l’équipe.');
  await team.locator('.member-item').getByRole('button', { name: /^Modifier/ }).click();
  await expect(team.getByRole('status').filter({ hasText: 'La profession ne correspond pas à ce rôle.' })).toBeVisible();
  await sound(page);
  await field(page, 'ROLE').selectOption('MAGISTRATE');
  await expect(team.getByRole('status').filter({ hasText: 'La profession' })).toHaveCount(0);
  await field(page, 'CITY').selectOption('paris');
  await field(page, 'DAYS').fill('1');
  await page.getByRole('button', { name: 'Enregistrer cette personne' }).click();
  await expect(team.locator('.member-item .notice')).toContainText('Absence trop longue');
  await expect(team.locator('.member-item')).toContainText('Paris');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  await page.getByLabel('Ou une personne qui travaille avec le conseiller').selectOption({ index: 1 });
  await page.getByLabel('Présence').selectOption({ index: 1 });
  await sound(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Enregistrer cette personne' }).click();
  await expect(team.locator('.member-item')).toHaveCount(2);
  await expect(team).toContainText(`Ne vient que si ${name} ne peut pas venir`);
  await toMission(page);
  await expect(team).toContainText(`${name} · Magistrature`);
  await page.getByRole('button', { name: 'Planifier la mission' }).click();
  await page.getByRole('button', { name: 'Consulter les ambassades' }).click();
  await expect(page.getByText('L’ambassade voit cette étape.')).toBeVisible();
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await makeMission(page, `En même temps ${retry}`);
  await toTeam(page);
  await addExpert(page, 'poursuites pénales');
  await toMission(page);
  await page.getByRole('button', { name: 'Planifier la mission' }).click();
  await expect(page.locator('.prepare-steps .notice-error')).toContainText('serait à deux endroits en même temps');
  await toTeam(page);
  await team.locator('.member-item').getByRole('button', { name: /^Retirer de l’équipe/ }).click();
  await team.locator('.member-item').getByRole('button', { name: 'Retirer de l’équipe', exact: true }).click();
  await expect(team).toContainText('Il n’y a encore personne dans l’équipe.');
  await toMission(page);
  await page.getByRole('button', { name: 'Planifier la mission' }).click();
  await expect(page.locator('.notice-done')).toHaveText('La mission est maintenant en cours de planification.');
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('the embassy reads who comes and when, and nothing of who would take a place', async ({ browser }) => {
  test.setTimeout(60_000);
  const page = await visitOf(browser, 'sr-Latn', 'scac.rs');
  const wrong = watch(page);
  await page.goto('/sr-Latn/legs');
  await settled(page);
  await page.locator('li', { hasText: purpose }).getByRole('link').click();
  await settled(page);
  const people = page.locator('section[aria-labelledby="people"]');
  await expect(people).toContainText(name);
  await expect(people).toContainText('Pravosuđe');
  await expect(people).toContainText('09:00');
  await expect(people.locator('li.row, .rows > li')).toHaveCount(1);
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});
