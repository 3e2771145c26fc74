/** The adviser answers one need of Albania by a project with that country alone, and walks from the need to what came of it and back; the officer in Tirana sees the part of the chain that is theirs. */
import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { requested } from '../support/need-to-result.ts';
import { enteredNeed } from '../support/needs.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const chain = (page: Page): Locator => page.locator('main section.chain');
const control = (page: Page, name: string): Locator => page.locator(`main form :is(input, textarea)[data-field="${name}"]`);

test('a need alone leads to a bilateral project, to its request and back, as a drawing and as a list', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  const mark = `${Date.now()}${retry}`;
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  const officer = await visitOf(browser, 'sq', 'scac.al');
  const need = await enteredNeed(adviser, { country: 'AL', sourceLocale: 'sq', theme: 'ASSISTANCE', title: `=Strehim ${mark}`, text: 'Mungojnë vendet.' });
  const request = await requested(officer, need, `Trajnim ${mark}`);

  await adviser.goto(`/fr/needs/${need}`);
  await settled(adviser);
  await adviser.getByRole('link', { name: 'Proposer un projet bilatéral' }).press('Enter');
  await expect(adviser).toHaveURL(new RegExp(`/fr/projects/new\\?from=${need}$`));
  await settled(adviser);
  await expect(adviser.locator('main form strong', { hasText: 'Bilatéral' })).toBeVisible();
  await control(adviser, 'TITLE').fill(`Accueil ${mark}`);
  await control(adviser, 'PURPOSE').fill('Ouvrir des places.');
  await sound(adviser);
  await adviser.locator('main form button[type="submit"]').last().press('Enter');
  await expect(adviser).toHaveURL(/\/fr\/projects\/Project_/);
  await settled(adviser);

  // Both ways: from the project to the need and the request, and from the request to the project.
  await expect(chain(adviser).locator('li')).toHaveCount(3);
  await expect(chain(adviser).locator('.chain-dot')).toHaveCount(3);
  // Each says what it is, and what it is linked to.
  for (const kind of ['Besoin', 'Demande de coopération', 'Projet']) await expect(chain(adviser).locator('li', { hasText: new RegExp(`^\\s*${kind}\\s·`) })).toHaveCount(1);
  await expect(chain(adviser).locator('li', { hasText: /^\s*Projet\s·/ })).toContainText(/Besoin\s1/);
  await sound(adviser);
  await chain(adviser).getByRole('link', { name: `=Strehim ${mark}` }).press('Enter');
  await expect(adviser).toHaveURL(new RegExp(need));
  await settled(adviser);
  await chain(adviser).getByRole('link', { name: `Trajnim ${mark}` }).press('Enter');
  await expect(adviser).toHaveURL(new RegExp(request));
  await settled(adviser);
  await expect(chain(adviser).getByRole('link', { name: `Accueil ${mark}` })).toBeVisible();
  await sound(adviser);

  await besides('a mission whose objective serves the project', async () => {
    // A mission whose objective serves the project: chosen where the objective is, read from both ends.
    const input = { sourceLocale: 'fr', title: `Tournée ${mark}`, purpose: '', startsOn: '2091-11-05', endsOn: '2091-11-09', envelopeCents: null, team: [], objectives: [{ key: randomUUID(), text: `Ouvrir ${mark}`, recommendations: [] }] };
    const { createMission } = await ask<{ createMission: { mission: { id: string } } }>(adviser.request, 'fr', 'mutation ($key: UUID!, $input: MissionInput!) { createMission(key: $key, input: $input) { mission { id } } }', { variables: { key: randomUUID(), input } });
    await adviser.setViewportSize({ width: 360, height: 740 });
    await adviser.goto(`/fr/missions/${createMission.mission.id}/objectives`);
    await settled(adviser);
    await adviser.getByRole('button', { name: /^Choisir des recommandations, des besoins et des projets/ }).press('Enter');
    await adviser.getByRole('group', { name: 'Projets qu’il sert' }).getByLabel(`Accueil ${mark}`).check();
    await sound(adviser);
    await adviser.getByRole('button', { name: 'Enregistrer les modifications' }).press('Enter');
    await expect(adviser.locator('.notice-done')).toBeVisible();
    await expect(chain(adviser).getByRole('link', { name: `=Strehim ${mark}` })).toBeVisible();
    await sound(adviser);
    await chain(adviser).getByRole('link', { name: `Accueil ${mark}` }).press('Enter');
    await expect(adviser).toHaveURL(/\/fr\/projects\/Project_/);
    await settled(adviser);
    await expect(adviser.locator('section[aria-labelledby="project-missions"]').getByRole('link', { name: `Tournée ${mark}` })).toHaveAttribute('href', `/fr/missions/${createMission.mission.id}`);
    await sound(adviser);
  });

  // The officer reads their part, and learns of no project.
  await officer.setViewportSize({ width: 360, height: 740 });
  await officer.goto(`/sq/needs/${need}`);
  await settled(officer);
  await expect(chain(officer).getByRole('link', { name: `Trajnim ${mark}` })).toBeVisible();
  await expect(officer.locator('main')).not.toContainText(`Accueil ${mark}`);
  await expect(officer.locator('main')).not.toContainText(`Tournée ${mark}`);
  await expect(officer.locator('main')).not.toContainText('dypalësh');
  await sound(officer);
  expect(wrong()).toEqual([]);
});
