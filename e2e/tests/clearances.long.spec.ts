/** A clearance for one mission alone, and what its expert finds of it. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { day, experts } from '../support/clearances.ts';
import { settled, watch } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('a clearance for one mission says so to the adviser, with the mission, and is nothing that its expert finds before they are told of a leg', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const expert = await visitOf(browser, 'mk', 'expert');
  const { own } = await experts(expert);
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  const [title, employer] = [`Tournée confiée ${retry}`, `Cour d’essai ${retry}`];
  const input = { sourceLocale: 'fr', title, purpose: '', startsOn: '2092-11-08', endsOn: '2092-11-12', objectives: [] };
  const { createMission } = await ask<{ createMission: { outcome: string } }>(adviser.request, 'fr', 'mutation ($key: UUID!, $input: MissionInput!) { createMission(key: $key, input: $input) { outcome } }', { variables: { key: crypto.randomUUID(), input } });
  expect(createMission.outcome).toBe('DONE');
  await adviser.goto(`/fr/experts/${own}/clearances`);
  await settled(adviser);
  await adviser.getByRole('button', { name: 'Ajouter une autorisation' }).click();
  const missions = adviser.getByLabel('Vaut pour');
  await expect(missions.locator('option', { hasText: title })).toHaveCount(1);
  await missions.selectOption({ label: `${title} · 8–\u206012 novembre 2092` });
  // Its days are there at once; other ones than any of the mission are refused where the mission stands.
  await expect(adviser.getByRole('group', { name: 'Premier jour', exact: true }).getByLabel('Jour')).toHaveValue('8');
  await day(adviser, 'Premier jour', ['1', '12', '2092']);
  await day(adviser, 'Dernier jour', ['5', '12', '2092']);
  await adviser.getByLabel('Donnée par').fill(employer);
  await day(adviser, 'Donnée le', ['15', '1', '2025']);
  await adviser.getByRole('button', { name: 'Enregistrer l’autorisation' }).click();
  await expect(missions).toHaveAccessibleDescription('Aucun de ces jours n’est un jour de la mission.');
  await sound(adviser);
  await day(adviser, 'Premier jour', ['8', '11', '2092']);
  await day(adviser, 'Dernier jour', ['12', '11', '2092']);
  await adviser.getByRole('button', { name: 'Enregistrer l’autorisation' }).click();
  const item = adviser.locator('.rows > li', { hasText: employer });
  await expect(item).toContainText('Pour une seule mission');
  await expect(item.getByRole('link', { name: title })).toBeVisible();
  await sound(adviser);
  // For what it was entered it stays: only the rest of it is there to be changed.
  await item.getByRole('button', { name: /^Modifier/ }).click();
  await expect(item.getByLabel('Donnée par')).toHaveValue(employer);
  await expect(item.getByLabel('Vaut pour')).toHaveCount(0);
  expect(wrong()).toEqual([]);
  await expert.goto(`/mk/experts/${own}/clearances`);
  await settled(expert);
  for (const word of [employer, title, '2092']) await expect(expert.locator('body')).not.toContainText(word);
  for (const page of [expert, adviser]) await page.context().close();
});
