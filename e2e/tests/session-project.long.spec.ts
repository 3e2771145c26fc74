/** The adviser says to which project a draft belongs, where it is prepared; a colleague who has read less is told; the session and the project lead to each other. An officer of the post that prepares it sees nothing of it. */
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { drafted } from '../support/sessions.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const SAVE = 'mutation ($key: UUID!, $input: ProjectInput!) { saveProject(key: $key, version: 0, input: $input) { project { id } } }';

async function proposed(page: Page, title: string): Promise<string> {
  const input = { sourceLocale: 'fr', title, purpose: 'Former ensemble.', countries: ['AL'], needs: [], recommendations: [], partners: [], experts: [], sessions: [], budget: [] };
  const { saveProject } = await ask<{ saveProject: { project: { id: string } } }>(page.request, 'fr', SAVE, { variables: { key: randomUUID(), input } });
  return saveProject.project.id;
}

test('a session says which project it belongs to, to those who know of projects', async ({ browser }, { retry }) => {
  test.setTimeout(180_000);
  const mark = `${Date.now()}${retry}`;
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  const [one, other] = [await proposed(adviser, `Accueillir ${mark}`), await proposed(adviser, `Enquêter ${mark}`)];
  const session = await drafted(adviser, 'fr', { title: `Session du projet ${mark}`, country: 'AL', town: 'Tiranë', timeZone: 'Europe/Tirane', starts: '2039-05-10T09:00', ends: '2039-05-10T17:00' });
  const part = (page: Page) => page.locator('main section', { has: page.locator('h2', { hasText: /^(?:Projet|Projekat)$/ }) });

  await adviser.goto(`/fr/trainings/${session}/edit`);
  await settled(adviser);
  const colleague = await visitOf(browser, 'sr-Latn', 'assistant');
  await colleague.goto(`/sr-Latn/trainings/${session}/edit`);
  await settled(colleague);
  await part(adviser).locator('select').selectOption(one);
  await part(adviser).getByRole('button', { name: 'Enregistrer ce choix' }).press('Enter');
  await expect(part(adviser).locator('.notice-done')).toHaveText('C’est enregistré.');
  await expect(part(adviser).getByRole('link', { name: `Accueillir ${mark}` })).toBeVisible();
  await sound(adviser);

  // The colleague has read that it belongs to none: what was chosen stays chosen, and is saved once more.
  await part(colleague).locator('select').selectOption(other);
  await part(colleague).locator('button[type="submit"]').press('Enter');
  await expect(part(colleague).locator('[role="alert"]')).toContainText('Neko drugi je u međuvremenu izabrao drugi projekat za ovu obuku.');
  await expect(part(colleague)).toContainText(`Accueillir ${mark}`);
  await expect(part(colleague).locator('select')).toHaveValue(other);
  await sound(colleague);
  await part(colleague).locator('button[type="submit"]').press('Enter');
  await expect(part(colleague).locator('.notice-done')).toBeVisible();

  await adviser.goto(`/fr/trainings/${session}`);
  await settled(adviser);
  await expect(adviser.locator('main section', { has: adviser.locator('h2', { hasText: 'Projet dont fait partie cette session' }) }).getByRole('link')).toHaveText(`Enquêter ${mark}`);
  await sound(adviser);
  await adviser.getByRole('link', { name: `Enquêter ${mark}` }).first().press('Enter');
  await expect(adviser).toHaveURL(new RegExp(`/fr/projects/${other}$`));
  await settled(adviser);
  await expect(adviser.locator('main section[aria-labelledby="project-own-sessions"]').getByRole('link')).toHaveText(`Session du projet ${mark}`);
  await sound(adviser);
  expect(wrong()).toEqual([]);

  // The post prepares the same session, and learns of no project.
  const officer = await visitOf(browser, 'sq', 'scac.al');
  const answers: string[] = [];
  officer.on('response', async (response) => { if (response.url().includes('/graphql')) answers.push(await response.text().catch(() => '')); });
  for (const page of [`/sq/trainings/${session}/edit`, `/sq/trainings/${session}`]) {
    await officer.goto(page);
    await settled(officer);
    await expect(officer.locator('h1')).toContainText(`Session du projet ${mark}`);
    await expect(officer.locator('main')).not.toContainText(/Enquêter|Projekti/);
  }
  expect(answers.join('')).not.toContain(`Enquêter ${mark}`);
  for (const page of [adviser, colleague, officer]) await page.context().close();
});
