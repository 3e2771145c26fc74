/** Missions as the adviser plans them by hand, in French and in November: each story in a year of its own, so that nobody is in two places. */
import { expect, type Page } from '@playwright/test';
import { field, typeNovember } from './fields.ts';
import { settled } from './page.ts';

/** The first and the last day of November. */
type Days = readonly [first: number, last: number];

interface Stay {
  readonly year: number;
  readonly days: Days;
}

async function typeDays(page: Page, { year, days: [first, last] }: Stay): Promise<void> {
  await typeNovember(page, 'STARTS', first, year);
  await typeNovember(page, 'ENDS', last, year);
}

/** Saves a new mission, from its form to its page. */
export async function saveMission(page: Page, { title, ...stay }: Stay & { readonly title: string }): Promise<void> {
  await page.goto('/fr/missions/new');
  await settled(page);
  await field(page, 'TITLE').fill(title);
  await typeDays(page, stay);
  await page.getByRole('button', { name: 'Enregistrer la mission' }).click();
  await expect(page).toHaveURL(/\/missions\/Mission_/);
  await settled(page);
}

/** Types a leg on the page of its mission, and sends it: whether it is taken is the story’s to say. */
export async function typeLeg(page: Page, { country, purpose, ...stay }: Stay & { readonly country: string; readonly purpose: string }): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter une étape' }).click();
  await field(page, 'COUNTRY').selectOption(country);
  await typeDays(page, stay);
  await field(page, 'PURPOSE').fill(purpose);
  await page.getByRole('button', { name: 'Enregistrer l’étape' }).click();
}

/** From the page of a mission of one leg: plans it, and shows the leg to its embassy. */
export async function showLeg(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Planifier la mission' }).click();
  await expect(page.locator('.notice-done')).toHaveText('La mission est maintenant en cours de planification.');
  await page.getByRole('button', { name: 'Consulter les ambassades' }).click();
  await expect(page.getByText('L’ambassade voit cette étape.')).toBeVisible();
}

/** From the page of a mission of one leg to the meetings of the leg; gives the path of the leg without its language. */
export async function toMeetings(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Page des rendez-vous' }).click();
  await expect(page).toHaveURL(/\/fr\/legs\/MissionLeg_[\w-]+\/meetings$/);
  await settled(page);
  return new URL(page.url()).pathname.slice('/fr/'.length).replace('/meetings', '');
}
