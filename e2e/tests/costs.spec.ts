/** The adviser sees the allowance of a stay with how it is computed, adds a cost, and is told what is left of the envelope. */
import { expect, type Page, test } from '@playwright/test';
import { field } from '../support/fields.ts';
import { settled, watch } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** The invented mission through three countries. */
const MISSION = 'Mission_6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10';

async function toCosts(page: Page): Promise<void> {
  await page.goto(`/fr/missions/${MISSION}`);
  await settled(page);
  await page.getByRole('link', { name: 'Vers les voyages et les coûts' }).click();
  await expect(page).toHaveURL(/\/costs$/);
  await settled(page);
}

test('the adviser keeps the journeys and costs of a mission, and every amount says how it is computed', async ({ browser }) => {
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  await toCosts(page);
  await expect(page.getByText(/Reste de l’enveloppe/)).toBeVisible();
  const allowance = page.locator('.cost-item', { hasText: 'Indemnité' }).first();
  await allowance.locator('summary').click();
  await expect(allowance.getByText('Nuitées')).toBeVisible();
  await expect(allowance.getByText(/65\s%/).first()).toBeVisible();
  await expect(allowance.getByText('C’est, parmi les règles saisies, la dernière en vigueur ces jours-là.')).toBeVisible();
  await sound(page);
  await page.getByRole('button', { name: 'Ajouter un coût' }).click();
  await field(page, 'LABEL').fill('Location d’une salle');
  await field(page, 'AMOUNT').fill('120,50');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const added = page.locator('.cost-item', { hasText: 'Location d’une salle' });
  await expect(added).toContainText(/120,50\s€/);
  await added.getByRole('button', { name: /^Saisir le montant réel/ }).click();
  await page.getByLabel('Montant réel en euros').fill('118');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(added).toContainText(/118,00\s€/);
  await added.getByRole('button', { name: /^Retirer/ }).click();
  await added.getByRole('button', { name: 'Retirer', exact: true }).click();
  await expect(added).toHaveCount(0);
  expect(wrong()).toEqual([]);
});
