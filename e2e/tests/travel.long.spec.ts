/** Rules of borders, and who plans no mission. */
import { expect, test } from '@playwright/test';
import { field } from '../support/fields.ts';
import { settled } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('a rule of a border says who is let across, and that nobody has verified it', async ({ browser }) => {
  const page = await visitOf(browser, 'fr', 'adviser');
  await page.goto('/fr/travel');
  await settled(page);
  const rules = page.locator('.border-rule');
  await expect(rules.filter({ hasText: 'Serbie' }).first()).toContainText('Pas encore vérifié');
  await page.getByRole('button', { name: 'Ajouter une règle' }).click();
  await page.getByLabel('Pays quitté').fill('al');
  await page.getByLabel('Pays d’entrée').fill('me');
  await field(page, 'COUNTRIES').fill('gr');
  await field(page, 'SOURCE').fill('Règle (inventée)');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const added = rules.filter({ hasText: 'Monténégro' });
  await expect(added).toContainText('Grèce');
  await sound(page);
  await added.getByRole('button', { name: /^Retirer/ }).click();
  await added.getByRole('button', { name: 'Retirer', exact: true }).click();
  await expect(added).toHaveCount(0);
});

test('who plans no mission has no such page', async ({ browser }) => {
  const page = await visitOf(browser, 'sr-Latn', 'scac.rs');
  await page.goto('/sr-Latn/travel');
  await settled(page);
  await expect(page.locator('.travel-link, .border-rule')).toHaveCount(0);
});
