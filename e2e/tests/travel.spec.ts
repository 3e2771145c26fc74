/** Who plans missions sees what is known of travelling and what is not, and enters a link with its source. */
import { expect, test } from '@playwright/test';
import { field, typeNovember } from '../support/fields.ts';
import { settled, watch } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const YEAR = 2027;

test('links are kept with their source, and what is not known of one is said', async ({ browser }) => {
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  await page.goto('/fr/missions');
  await settled(page);
  await page.getByRole('link', { name: 'Déplacements', exact: true }).click();
  await expect(page).toHaveURL(/\/fr\/travel$/);
  await settled(page);
  await sound(page);
  const links = page.locator('.travel-link');
  // An old snapshot says that somebody flew there, and nothing else.
  const flight = links.filter({ hasText: 'Vienne – Skopje' });
  await expect(flight).toContainText('Les plans ne peuvent pas l’utiliser');
  await expect(flight).toContainText('Pas encore vérifié');
  await expect(links.filter({ hasText: 'Vienne – Kiev' })).toContainText('Cette liaison n’existe pas.');
  // An invented one is whole, and says that it is invented.
  await expect(links.filter({ hasText: 'Belgrade – Pristina' }).filter({ hasText: 'Démonstration' })).toContainText('À toute heure de 06:00 à 20:00');

  await page.getByRole('button', { name: 'Ajouter une liaison' }).click();
  await field(page, 'SOURCE').fill('Horaire (inventé)');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByLabel('De', { exact: true })).toBeFocused();
  await page.getByLabel('De', { exact: true }).selectOption('athens');
  await page.getByLabel('À', { exact: true }).selectOption('tirana');
  await field(page, 'MINUTES').fill('95');
  await field(page, 'AMOUNT').fill('145,50');
  await page.getByLabel('lundi').check();
  await field(page, 'HOURS').fill('8:00');
  await field(page, 'COUNTRIES').fill('GR, AL');
  await typeNovember(page, 'VALID_FROM', 1, YEAR);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(field(page, 'HOURS')).toBeFocused();
  await sound(page);
  await field(page, 'HOURS').fill('08:00, 17:20');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const added = links.filter({ hasText: 'Athènes – Tirana' });
  await expect(added).toContainText(/145,50\s€ par personne/);
  await expect(added).toContainText('08:00, 17:20');
  await expect(added).not.toContainText('Les plans ne peuvent pas l’utiliser');

  await page.getByLabel('Ville', { exact: true }).selectOption('tirana');
  await page.getByRole('button', { name: 'Afficher les résultats' }).click();
  await expect(page).toHaveURL(/city=tirana/);
  await expect(links.filter({ hasText: 'Vienne – Skopje' })).toHaveCount(0);
  await expect(added).toBeVisible();
  await added.getByRole('button', { name: /^Retirer/ }).click();
  await added.getByRole('button', { name: 'Retirer', exact: true }).click();
  await expect(added).toHaveCount(0);
  expect(wrong()).toEqual([]);
});
