/** The adviser has a plan of a mission searched for, and reads the best one, that none is better, and the same as a table; an hour that is typed is refused in words, or noted for the next search. */
import { expect, test } from '@playwright/test';
import { watch } from '../support/page.ts';
import { ended, missionOf, toPlan } from '../support/plan.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('a plan of a mission is searched for and proved, read as a table, and changed by keyboard', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  const mission = await missionOf(page.request);
  await toPlan(page, mission);
  await page.getByLabel('Les personnes qui n’ont pas encore d’autorisation').check();
  await page.getByRole('button', { name: 'Chercher un plan' }).press('Enter');
  await expect(page.locator('.plan-bound strong')).toHaveText('Il est prouvé qu’aucun plan n’est meilleur.', { timeout: 60_000 });
  await expect(page.locator('.plan-figures')).toContainText(/Rendez-vous dans le plan\s: 2 sur 3/);
  await ended(page);
  await expect(page.locator('.plan-graph polyline')).toHaveCount(1);
  const table = page.getByRole('table', { name: 'Le même plan en tableau' });
  for (const says of ['Parquet de Sarajevo', 'Centre de protection', 'Paris – Sarajevo', 'Magistrature']) await expect(table).toContainText(says);
  await expect(page.locator('.plan-out')).toContainText('Marché de Belgrade');

  const [move, pins] = [page.locator('section:has(> #plan-move)'), page.locator('section:has(> #plan-pins)').getByRole('listitem')];
  const hour = move.getByLabel('Début à');
  await move.getByLabel('Rendez-vous').first().selectOption('Parquet de Sarajevo');
  await hour.fill('19:30');
  await hour.press('Enter');
  await expect(move.getByRole('alert')).toContainText('Ce qui s’y oppose');
  await expect(hour).toHaveValue('19:30');
  await hour.fill('15:15');
  await hour.press('Enter');
  await expect(pins).toHaveCount(1);
  await sound(page);
  expect(wrong()).toEqual([]);
});
