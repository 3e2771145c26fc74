/** The embassy in Belgrade prepares its leg in Latin letters, on a telephone, and in Cyrillic ones; of two officers who write at once none loses anything; on paper it is one sheet. */
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { field } from '../support/fields.ts';
import { saveMission, showLeg, typeLeg } from '../support/missions.ts';
import { settled, watch } from '../support/page.ts';
import { done } from '../support/plan.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

/** No other story is in this year. */
const YEAR = 2032;

let purpose = '';
let leg = '';
let mission = '';

/** As full as two days are: who stays for both, three meetings on each to which all of them go, and a second contact. */
async function fill(page: Page): Promise<void> {
  const [request, id, key] = [page.request, leg.split('/')[1]!, leg.slice('legs/MissionLeg_'.length)];
  const { experts } = await ask<{ experts: { nodes: { id: string }[] } }>(request, 'fr', '{ experts(first: 2, filter: { profession: "POLICE_OFFICER" }) { nodes { id } } }');
  const stays = [{ leg: key, arrivesAt: `${YEAR}-11-09T08:00`, leavesAt: `${YEAR}-11-10T19:00`, isLodgingProvided: false, lunchesProvided: 0, dinnersProvided: 0 }];
  const people = [];
  for (const { id: expert } of experts.nodes) {
    const member = randomUUID();
    await done(request, 'mutation ($mission: ID!, $key: UUID!, $input: MissionMemberInput!) { saveMissionMember(mission: $mission, key: $key, version: 0, input: $input) { outcome } }', { mission, key: member, input: { expert, kind: 'POLICE', isLead: false, stays } });
    people.push({ member, kind: 'POLICE', isSubstitute: false });
  }
  for (const [n, starts] of ['09:00', '11:30', '15:00', '09:00', '11:30', '15:00'].entries()) {
    const meeting = randomUUID();
    const input = {
      sourceLocale: 'fr', subject: `Équipes communes d’enquête et protection des victimes, réunion ${n + 1}`, note: '', organisation: null, hostName: 'Parquet supérieur de Belgrade (inventé)', category: 'JUSTICE', status: 'PROPOSED', minutes: 90, isMandatory: false, isOnlyAdviser: false,
      day: `${YEAR}-11-${n < 3 ? '09' : '10'}`, starts, overrideReason: '', placeName: 'Salle 3', placeAddress: 'Avenue inventée 12, Belgrade', windows: [], needs: [], languages: [], recommendations: [], precedes: [],
    };
    await done(request, 'mutation ($leg: ID!, $key: UUID!, $input: MeetingInput!) { saveMeeting(leg: $leg, key: $key, version: 0, input: $input) { outcome } }', { leg: id, key: meeting, input });
    await done(request, 'mutation ($leg: ID!, $key: UUID!, $people: [MeetingPersonInput!]!) { nameMeetingPeople(leg: $leg, key: $key, version: 1, people: $people) { outcome } }', { leg: id, key: meeting, people });
  }
  const contact = { name: 'Marko Izmišljeni', function: 'Ataše', organisation: 'Ambasada Francuske', email: 'marko@passerelle.example', phone: '+381 11 000 00 02' };
  await done(request, 'mutation ($leg: ID!, $key: UUID!, $input: LegContactInput!) { saveLegContact(leg: $leg, key: $key, version: 0, input: $input) { outcome } }', { leg: id, key: randomUUID(), input: contact });
}

test('the adviser shows a leg, and comes from it to its page', async ({ browser }, { retry }) => {
  test.setTimeout(90_000);
  purpose = `Préparer avec le parquet ${retry}`;
  const page = await visitOf(browser, 'fr', 'adviser');
  await saveMission(page, { title: `Étape à préparer ${retry}`, year: YEAR, days: [8, 12] });
  mission = /Mission_[\w-]+/.exec(page.url())![0];
  await typeLeg(page, { country: 'RS', year: YEAR, days: [9, 10], purpose });
  await expect(page.locator('.leg-item', { hasText: purpose })).toBeVisible();
  await showLeg(page);
  await page.getByRole('link', { name: /^Page de l’étape, avec ses contacts/ }).click();
  await expect(page).toHaveURL(/\/fr\/legs\/MissionLeg_/);
  await settled(page);
  leg = new URL(page.url()).pathname.slice('/fr/'.length);
  await expect(page.locator('main')).toContainText('Il n’y a pas encore de contact.');
  await sound(page);
  await page.context().close();
});

test('an officer prepares it on a telephone in Latin letters, by keyboard, then in Cyrillic ones', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await visitOf(browser, 'sr-Latn', 'scac.rs');
  const wrong = watch(page);
  await page.goto(`/sr-Latn/${leg}`);
  await settled(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const main = page.locator('main');
  await main.getByRole('button', { name: 'Pripremi etapu' }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'PURPOSE')).toBeFocused();
  await field(page, 'PURPOSE').fill(' ');
  await page.getByRole('button', { name: 'Sačuvaj etapu' }).click();
  await expect(field(page, 'PURPOSE')).toBeFocused();
  await sound(page);
  await field(page, 'PURPOSE').fill(purpose);
  await field(page, 'LODGING_NAME').fill('Hotel Izmišljeni');
  await field(page, 'LODGING_ADDRESS').fill('Izmišljena 1, Beograd');
  await page.getByRole('button', { name: 'Sačuvaj etapu' }).click();
  await expect(main.locator('.notice-done')).toHaveText('Sačuvano.');
  await expect(main).toContainText('Hotel Izmišljeni');
  await expect(main.getByRole('button', { name: 'Pripremi etapu' })).toBeFocused();
  await main.getByRole('button', { name: 'Prevodi' }).click();
  await page.getByLabel('Jezik prevoda').selectOption('sr-Latn');
  await page.getByLabel('Svrha', { exact: true }).fill('Priprema s tužilaštvom.');
  await page.getByRole('button', { name: 'Sačuvaj prevod' }).click();
  await expect(main.locator('.notice-done')).toHaveText('Prevod je sačuvan.');
  await page.getByRole('button', { name: 'Zatvori bez čuvanja' }).click();
  await expect(main).toContainText('Priprema s tužilaštvom.');

  await page.getByRole('button', { name: 'Dodaj kontakt' }).click();
  await field(page, 'NAME').fill('Jovana Primer');
  await field(page, 'PHONE').fill('sutra');
  await page.getByRole('button', { name: 'Sačuvaj kontakt' }).click();
  await expect(field(page, 'PHONE')).toBeFocused();
  await sound(page);
  await field(page, 'FUNCTION').fill('Ataše');
  await field(page, 'PHONE').fill('+381 11 000 00 01');
  await field(page, 'EMAIL').fill('jovana.primer@passerelle.example');
  await page.getByRole('button', { name: 'Sačuvaj kontakt' }).click();
  await expect(main.getByRole('link', { name: '+381 11 000 00 01' })).toHaveAttribute('href', 'tel:+381110000001');
  await expect(main.getByRole('link', { name: 'jovana.primer@passerelle.example' })).toHaveAttribute('href', 'mailto:jovana.primer@passerelle.example');
  await sound(page);

  await page.goto(`/sr-Cyrl/${leg}`);
  await settled(page);
  await expect(main).toContainText('Ваша амбасада припрема ову етапу');
  await main.getByRole('button', { name: 'Припреми етапу' }).click();
  await field(page, 'TRANSPORT').fill('Службено возило');
  await page.getByRole('button', { name: 'Сачувај етапу' }).click();
  await expect(main.locator('.notice-done')).toHaveText('Сачувано.');
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('of two officers who write at once the second is shown both texts and asked which stays; what each has typed is kept', async ({ browser }) => {
  test.setTimeout(120_000);
  const [one, other] = [await visitOf(browser, 'sr-Latn', 'scac.rs'), await visitOf(browser, 'sr-Cyrl', 'ssi.rs')];
  for (const [page, locale, button] of [[one, 'sr-Latn', 'Pripremi etapu'], [other, 'sr-Cyrl', 'Припреми етапу']] as const) {
    await page.goto(`/${locale}/${leg}`);
    await settled(page);
    await page.getByRole('button', { name: button }).click();
  }
  await field(one, 'NOTE').fill('Od atašea za saradnju.');
  await field(one, 'LODGING_ADDRESS').fill('Izmišljena 2, Beograd');
  await one.getByRole('button', { name: 'Sačuvaj etapu' }).click();
  await expect(one.locator('.notice-done')).toBeVisible();
  await field(other, 'NOTE').fill('Од аташеа за безбедност.');
  await field(other, 'TRANSPORT').fill('Пешке');
  await other.getByRole('button', { name: 'Сачувај етапу' }).click();
  const conflict = other.locator('form .notice-error', { hasText: 'Неко други је у међувремену изменио ову етапу.' });
  await expect(conflict).toContainText('Od atašea za saradnju.');
  await expect(field(other, 'NOTE')).toHaveValue('Од аташеа за безбедност.');
  // What the first alone has changed is taken.
  await expect(field(other, 'LODGING_ADDRESS')).toHaveValue('Izmišljena 2, Beograd');
  await sound(other);
  await conflict.getByRole('button').first().click();
  await expect(field(other, 'NOTE')).toHaveValue('Od atašea za saradnju.');
  await other.getByRole('button', { name: 'Сачувај етапу' }).click();
  await expect(other.locator('.notice-done')).toHaveText('Сачувано.');
  for (const text of ['Od atašea za saradnju.', 'Izmišljena 2, Beograd', 'Пешке']) await expect(other.locator('main')).toContainText(text);

  // A contact that somebody else has just changed is not removed unseen.
  await one.reload();
  await settled(one);
  await other.getByRole('button', { name: /^Измени.*Jovana Primer/ }).click();
  await field(other, 'FUNCTION').fill('Аташе за сарадњу');
  await other.getByRole('button', { name: 'Сачувај контакт' }).click();
  await expect(other.locator('.notice-done')).toBeVisible();
  const contact = one.locator('.leg-contact');
  await contact.getByRole('button', { name: /^Obriši kontakt/ }).click();
  await contact.getByRole('button', { name: 'Obriši kontakt', exact: true }).click();
  await expect(contact.locator('.notice-error')).toContainText('Neko drugi je u međuvremenu izmenio ovaj kontakt.');
  await expect(contact).toContainText('Аташе за сарадњу');
  for (const page of [one, other]) await page.context().close();
});

test('a leg with all that is said of it, its contacts, six meetings and who comes is one sheet of paper, from which nothing is cut', async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  await fill(page);
  await page.goto(`/fr/${leg}`);
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Préparer l’étape' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Ajouter un contact' })).toBeHidden();
  await expect(page.getByText('+381 11 000 00 01')).toBeVisible();
  await expect(page.locator('.leg-programme li')).toHaveCount(6);
  await expect(page.locator('.leg-people li.leg-person')).toHaveCount(2);
  // 180 millimetres, between the margins of a sheet, at 96 pixels an inch.
  await page.setViewportSize({ width: 680, height: 1000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(680);
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(paper).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  await page.context().close();
});
