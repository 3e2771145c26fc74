/**
 * What the adviser fixes on the board and has not searched with is there again after the page is opened anew: it says so, is tried, and is taken back; searched with it is gone. Then they compare the plan with that of the earlier search, and with the mission as
 * it stands: in French and in English, by keyboard, on a telephone too. Whoever signs out leaves nothing in the browser.
 */
import { expect, type Page, test } from '@playwright/test';
import { networkOf } from '../support/network.ts';
import { settled, watch } from '../support/page.ts';
import { ended, type GivenLeg, look, missionOf } from '../support/plan.ts';
import { signIn } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const LEGS: readonly GivenLeg[] = [{ country: 'BA', city: 'sarajevo', days: [8, 10], meetings: [{ subject: 'Parquet de Sarajevo', day: 9, needsMagistrate: true }, { subject: 'Cour de Sarajevo', day: 10, needsMagistrate: true }] }];

const kept = (page: Page): Promise<number> => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('draft:plan:')).length);

async function searched(page: Page, met: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Chercher un plan' }).press('Enter');
  await expect(page.locator('.plan-figures')).toContainText(met, { timeout: 240_000 });
  await ended(page);
}

test('what was fixed comes back after the page is opened anew; then a plan is compared with an earlier one and with the mission', async ({ browser }) => {
  test.setTimeout(600_000);
  const page = await (await browser.newContext({ extraHTTPHeaders: networkOf('adviser') })).newPage();
  await signIn(page, 'fr', 'adviser@passerelle.example');
  const wrong = watch(page);
  const mission = await missionOf(page.request, LEGS);
  await look(page, `/fr/missions/${mission}/plan`);
  await page.getByLabel('Les personnes qui n’ont pas encore d’autorisation').check();
  await searched(page, /Rendez-vous dans le plan\s: 2 sur 2/);

  const [fixed, table, begin] = [page.locator('section:has(> #plan-pins)'), page.getByRole('table', { name: 'Le même plan en tableau' }), page.locator('section:has(> #plan-new)')];
  await table.getByRole('row').filter({ hasText: 'Cour de Sarajevo' }).getByRole('button', { name: 'Écarter' }).press('Enter');
  await expect(fixed.getByRole('listitem')).toHaveText([/Cour de Sarajevo\s» est écarté/]);
  await expect(begin).toContainText('Ce que vous choisissez est gardé dans ce navigateur, chiffré');
  await page.reload();
  await settled(page);
  await expect(begin).toContainText('Voici ce que vous aviez choisi sans avoir encore lancé la recherche.');
  await expect(fixed.getByRole('listitem')).toHaveText([/Cour de Sarajevo\s» est écarté/]);
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await begin.getByRole('button', { name: 'Retirer ces choix' }).press('Enter');
  await expect(begin.getByRole('heading', { name: 'Nouvelle recherche' })).toBeFocused();
  await expect(fixed).toContainText('Rien n’est fixé.');
  await expect.poll(() => kept(page)).toBe(0);
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await page.getByLabel('Une autre enveloppe en euros').fill('2 500');
  await searched(page, /Rendez-vous dans le plan\s: 1 sur 2/);
  await expect.poll(() => kept(page)).toBe(0);

  // Beside the plan of the earlier search, by keyboard.
  const compare = page.locator('section:has(> #plan-compare)');
  const other = compare.getByLabel('Comparer avec');
  await expect(page.locator('section[aria-labelledby="plan-earlier"]')).toContainText(/Enveloppe 2\s500,00\s€ · Éléments fixés\s: 1/);
  await other.focus();
  await other.selectOption({ label: (await other.locator('option').last().textContent())! });
  const beside = compare.getByRole('table', { name: 'Comparaison de deux plans' });
  const row = (head: string): ReturnType<Page['locator']> => beside.getByRole('row').filter({ has: page.getByRole('rowheader', { name: head, exact: true }) }).getByRole('cell');
  await expect(row('Rendez-vous')).toHaveText(['1', '2']);
  await expect(row('Rendez-vous d’un seul côté')).toHaveText(['–', 'Cour de Sarajevo']);
  await expect(row('Enveloppe')).toHaveText([/2\s500,00\s€/, /3\s000,00\s€/]);
  await expect(row('Ce qui a été demandé')).toContainText([/Cour de Sarajevo\s» est écarté/, /Toute l’équipe participe/]);
  await expect(compare.getByRole('table', { name: 'Ce qui a compté' })).toContainText('Points des rendez-vous');
  await sound(page);

  // Beside the mission as it stands, in which no meeting has an hour yet.
  await page.setViewportSize({ width: 1280, height: 900 });
  await other.selectOption({ label: 'La mission telle qu’elle est aujourd’hui' });
  await expect(row('Rendez-vous')).toHaveText(['1', '0']);
  await expect(row('Points de ses rendez-vous')).toHaveText([/\d+/, '–']);
  await expect(compare).toContainText('il faudrait deux plans recherchés selon les mêmes critères');

  await look(page, `/en/missions/${mission}/plan`);
  await page.setViewportSize({ width: 390, height: 844 });
  await other.or(compare.getByLabel('Compare with')).selectOption({ label: 'The mission as it stands today' });
  await expect(compare).toContainText('Differences in the meetings, their hours and who attends: 1');
  await sound(page);
  await table.or(page.getByRole('table', { name: 'The same plan as a table' })).getByRole('button', { name: 'Leave out' }).first().click();
  await expect.poll(() => kept(page)).toBe(1);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  // Signing out leads to another page.
  await expect(async () => expect(await kept(page)).toBe(0)).toPass();
  expect(wrong()).toEqual([]);
  await page.context().close();
});
