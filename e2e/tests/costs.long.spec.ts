/** The rates by which allowances are computed. */
import { expect, test } from '@playwright/test';
import { field, typeNovember } from '../support/fields.ts';
import { settled } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const YEAR = 2027;

test('rates are entered with their source, and what is not known is said', async ({ browser }) => {
  const page = await visitOf(browser, 'fr', 'adviser');
  await page.goto('/fr/allowance-rates');
  await settled(page);
  await expect(page.getByText('Aucun taux n’est connu pour ces pays')).toBeVisible();
  await expect(page.getByText('Chaque ministère a son arrêté.')).toBeVisible();
  await page.getByRole('button', { name: 'Ajouter un taux', exact: true }).click();
  await field(page, 'COUNTRY').selectOption('GR');
  await field(page, 'AMOUNT').fill('100');
  await typeNovember(page, 'VALID_FROM', 1, YEAR);
  await field(page, 'SOURCE').fill('Arrêté (inventé)');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const rate = page.locator('.rate-item', { hasText: 'Grèce' });
  await expect(rate).toContainText(/100,00\s€/);
  await sound(page);
  await rate.getByRole('button', { name: /^Retirer/ }).click();
  await rate.getByRole('button', { name: 'Retirer', exact: true }).click();
  await expect(rate).toHaveCount(0);
});
