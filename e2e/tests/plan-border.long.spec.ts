/**
 * The adviser tries Pristina before Belgrade, by keyboard, in French and in English. The rule of the border refuses it in words, with its source and its date; nothing has changed then. Whoever wants it all the same fixes
 * it for the next search, and takes it back.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { watch } from '../support/page.ts';
import { ended, type GivenLeg, look, missionOf, november } from '../support/plan.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const LEGS: readonly GivenLeg[] = [
  { country: 'BA', city: 'sarajevo', days: [8, 9], meetings: [{ subject: 'Parquet de Sarajevo', day: 8 }] }, { country: 'RS', city: 'belgrade', days: [10, 11], meetings: [{ subject: 'Parquet de Belgrade', day: 10 }] },
  { country: 'XK', city: 'pristina', days: [11, 12], meetings: [{ subject: 'Parquet de Pristina', day: null }] },
];
const SERBIA = /warsaw\.mfa\.gov\.rs/;

interface Words {
  readonly meeting: string;
  readonly day: string;
  readonly hour: string;
  readonly fix: string;
  readonly refused: string;
  readonly rule: string;
  readonly table: string;
}

const FRENCH: Words = { meeting: 'Rendez-vous', day: 'Jour', hour: 'Début à', fix: 'Fixer cette heure', refused: 'tant que les autres rendez-vous de ce plan gardent leur heure', rule: 'passage d’une frontière', table: 'Le même plan en tableau' };
const ENGLISH: Words = { meeting: 'Meeting', day: 'Day', hour: 'Beginning at', fix: 'Fix this hour', refused: 'as long as the other meetings of this plan keep their hours', rule: 'border rule', table: 'The same plan as a table' };

async function isRefused(move: Locator, { refused, rule }: Words): Promise<void> {
  const alert = move.getByRole('alert');
  await expect(alert).toContainText(refused);
  await expect(alert).toContainText(new RegExp(rule, 'i'));
  await expect(alert).toContainText('Parquet de Belgrade');
  // When it was written; nobody has looked whether it still is in force, and it is said that nobody has.
  await expect(alert).toContainText('2016');
  await expect(alert.getByRole('link')).toHaveAttribute('href', SERBIA);
}

/** Types a Tuesday morning for the meeting in Pristina; gives the form. */
async function triesTuesday(page: Page, { meeting, day, hour, fix }: Words): Promise<Locator> {
  const move = page.locator('section:has(> #plan-move)');
  await move.getByLabel(meeting).first().selectOption('Parquet de Pristina');
  await move.getByLabel(day, { exact: true }).selectOption(november(9));
  await move.getByLabel(hour).fill('10:00');
  await move.getByRole('button', { name: fix }).press('Enter');
  return move;
}

test('Pristina before Belgrade is refused by the rule of the border, with its source and its date; nothing has changed, and what is fixed all the same is taken back', async ({ browser }) => {
  test.setTimeout(400_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  const mission = await missionOf(page.request, LEGS);
  await look(page, `/fr/missions/${mission}/plan`);
  await page.getByLabel('Les personnes qui n’ont pas encore d’autorisation').check();
  await page.getByRole('button', { name: 'Chercher un plan' }).press('Enter');
  await expect(page.locator('.plan-figures')).toContainText(/Rendez-vous dans le plan\s: 3 sur 3/, { timeout: 240_000 });
  // What a search has found by when it is stopped may still come in: the plan is final first.
  await expect(page.locator('.plan-progress')).toContainText('terminée', { timeout: 240_000 });
  await ended(page);
  const table = page.getByRole('table', { name: FRENCH.table });
  const before = await table.innerText();
  expect(['Sarajevo', 'Belgrade', 'Pristina'].map((city) => before.indexOf(`Parquet de ${city}`))).toEqual(['Sarajevo', 'Belgrade', 'Pristina'].map((city) => before.indexOf(`Parquet de ${city}`)).toSorted((a, b) => a - b));

  const move = await triesTuesday(page, FRENCH);
  await isRefused(move, FRENCH);
  await expect(move.getByLabel(FRENCH.hour)).toHaveValue('10:00');
  const pins = page.locator('section:has(> #plan-pins)');
  await expect(pins.getByRole('listitem')).toHaveCount(0);
  expect(await table.innerText()).toBe(before);
  await sound(page);

  // All the same: fixed for the next search, and taken back.
  await move.getByRole('button', { name: 'Fixer quand même et replanifier le reste' }).press('Enter');
  await expect(pins.getByRole('listitem')).toHaveCount(1);
  await expect(move.getByRole('alert')).toHaveCount(0);
  await expect(move.getByRole('button', { name: FRENCH.fix })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(pins.getByRole('listitem')).toHaveCount(0);
  expect(await table.innerText()).toBe(before);

  await look(page, page.url().replace('/fr/', '/en/'));
  await isRefused(await triesTuesday(page, ENGLISH), ENGLISH);
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});
