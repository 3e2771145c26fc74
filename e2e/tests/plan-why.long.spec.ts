/**
 * The adviser ends a search before it has found out why two meetings are left out, and looks further into one of them: it is over by itself, and what was open is said. The look at the other one they stop, and begin once more. By keys
 * alone.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { reach } from '../support/keyboard.ts';
import { accessible, watch } from '../support/page.ts';
import { firstInTurn, type GivenLeg, look, missionOf } from '../support/plan.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** Of an envelope of 700 euros Sarajevo can be visited, with two meetings, or one of the others. */
const LEGS: readonly GivenLeg[] = [
  { country: 'BA', city: 'sarajevo', days: [8, 9], meetings: [{ subject: 'Parquet de Sarajevo', day: 9, needsMagistrate: true }, { subject: 'Foyer de Sarajevo', day: 9 }] },
  { country: 'RS', city: 'belgrade', days: [10, 12], meetings: [{ subject: 'Parquet de Belgrade', day: 10 }] },
  { country: 'XK', city: 'pristina', days: [11, 12], meetings: [{ subject: 'Parquet de Pristina', day: 12 }] },
];
/** A plan has many stops. */
const MOST = 400;
const UNPROVED = 'la recherche s’est terminée avant que la raison soit trouvée';

const button = (within: Page | Locator, name: string): Locator => within.getByRole('button', { name });

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await reach(page, target, 'Tab', MOST);
  await page.keyboard.press(key);
}

/** A meeting that is left out, of which it is not known why. */
async function isOpen(page: Page, meeting: string): Promise<Locator> {
  const out = page.locator('.plan-out').filter({ hasText: meeting });
  await expect(out).toContainText(UNPROVED);
  await expect(button(out, 'Chercher plus loin')).toHaveAccessibleName(`Chercher plus loin ${meeting}`);
  return out;
}

test('what an ended search has left open is looked into further by keyboard, and a second look is stopped', async ({ browser }) => {
  test.setTimeout(600_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  const mission = await missionOf(page.request, LEGS);
  await firstInTurn(page.request);
  await look(page, `/fr/missions/${mission}/plan`);
  await reach(page, page.getByLabel('Une autre enveloppe en euros'), 'Tab', MOST);
  await page.keyboard.type('700');
  await press(page, page.getByLabel('Les personnes qui n’ont pas encore d’autorisation'), 'Space');
  await press(page, button(page, 'Chercher un plan'));
  const progress = page.locator('.plan-progress');
  await reach(page, button(progress, 'Arrêter la recherche'), 'Tab', MOST);
  await expect(progress).toContainText('On en cherche encore les explications', { timeout: 240_000 });
  await page.keyboard.press('Enter');
  await expect(progress).toContainText('Ses explications n’ont pas été achevées');
  const [pristina, belgrade] = [await isOpen(page, 'Parquet de Pristina'), await isOpen(page, 'Parquet de Belgrade')];
  await accessible(page);

  // The one to its end: the button goes, and why it is out, and what would bring it in, is said.
  await press(page, button(pristina, 'Chercher plus loin'));
  await expect(pristina.getByRole('group', { name: 'Parquet de Pristina' })).toBeFocused();
  await expect(pristina).toContainText(/La recherche (?:attend son tour|continue)/);
  await accessible(page);
  await expect(pristina).toContainText('La recherche est terminée.', { timeout: 240_000 });
  await expect(pristina).not.toContainText(UNPROVED);
  await expect(pristina).toContainText(/d’autres rendez-vous, qui ensemble comptent davantage, prennent sa place/);
  await expect(pristina.locator('.plan-changes')).toContainText('L’enveloppe augmente de');
  for (const name of ['Chercher plus loin', 'Arrêter la recherche']) await expect(button(pristina, name)).toHaveCount(0);

  // The other one is stopped, and begun once more: its place is free. The focus stays beside the meeting.
  const stop = button(belgrade, 'Arrêter la recherche');
  await reach(page, button(belgrade, 'Chercher plus loin'), 'Tab', MOST);
  for (const times of [1, 2]) {
    await page.keyboard.press('Enter');
    await expect(stop, `asked ${times} times`).toHaveAccessibleName('Arrêter la recherche Parquet de Belgrade');
    await reach(page, stop, 'Tab', 1);
    await page.keyboard.press('Enter');
    await expect(belgrade).toContainText('La recherche a été arrêtée. Ce qu’elle a trouvé est gardé.');
    await expect(belgrade.getByRole('group', { name: 'Parquet de Belgrade' })).toBeFocused();
    await expect(stop).toHaveCount(0);
    await reach(page, button(belgrade, 'Chercher plus loin'), 'Tab', 1);
  }
  await expect(belgrade).toContainText('n’est pas dans le plan');
  await expect(pristina.locator('.plan-changes')).toContainText('L’enveloppe augmente de');
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});
