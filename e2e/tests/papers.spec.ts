/** The adviser makes the programme of a leg in French; the embassy reads it in Serbian, moves a meeting, sees in words what has changed since, and makes the next version. */
import { expect, test } from '@playwright/test';
import { field } from '../support/fields.ts';
import { saveMission, showLeg, toMeetings, typeLeg } from '../support/missions.ts';
import { settled, watch } from '../support/page.ts';
import { further } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

/** No other story is in this year: the 9th of November is a Friday. */
const YEAR = 2035;

let leg = '';

test('the adviser makes the programme of a leg, and has it as PDF, to be printed, and for a calendar', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  await saveMission(page, { title: `Documents pour Belgrade ${retry}`, year: YEAR, days: [8, 12] });
  await typeLeg(page, { country: 'RS', year: YEAR, days: [8, 9], purpose: 'Rencontrer le parquet.' });
  await expect(page.locator('.leg-item')).toBeVisible();
  await showLeg(page);
  const mission = page.url();
  leg = await toMeetings(page);
  const main = page.locator('main');
  await main.getByRole('button', { name: 'Ajouter un rendez-vous' }).click();
  await field(page, 'SUBJECT').fill('Équipes communes d’enquête');
  await page.getByLabel('Institution ou organisation').fill('Parquet (exemple inventé)');
  await field(page, 'DAY').selectOption(`${YEAR}-11-09`);
  await field(page, 'STARTS').fill('10:00');
  await page.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(main.locator('.notice-done')).toBeVisible();
  await page.goto(mission);
  await settled(page);
  await page.getByRole('link', { name: 'Vers les documents' }).click();
  await expect(page).toHaveURL(/\/fr\/missions\/Mission_[\w-]+\/papers$/);
  await settled(page);
  const programme = main.locator('.paper-item', { hasText: 'Programme de la mission sur place' });
  await expect(programme).toContainText('Pas encore établi');
  await programme.getByRole('button', { name: /^Établir/ }).click();
  await expect(main.locator('.notice-done')).toHaveText('Le document est établi.');
  await expect(programme).toContainText('À jour · Version 1');
  // The language of the country is chosen, until another one is.
  const pdf = programme.getByRole('link', { name: /^PDF/ });
  await expect(pdf).toHaveAttribute('href', /languages=fr,sr-Cyrl$/);
  const file = await page.request.get((await pdf.getAttribute('href'))!);
  expect([file.status(), file.headers()['content-type'], (await file.body()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
  const calendar = await page.request.get((await programme.getByRole('link', { name: /^Fichier pour l’agenda/ }).getAttribute('href'))!);
  expect(await calendar.text()).toContain('BEGIN:VEVENT');
  await sound(page);
  const printed = await page.context().newPage();
  await printed.goto((await programme.getByRole('link', { name: /^Page à imprimer/ }).getAttribute('href'))!);
  await expect(printed.locator('h1')).toHaveText('Programme de la mission sur place');
  await expect(printed.locator('article').nth(1)).toHaveAttribute('lang', /^sr/);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

further('the embassy reads it, moves the meeting, sees what has changed since, and makes the next version', async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await visitOf(browser, 'sr-Cyrl', 'scac.rs');
  await page.goto(`/sr-Cyrl/${leg}`);
  await settled(page);
  await page.getByRole('link', { name: 'На документе' }).click();
  await expect(page).toHaveURL(/\/papers$/);
  await settled(page);
  const main = page.locator('main');
  const programme = main.locator('.paper-item', { hasText: 'Програм посете' });
  await expect(programme).toContainText('Ажурно');
  const file = await page.request.get((await programme.getByRole('link', { name: /^PDF/ }).getAttribute('href'))!);
  expect([file.status(), file.headers()['cache-control']]).toEqual([200, 'private, no-store']);
  await page.goto(`/sr-Cyrl/${leg}/meetings`);
  await settled(page);
  await main.getByRole('button', { name: /^Измени/ }).click();
  await field(page, 'STARTS').fill('15:30');
  await page.getByRole('button', { name: 'Сачувај измене' }).click();
  await expect(main.locator('.notice-done')).toHaveText('Сачувано.');
  // Who prepares the leg is told on its page that a paper no longer says what is so.
  await page.goto(`/sr-Cyrl/${leg}`);
  await settled(page);
  await expect(main.locator('.changed-papers')).toHaveText(/У међувремену промењено:\s+Програм посете/);
  await page.getByRole('link', { name: 'На документе' }).click();
  await expect(page).toHaveURL(/\/papers$/);
  await settled(page);
  await expect(programme).toContainText('У међувремену промењено');
  await expect(programme).toContainText('10:00 → 15:30');
  await expect(programme.locator('[lang="fr"]')).toHaveText('Équipes communes d’enquête');
  await sound(page);
  await programme.getByRole('button', { name: /^Изради нову верзију/ }).click();
  await expect(main.locator('.notice-done')).toContainText('Документ је израђен.');
  await expect(programme).toContainText('Верзија 2');
  await programme.getByText('Раније верзије').click();
  await expect(programme).toContainText('Замењено');
  await sound(page);
  await page.context().close();
});
