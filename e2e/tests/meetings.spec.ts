/** The adviser fixes meetings of a leg and who goes; the embassy confirms one on a telephone; what cannot be is said where it is; of two officers who change it at once nothing is lost; the programme stands on the sheet of the leg. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { field } from '../support/fields.ts';
import { saveMission, showLeg, toMeetings, typeLeg } from '../support/missions.ts';
import { settled, watch } from '../support/page.ts';
import { further } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

/** No other story is in this year: the 8th of November is a Monday. */
const YEAR = 2038;

let leg = '';
let mission = '';

test('the adviser adds meetings to a leg that is shown, and is told what cannot be', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  await saveMission(page, { title: `Rendez-vous à Belgrade ${retry}`, year: YEAR, days: [8, 14] });
  await typeLeg(page, { country: 'RS', year: YEAR, days: [12, 13], purpose: 'Rencontrer le parquet.' });
  await expect(page.locator('.leg-item')).toBeVisible();
  await showLeg(page);
  mission = /Mission_[\w-]+/.exec(page.url())![0];
  leg = `${await toMeetings(page)}/meetings`;
  const main = page.locator('main');
  await expect(main).toContainText('Il n’y a pas encore de rendez-vous.');
  await main.getByRole('button', { name: 'Ajouter un rendez-vous' }).click();
  await field(page, 'SUBJECT').fill('Équipes communes d’enquête');
  await page.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(field(page, 'HOST')).toBeVisible();
  await page.getByLabel('Institution ou organisation').fill('Parquet (exemple inventé)');
  // A Saturday, without a reason.
  await field(page, 'DAY').selectOption(`${YEAR}-11-13`);
  await field(page, 'STARTS').fill('10:00');
  await page.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(main).toContainText('C’est un week-end ou un jour férié.');
  await sound(page);
  await field(page, 'DAY').selectOption(`${YEAR}-11-12`);
  await page.locator('[data-field="NEEDS"]').getByLabel('Police ou gendarmerie').fill('1');
  await page.locator('[data-field="LANGUAGES"] .row-more').click();
  await page.locator('[data-field="LANGUAGES"] select').first().selectOption('sr');
  await page.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(main.locator('.notice-done')).toBeVisible();
  const meeting = main.locator('.meeting-item');
  await expect(meeting).toContainText('Équipes communes d’enquête');
  await expect(meeting).toContainText('Police ou gendarmerie · 1');
  await expect(meeting).toContainText('Personne ne parle cette langue à ce niveau : serbe');
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('the embassy moves and confirms it on a telephone, and decides neither who goes nor that it is taken away', async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await visitOf(browser, 'sr-Latn', 'scac.rs');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/sr-Latn/${leg}`);
  await settled(page);
  const main = page.locator('main');
  for (const name of [/^Odredi ko ide/, /^Obriši sastanak/]) await expect(main.getByRole('button', { name })).toHaveCount(0);
  await main.getByRole('button', { name: /^Izmeni/ }).click();
  await field(page, 'STATUS').selectOption('CONFIRMED');
  await field(page, 'STARTS').fill('11:30');
  await field(page, 'PLACE_NAME').fill('Palata pravde (izmišljeno)');
  await page.getByRole('button', { name: 'Sačuvaj izmene' }).click();
  await expect(main.locator('.notice-done')).toHaveText('Sačuvano.');
  await expect(main).toContainText('Potvrđen');
  await sound(page);
  // The programme stands on the sheet of the leg.
  await page.goto(`/sr-Latn/${leg.replace('/meetings', '')}`);
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.leg-programme')).toContainText('Palata pravde (izmišljeno)');
  await expect(page.locator('.leg-programme .row-acts')).toBeHidden();
  await page.context().close();
});

further('the adviser chooses what it works towards and names who goes, of those who stay there', async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  const { experts } = await ask<{ experts: { nodes: { id: string }[] } }>(page.request, 'fr', '{ experts(first: 1, filter: { profession: "POLICE_OFFICER" }) { nodes { id } } }');
  const key = leg.split('/')[1]!.slice('MissionLeg_'.length);
  const stay = { leg: key, arrivesAt: `${YEAR}-11-12T09:00`, leavesAt: `${YEAR}-11-13T18:00`, isLodgingProvided: false, lunchesProvided: 0, dinnersProvided: 0 };
  await ask(page.request, 'fr', 'mutation ($mission: ID!, $key: UUID!, $input: MissionMemberInput!) { saveMissionMember(mission: $mission, key: $key, version: 0, input: $input) { outcome } }', {
    variables: { mission, key: crypto.randomUUID(), input: { expert: experts.nodes[0]!.id, kind: 'POLICE', isLead: false, stays: [stay] } },
  });
  await page.goto(`/fr/${leg}`);
  await settled(page);
  const meeting = page.locator('.meeting-item');
  await meeting.getByRole('button', { name: /^Modifier/ }).click();
  const towards = page.locator('[data-field="RECOMMENDATIONS"]');
  await towards.getByRole('button', { name: 'Rechercher' }).click();
  await towards.getByRole('button', { name: /^Ajouter/ }).first().click();
  await expect(towards.getByRole('searchbox')).toBeFocused();
  await sound(page);
  await page.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(page.locator('.notice-done')).toBeVisible();
  await expect(meeting.locator('a[href*="/recommendations/"]')).toHaveCount(1);
  await meeting.getByRole('button', { name: /^Désigner qui s’y rend/ }).click();
  // What it lacks is said while it is chosen who goes, and as what.
  const lacking = meeting.locator('form').getByRole('status');
  await expect(lacking).toContainText('Police ou gendarmerie · 1');
  await page.getByLabel('Se rend à ce rendez-vous').check();
  await expect(page.getByLabel('Rôle à ce rendez-vous')).toHaveValue('POLICE');
  await expect(lacking).not.toContainText('Police ou gendarmerie');
  await page.getByLabel('Rôle à ce rendez-vous').selectOption('OTHER');
  await expect(lacking).toContainText('Police ou gendarmerie · 1');
  await page.getByLabel('Rôle à ce rendez-vous').selectOption('POLICE');
  await page.setViewportSize({ width: 390, height: 844 });
  await sound(page);
  await page.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(meeting).toContainText('· Police ou gendarmerie');
  await expect(meeting).not.toContainText('On ne sait pas encore qui vient.');
  expect(wrong()).toEqual([]);
  await page.context().close();
});

further('of two officers who change it at once the second reads both texts, and nothing is lost', async ({ browser }) => {
  test.setTimeout(90_000);
  const [scac, ssi] = await Promise.all([visitOf(browser, 'sr-Latn', 'scac.rs'), visitOf(browser, 'sr-Cyrl', 'ssi.rs')]);
  for (const [page, locale, change] of [[scac, 'sr-Latn', /^Izmeni/], [ssi, 'sr-Cyrl', /^Измени/]] as const) {
    await page.goto(`/${locale}/${leg}`);
    await settled(page);
    await page.locator('.meeting-item').getByRole('button', { name: change }).click();
  }
  await field(scac, 'NOTE').fill('Ulaz sa dvorišne strane.');
  await scac.getByRole('button', { name: 'Sačuvaj izmene' }).click();
  await expect(scac.locator('.notice-done')).toHaveText('Sačuvano.');
  await field(ssi, 'NOTE').fill('Понети службену легитимацију.');
  await field(ssi, 'MINUTES').fill('75');
  await ssi.getByRole('button', { name: 'Сачувај измене' }).click();
  const conflict = ssi.locator('.meeting-item form .notice-error');
  await expect(conflict).toContainText('Неко други је у међувремену изменио овај састанак.');
  await expect(conflict.locator('.typed-text')).toContainText('Ulaz sa dvorišne strane.');
  // In which language it stands is said beside it.
  await expect(conflict.locator('.typed-text .chip')).toContainText('français');
  await expect(field(ssi, 'NOTE')).toHaveValue('Понети службену легитимацију.');
  await sound(ssi);
  await conflict.getByRole('button', { name: /^Преузми сачувано/ }).click();
  await expect(field(ssi, 'NOTE')).toHaveValue('Ulaz sa dvorišne strane.');
  await field(ssi, 'NOTE').fill('Ulaz sa dvorišne strane.\nПонети службену легитимацију.');
  await ssi.getByRole('button', { name: 'Сачувај измене' }).click();
  await expect(ssi.locator('.notice-done')).toHaveText('Сачувано.');
  await scac.reload();
  await settled(scac);
  await expect(scac.locator('.meeting-item')).toContainText('Ulaz sa dvorišne strane.');
  await expect(scac.locator('.meeting-item')).toContainText('Понети службену легитимацију.');
  await sound(scac);
  for (const page of [scac, ssi]) await page.context().close();
});
