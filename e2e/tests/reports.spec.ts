/** The adviser writes the report of a mission that is over, says until when a finding is to be followed up and that it was, publishes a part of it and withdraws it; a visitor reads what is published, in their language and without days, and nothing afterwards. */
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { typeDay } from '../support/fields.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** A mission in May 2026 that is over and agreed, in Skopje: its id. */
async function over(page: Page, title: string): Promise<string> {
  const run = async (document: string, variables: Record<string, unknown>): Promise<{ id: string; version: number }> => Object.values(await ask<Record<string, { mission: { id: string; version: number } }>>(page.request, 'fr', document, { variables }))[0]!.mission;
  const input = { sourceLocale: 'fr', title, purpose: '', startsOn: '2026-05-04', endsOn: '2026-05-06', objectives: [{ key: crypto.randomUUID(), text: 'Former les enquêteurs.', recommendations: [] }], team: [] };
  const { id } = await run('mutation ($key: UUID!, $input: MissionInput!) { createMission(key: $key, input: $input) { mission { id version } } }', { key: crypto.randomUUID(), input });
  const leg = { sourceLocale: 'fr', country: 'MK', city: 'skopje', startsOn: '2026-05-04', endsOn: '2026-05-06', lodgingName: '', lodgingAddress: '', transport: '', purpose: 'Police', note: '' };
  let { version } = await run('mutation ($id: ID!, $key: UUID!, $input: MissionLegInput!) { saveMissionLeg(mission: $id, key: $key, version: 0, input: $input) { mission { id version } } }', { id, key: crypto.randomUUID(), input: leg });
  for (const step of ['planMission', 'consultPosts', 'agreeMission']) ({ version } = await run(`mutation ($id: ID!, $version: Int!) { ${step}(id: $id, version: $version) { mission { id version } } }`, { id, version }));
  return id;
}

/** What a fare of the mission was to cost, and did. */
async function paid(page: Page, mission: string, [planned, actual]: readonly [number, number]): Promise<void> {
  const key = crypto.randomUUID();
  const input = { kind: 'FARE', label: 'Vol', labelLocale: 'fr', unitCents: planned, currency: 'EUR', onDay: '2026-05-04' };
  const asked = async (document: string, variables: Record<string, unknown>): Promise<unknown> => Object.values(await ask<Record<string, { outcome: string }>>(page.request, 'fr', document, { variables }))[0]!.outcome;
  expect(await asked('mutation ($mission: ID!, $key: UUID!, $input: MissionCostInput!) { saveMissionCost(mission: $mission, key: $key, version: 0, input: $input) { outcome } }', { mission, key, input })).toBe('DONE');
  expect(await asked('mutation ($mission: ID!, $key: UUID!, $cents: Int) { noteActualCost(mission: $mission, key: $key, version: 1, actualCents: $cents) { outcome } }', { mission, key, cents: actual })).toBe('DONE');
}

test('a mission is reported on, a part is published and read by a visitor, and withdrawn', async ({ browser, page: visitor }, { retry }) => {
  test.setTimeout(120_000);
  const [title, summary, found] = [`Tournée rapportée ${retry}`, `La police a changé sa grille d’indices ${retry}.`, `Il manque des interprètes ${retry}.`];
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  const mission = await over(page, title);
  await paid(page, mission, [42_000, 39_950]);
  await page.goto(`/fr/missions/${mission}`);
  await settled(page);
  await page.getByRole('button', { name: 'Déclarer le rapport établi' }).click();
  await expect(page.locator('.prepare-steps .notice-error')).toContainText('Rédigez d’abord le résumé du rapport.');
  await sound(page);
  await page.getByRole('link', { name: 'Vers le rapport' }).click();

  await page.getByRole('button', { name: 'Rédiger le rapport' }).click();
  await page.getByRole('button', { name: 'Enregistrer le rapport' }).click();
  await expect(page.getByLabel('Résumé')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Résumé').fill(summary);
  await page.getByLabel('Résultat', { exact: true }).selectOption({ label: 'Atteint en partie' });
  await page.getByLabel('Sur quoi cela se fonde').fill('Deux sessions sur trois.');
  await sound(page);
  await page.getByRole('button', { name: 'Enregistrer le rapport' }).click();
  // Once more in the chain below, when that has come.
  await expect(page.getByText(summary).first()).toBeVisible();
  await page.getByRole('button', { name: 'Ajouter un constat' }).click();
  await page.getByLabel('Constat', { exact: true }).fill(found);
  await page.getByLabel('Lieu').selectOption({ label: 'Skopje' });
  await sound(page);
  await page.getByRole('button', { name: 'Enregistrer le constat' }).click();
  await expect(page.locator('.typed-text', { hasText: found })).toBeVisible();
  // What it calls for is due by a day, stands among what is due until it is done, and goes on once the mission is reported on.
  const item = page.locator('li', { has: page.locator('.typed-text', { hasText: found }) });
  await item.getByRole('button', { name: /^Donner suite/ }).click();
  await typeDay(page, 'DUE_ON', [1, 5, 2026]);
  await item.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(item.locator('form')).toContainText('Ce jour précède celui du constat.');
  await sound(page);
  await typeDay(page, 'DUE_ON', [15, 5, 2026]);
  await item.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(item).toContainText(/Suite à donner d’ici le\s*:\s*15\smai\s2026\s*·\s*En retard/);
  // What it cost stands beside what was planned.
  const costs = page.getByRole('region', { name: 'Voyages et coûts' });
  await expect(costs).toContainText(/Prévu\s*420,00/);
  await expect(costs).toContainText(/Réel\s*399,50/);

  await page.getByRole('link', { name: 'Retour à la mission' }).click();
  await page.getByRole('button', { name: 'Déclarer le rapport établi' }).click();
  await expect(page.locator('.prepare-steps')).toContainText('Rapport établi');
  await page.getByRole('link', { name: 'Vers le rapport' }).click();
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(page.getByText('Choisissez au moins une partie du rapport.')).toBeVisible();
  await page.getByRole('group', { name: 'Parties à publier' }).getByLabel('Résumé').check();
  await sound(page);
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  const link = page.getByRole('link', { name: 'Voir la page publique' });
  await expect(link).toBeVisible();
  const address = (await link.getAttribute('href'))!.replace('/fr/', '/el/');

  await visitor.goto('/fr/results?country=MK');
  await settled(visitor);
  await expect(visitor.getByText(summary)).toBeVisible();
  await sound(visitor);
  await visitor.goto(address);
  await settled(visitor);
  await expect(visitor.locator('main')).toContainText(summary);
  await expect(visitor.locator('main')).not.toContainText(found);
  await expect(visitor.locator('main')).not.toContainText('Deux sessions');
  await sound(visitor);

  await besides('what a finding calls for is due, and done', async () => {
    await page.goto('/fr/desk');
    await settled(page);
    const due = page.getByRole('region', { name: 'Suites à donner aux constats de missions' });
    await expect(due.locator('li', { hasText: found })).toContainText('En retard');
    await sound(page);
    await due.getByRole('link', { name: found }).click();
    await item.getByRole('button', { name: /^Donner suite/ }).click();
    await typeDay(page, 'DONE_ON', [12, 5, 2026]);
    await item.getByRole('button', { name: 'Enregistrer les modifications' }).click();
    await expect(item).toContainText(/Suite donnée le\s*:\s*12\smai\s2026/);
    await expect(item).not.toContainText('En retard');
  });

  await page.getByRole('button', { name: 'Retirer', exact: true }).click();
  await expect(page.getByText('Rien de ce rapport n’est publié.', { exact: true })).toBeVisible();
  await visitor.reload();
  await settled(visitor);
  await expect(visitor.locator('main')).not.toContainText(summary);
  expect(wrong()).toEqual([]);
});
