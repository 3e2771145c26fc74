/** The adviser makes a mission with two legs in French and shows them; the embassy in Belgrade reads its own, in both scripts, on paper too, and nothing of the other. Of two who plan at once none shows what they have not seen. */
import { expect, type Page, test } from '@playwright/test';
import { field, typeNovember } from '../support/fields.ts';
import { typeLeg } from '../support/missions.ts';
import { settled, watch } from '../support/page.ts';
import { further } from '../support/short.ts';
import { deskOf, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

/** No other story is in this year. */
const YEAR = 2031;
const day = (page: Page, name: string, date: number): Promise<void> => typeNovember(page, name, date, YEAR);

async function addLeg(page: Page, { dates, ...leg }: { readonly country: string; readonly dates: readonly [number, number]; readonly purpose: string }): Promise<void> {
  await typeLeg(page, { ...leg, year: YEAR, days: dates });
  await expect(page.locator('.leg-item', { hasText: leg.purpose })).toBeVisible();
}

let purpose = '';

test('the adviser plans two legs in French, is told what is wrong, and shows them', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  purpose = `Échanges avec le parquet ${retry}`;
  const page = await deskOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  await page.getByRole('link', { name: 'Missions', exact: true }).click();
  await expect(page).toHaveURL(/\/fr\/missions$/);
  await settled(page);
  await page.getByRole('link', { name: 'Préparer une mission' }).click();
  await expect(page).toHaveURL(/\/missions\/new$/);
  await settled(page);
  await page.getByRole('button', { name: 'Enregistrer la mission' }).click();
  await expect(field(page, 'TITLE')).toBeFocused();
  await sound(page);
  await field(page, 'TITLE').fill(`Tournée secrète ${retry}`);
  await day(page, 'STARTS', 8);
  // A slip in the year is told where it is, and what was typed stays.
  await typeNovember(page, 'ENDS', 12, 9999);
  await page.getByRole('button', { name: 'Enregistrer la mission' }).click();
  await expect(page.getByText('L’année doit être comprise entre 2000 et 2099. Vérifiez ce jour.')).toBeVisible();
  await expect(page.locator('[data-field="ENDS"] input').first()).toBeFocused();
  await expect(field(page, 'TITLE')).toHaveValue(`Tournée secrète ${retry}`);
  await sound(page);
  await day(page, 'ENDS', 12);
  await page.getByRole('button', { name: 'Ajouter un objectif' }).click();
  await page.getByLabel('Ce qui doit être atteint').fill('Former les procureurs');
  await page.getByRole('button', { name: 'Enregistrer la mission' }).click();
  await expect(page).toHaveURL(/\/missions\/Mission_/);
  await settled(page);
  await page.getByRole('button', { name: 'Planifier la mission' }).click();
  await expect(page.getByText('Ajoutez d’abord une étape.')).toBeVisible();
  await addLeg(page, { country: 'RS', dates: [9, 10], purpose });
  await addLeg(page, { country: 'AL', dates: [11, 12], purpose: `Séminaire ${retry}` });
  await expect(page.getByText('L’ambassade ne voit pas encore cette étape.')).toHaveCount(2);
  await page.getByRole('button', { name: 'Planifier la mission' }).click();
  await expect(page.locator('.notice-done')).toHaveText('La mission est maintenant en cours de planification.');
  await page.getByRole('button', { name: 'Consulter les ambassades' }).click();
  await expect(page.getByText('L’ambassade voit cette étape.')).toHaveCount(2);
  await sound(page);
  await page.getByRole('link', { name: 'Vers les objectifs et leurs recommandations' }).click();
  await expect(page).toHaveURL(/\/objectives$/);
  await settled(page);
  const objective = page.locator('ol.rows > li', { hasText: 'Former les procureurs' });
  await expect(objective).toContainText('Aucune recommandation n’est encore choisie.');
  await objective.getByRole('button', { name: /^Choisir des recommandations/ }).click();
  const recommendations = objective.getByRole('group', { name: 'Recommandations concernées' });
  await recommendations.getByRole('searchbox').fill('identification');
  await recommendations.getByRole('button', { name: 'Rechercher' }).click();
  await recommendations.getByRole('button', { name: /^Ajouter/ }).first().click();
  await expect(recommendations.getByRole('searchbox')).toBeFocused();
  await page.setViewportSize({ width: 390, height: 844 });
  await sound(page);
  await objective.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(page.locator('.notice-done')).toHaveText('C’est enregistré.');
  await expect(objective.locator('a[href*="/recommendations/"]')).toHaveCount(1);
  await sound(page);
  await page.getByRole('link', { name: 'Retour à la mission' }).click();
  await settled(page);
  await expect(page.locator('section[aria-labelledby="about"] a[href*="/recommendations/"]')).toHaveCount(1);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('the embassy in Belgrade reads its leg in Latin and in Cyrillic letters, on one sheet, and nothing else', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const page = await deskOf(browser, 'sr-Latn', 'scac.rs');
  const wrong = watch(page);
  await page.getByRole('link', { name: 'Etape misija' }).click();
  await expect(page).toHaveURL(/\/sr-Latn\/legs$/);
  await settled(page);
  const main = page.locator('main');
  await expect(main).toContainText(purpose);
  for (const word of ['secrète', `Séminaire ${retry}`, 'Tirana', 'Sarajevo']) await expect(main).not.toContainText(word);
  await sound(page);
  await page.locator('li', { hasText: purpose }).getByRole('link').click();
  await expect(page).toHaveURL(/\/legs\/MissionLeg_/);
  await settled(page);
  await expect(main).toContainText('Beograd');
  await expect(main.locator('[lang="fr"]', { hasText: purpose })).toBeVisible();
  await sound(page);
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.goto(page.url().replace('/sr-Latn/', '/sr-Cyrl/'));
  await settled(page);
  await expect(main).toContainText('Београд');
  await expect(main).toContainText('Затражено мишљење');
  for (const word of ['secrète', `Séminaire ${retry}`, 'Тирана']) await expect(main).not.toContainText(word);
  await page.goto('/sr-Cyrl/missions');
  await settled(page);
  await expect(main).toContainText('Ова страница је за регионалног техничког саветника');
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

further('of two who plan at once none decides about what they have not seen; a mission is said in Albanian, planned anew and given up, on a telephone', async ({ browser }, { retry }) => {
  test.setTimeout(180_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  await page.goto('/fr/missions/new');
  await settled(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await field(page, 'TITLE').fill(`À deux ${retry}`);
  await field(page, 'PURPOSE').fill('Rencontrer les procureurs.\nPuis les services sociaux.');
  await day(page, 'STARTS', 8);
  await day(page, 'ENDS', 12);
  await field(page, 'ENVELOPE').fill('12 500,5');
  await page.getByRole('button', { name: 'Enregistrer la mission' }).click();
  await expect(page.locator('.notice-done')).toHaveText('C’est enregistré.');
  await page.getByRole('button', { name: 'Modifier', exact: true }).click();
  await expect(field(page, 'ENVELOPE')).toHaveValue('12500,50');
  await page.getByRole('button', { name: 'Fermer sans enregistrer' }).click();
  await addLeg(page, { country: 'RS', dates: [9, 10], purpose: `Première ${retry}` });
  await page.getByRole('button', { name: 'Planifier la mission' }).click();
  await expect(page.locator('.notice-done')).toHaveText('La mission est maintenant en cours de planification.');

  const colleague = await visitOf(browser, 'fr', 'assistant');
  await colleague.goto(new URL(page.url()).pathname);
  await settled(colleague);
  await addLeg(colleague, { country: 'AL', dates: [11, 12], purpose: `Ajoutée ${retry}` });
  const consult = page.getByRole('button', { name: 'Consulter les ambassades' });
  await consult.click();
  await expect(page.locator('.prepare-steps .notice-error')).toHaveText(/^Quelqu’un d’autre a modifié cette mission entre-temps\. Rien n’a été fait\./);
  await expect(page.locator('.leg-item', { hasText: `Ajoutée ${retry}` })).toBeVisible();
  await expect(page.getByText('L’ambassade voit cette étape.')).toHaveCount(0);
  await sound(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await consult.click();
  await expect(page.getByText('L’ambassade voit cette étape.')).toHaveCount(2);

  // Each of the two works on alone, form upon form, and is in conflict with nobody.
  const replan = page.getByRole('button', { name: 'Planifier à nouveau' });
  await replan.click();
  await expect(page.locator('.notice-done')).toContainText('Ce qui a été montré reste montré.');
  await page.getByRole('button', { name: 'Modifier', exact: true }).click();
  await field(page, 'TITLE').fill(`À deux, puis seul ${retry}`);
  const added = page.locator('.leg-item', { hasText: `Ajoutée ${retry}` });
  await added.getByRole('button', { name: /^Supprimer l’étape/ }).click();
  await expect(added.getByRole('button', { name: 'Garder l’étape' })).toBeFocused();
  await added.getByRole('button', { name: 'Supprimer l’étape', exact: true }).click();
  await expect(added).toHaveCount(0);
  await expect(page.locator('.notice-done')).toHaveText('L’étape est supprimée.');
  await expect(page.locator('.notice-done')).toBeFocused();
  await page.getByRole('button', { name: 'Enregistrer la mission' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`À deux, puis seul ${retry}`);

  await page.locator('section[aria-labelledby="about"]').getByRole('button', { name: 'Traductions' }).click();
  await page.getByLabel('Langue de la traduction').selectOption('sq');
  await page.getByLabel('Titre', { exact: true }).fill('Dy veta');
  await page.getByLabel('Objet', { exact: true }).fill('Takim me prokurorët.\nPastaj me shërbimet sociale.');
  await page.getByRole('button', { name: 'Enregistrer la traduction' }).click();
  await expect(page.locator('.notice-done')).toHaveText('La traduction est enregistrée.');
  await sound(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Fermer sans enregistrer' }).click();

  const giveUp = page.getByRole('button', { name: 'Abandonner la mission' });
  await giveUp.click();
  await page.getByRole('button', { name: 'Garder la mission' }).click();
  await expect(giveUp).toBeFocused();
  await giveUp.click();
  await page.getByLabel(/^Motif \(français\)/).fill('Budget refusé.');
  await page.getByRole('button', { name: 'Confirmer l’abandon' }).click();
  await expect(page.locator('.notice-done')).toHaveText('La mission est abandonnée.');
  await expect(page.getByText('Budget refusé.')).toBeVisible();
  await page.locator('section[aria-labelledby="about"]').getByRole('button', { name: 'Traductions' }).click();
  await page.getByLabel('Langue de la traduction').selectOption('sq');
  await page.getByLabel('Motif', { exact: true }).fill('Buxheti u refuzua.');
  await page.getByRole('button', { name: 'Enregistrer la traduction' }).click();
  await expect(page.locator('.notice-done')).toHaveText('La traduction est enregistrée.');
  await sound(page);
  expect(wrong()).toEqual([]);
  for (const one of [page, colleague]) await one.context().close();
});

test('a visitor is told whose pages these are, and where to sign in', async ({ page }) => {
  for (const [address, why] of [['missions/Mission_6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10', 'Cette page est pour le conseiller technique régional et son équipe.'], ['legs/MissionLeg_84a6f5d1-70c3-4be9-a1d8-2f6b9c3e5074', 'Cette page est pour les ambassades de France']] as const) {
    await page.goto(`/fr/${address}`);
    await settled(page);
    await expect(page.locator('main')).toContainText(why);
    await expect(page.locator('main .notice').getByRole('link')).toBeVisible();
    await sound(page);
  }
});
