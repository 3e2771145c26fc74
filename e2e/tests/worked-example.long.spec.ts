/**
 * The example that missions were thought through with: Sarajevo, Belgrade and Pristina from Monday the 8th to Friday the 12th of November 2027, the 11th a holiday in Serbia, with a magistrate, a police officer and somebody from an NGO.
 * The adviser enters it by hand, in French: the mission, its legs, its team, a meeting, a journey and a rate; what cannot be is tried, and refused. What was entered once by hand in the same form is entered by the API the second time: the other meetings
 * and journeys, and opinions of embassies that arrived otherwise.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { field, typeNovember } from '../support/fields.ts';
import { typeLeg } from '../support/missions.ts';
import { networkOf } from '../support/network.ts';
import { settled, watch } from '../support/page.ts';
import { signIn, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

/** The only year of which holidays are known. */
const YEAR = 2027;
const day = (page: Page, name: string, date: number): Promise<void> => typeNovember(page, name, date, YEAR);
const november = (date: number): string => `${YEAR}-11-${String(date).padStart(2, '0')}`;
const TEAM = [['JUDGE', 'Aurore Siège', 'ENM'], ['POLICE_OFFICER', 'Paul Ronde', 'OCRTEH'], ['NGO_STAFF', 'Nadia Accueil', 'AC_SE']] as const;

let mission = '';
let names: readonly string[] = [];

interface Member { readonly key: string; readonly name: string; readonly kind: string; readonly stays: readonly { readonly legKey: string }[] }
interface Leg { readonly id: string; readonly country: { readonly code: string }; readonly meetings: readonly { readonly key: string; readonly version: number }[]; readonly consultation: { readonly id: string; readonly purposeVersion: number; readonly opinions: readonly { readonly service: string; readonly version: number }[] } | null }
interface Mission { readonly version: number; readonly legs: readonly Leg[]; readonly members: readonly Member[] }

const MISSION = 'query ($id: ID!) { mission(id: $id) { version legs { id country { code } meetings { key version } consultation { id purposeVersion opinions { service version } } } members { key name kind stays { legKey } } } }';
const missionOf = async (request: APIRequestContext): Promise<Mission> => (await ask<{ mission: Mission }>(request, 'fr', MISSION, { variables: { id: mission } })).mission;

/** What a mutation does, which is done. */
async function done(request: APIRequestContext, document: string, variables: Record<string, unknown>): Promise<void> {
  const answer = await ask<Record<string, { outcome: string; faults?: unknown }>>(request, 'fr', document, { variables });
  expect(Object.values(answer)[0]).toMatchObject({ outcome: 'DONE' });
}

const addLeg = (page: Page, country: string, days: readonly [number, number]): Promise<void> => typeLeg(page, { country, year: YEAR, days, purpose: 'Rencontrer le parquet, la police et une association.' });

/** Adds somebody, who is found by their name, to the team, with the stays as the form proposes them; gives their entry. */
async function addMember(page: Page, name: string, cities: readonly string[]): Promise<Locator> {
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('button', { name: 'Rechercher', exact: true }).click();
  await page.getByRole('button', { name: /^Choisir / }).first().click();
  for (const city of cities) await stayIn(page, city).getByLabel('Séjourne dans cette étape').check();
  await page.getByRole('button', { name: 'Enregistrer cette personne' }).click();
  const item = page.locator('.member-item', { hasText: name });
  await expect(item).toBeVisible();
  return item;
}

const stayIn = (page: Page, city: string): Locator => page.locator('fieldset.stay-fields', { hasText: city });

async function to(page: Page, path: string): Promise<void> {
  await page.goto(`/fr/missions/${mission}${path}`);
  await settled(page);
}

test('the adviser enters the mission, its legs and its team, and is refused a leg outside of it and somebody in two places', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  // The experts are entered by the API: how that is done by hand is a story of its own.
  names = TEAM.map(([, name]) => `${name}${'x'.repeat(retry)}`);
  for (const [n, [profession, , institution]] of TEAM.entries()) {
    const input = { sourceLocale: 'fr', name: names[n], profession, institution, summary: `${names[n]} forme des collègues.`, languages: [{ language: 'fr', level: 'NATIVE' }, { language: 'en', level: 'C1' }], themes: ['ASSISTANCE'], countries: ['RS'], corps: '', vouchedBy: 'Ministère de la Justice', contact: { email: `${randomUUID()}@expert.example`, locale: 'fr' } };
    await done(page.request, 'mutation ($key: UUID!, $input: ExpertInput!) { createExpert(key: $key, input: $input) { outcome faults { field fault } } }', { key: randomUUID(), input });
  }
  await page.goto('/fr/missions/new');
  await settled(page);
  await field(page, 'TITLE').fill(`Sarajevo, Belgrade, Pristina ${retry}`);
  await day(page, 'STARTS', 8);
  await day(page, 'ENDS', 12);
  await field(page, 'ENVELOPE').fill('9000');
  await page.getByRole('button', { name: 'Ajouter un objectif' }).click();
  await page.getByLabel('Ce qui doit être atteint').fill('Faire connaître les équipes communes d’enquête');
  await page.getByRole('button', { name: 'Enregistrer la mission' }).click();
  await expect(page).toHaveURL(/\/missions\/Mission_/);
  await settled(page);
  mission = /Mission_[\w-]+/.exec(page.url())![0];
  await expect(page.locator('section[aria-labelledby="team"]')).toContainText('Juges ou procureurs · 1');

  await addLeg(page, 'BA', [7, 9]);
  await expect(page.getByText('C’est en dehors des jours de la mission.').first()).toBeVisible();
  await day(page, 'STARTS', 8);
  await page.getByRole('button', { name: 'Enregistrer l’étape' }).click();
  await expect(page.locator('.leg-item', { hasText: 'Sarajevo' })).toBeVisible();
  await addLeg(page, 'RS', [9, 11]);
  await expect(page.locator('.leg-item', { hasText: 'Belgrade' })).toBeVisible();
  await addLeg(page, 'XK', [11, 12]);
  await expect(page.locator('.leg-item', { hasText: 'Pristina' })).toBeVisible();

  await to(page, '/team');
  // Two legs share the 9th: as the form proposes it, she would be in two cities at once.
  const judge = await addMember(page, names[0]!, ['Sarajevo', 'Belgrade', 'Pristina']);
  await to(page, '');
  await page.getByRole('button', { name: 'Planifier la mission' }).click();
  await expect(page.locator('.prepare-steps .notice-error')).toContainText('serait à deux endroits en même temps');
  await to(page, '/team');
  await judge.getByRole('button', { name: /^Modifier/ }).click();
  const hour = async (city: string, of: string, at: string): Promise<void> => stayIn(page, city).locator('.wall-time', { hasText: of }).locator('.hour-field input').fill(at);
  await hour('Sarajevo', 'Départ', '17:00');
  await hour('Belgrade', 'Arrivée', '22:30');
  await hour('Belgrade', 'Départ', '12:00');
  await hour('Pristina', 'Arrivée', '18:00');
  await page.getByRole('button', { name: 'Enregistrer cette personne' }).click();
  await expect(page.locator('.notice-done')).toHaveText('C’est enregistré.');
  await addMember(page, names[1]!, ['Sarajevo']);
  await to(page, '');
  await page.getByRole('button', { name: 'Planifier la mission' }).click();
  await expect(page.locator('.notice-done')).toHaveText('La mission est maintenant en cours de planification.');
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('nothing is put in Belgrade on the 11th without a reason, and a team without an NGO is not agreed', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  const { legs } = await missionOf(page.request);
  const belgrade = legs.find(({ country }) => country.code === 'RS')!;
  await page.goto(`/fr/legs/${belgrade.id}/meetings`);
  await settled(page);
  await page.getByRole('button', { name: 'Ajouter un rendez-vous' }).click();
  await field(page, 'SUBJECT').fill('Équipes communes d’enquête');
  await page.getByLabel('Institution ou organisation').fill('Parquet (inventé)');
  await field(page, 'DAY').selectOption(november(11));
  await field(page, 'STARTS').fill('10:00');
  await page.locator('[data-field="LANGUAGES"] .row-more').click();
  await page.locator('[data-field="LANGUAGES"] select').first().selectOption('sr');
  await page.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(page.locator('main')).toContainText('C’est un week-end ou un jour férié. Dites pourquoi le rendez-vous a lieu ce jour-là.');
  await field(page, 'DAY').selectOption(november(10));
  await page.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(page.locator('.meeting-item')).toContainText('Équipes communes d’enquête');
  await page.getByRole('button', { name: /^Désigner qui s’y rend/ }).click();
  await page.locator('fieldset[data-field="PEOPLE"]', { hasText: names[0]! }).getByLabel('Se rend à ce rendez-vous').check();
  await page.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(page.locator('.meeting-item')).toContainText(`${names[0]} · Magistrature`);
  // The same form for the eight others: by the API, each within its window from nine to five.
  for (const [country, date, count] of [['BA', 8, 3], ['RS', 10, 2], ['XK', 12, 3]] as const) {
    const leg = legs.find((one) => one.country.code === country)!;
    for (let n = 0; n < count; n += 1) {
      const input = {
        sourceLocale: 'fr', subject: `Rencontre ${n + 1}`, note: '', organisation: null, hostName: 'Hôte (inventé)', category: 'JUSTICE', status: 'PROPOSED', minutes: 60, isMandatory: false, isOnlyAdviser: false, day: november(date), starts: `${13 + n}:00`, overrideReason: '', placeName: '', placeAddress: '',
        windows: [{ day: november(date), from: '09:00', until: '17:00' }], needs: [], languages: [], recommendations: [], precedes: [],
      };
      await done(page.request, 'mutation ($leg: ID!, $key: UUID!, $input: MeetingInput!) { saveMeeting(leg: $leg, key: $key, version: 0, input: $input) { outcome faults { field fault } } }', { leg: leg.id, key: randomUUID(), input });
    }
  }

  await to(page, '');
  await page.getByRole('button', { name: 'Consulter les ambassades' }).click();
  await expect(page.getByText('L’ambassade voit cette étape.')).toHaveCount(3);
  // All agree, by telephone.
  for (const leg of (await missionOf(page.request)).legs) {
    const { id, purposeVersion, opinions } = leg.consultation!;
    for (const { service, version } of opinions) {
      const input = { service, version, purposeVersion, answer: 'AGREED', remark: '' };
      await done(page.request, 'mutation ($id: ID!, $input: OpinionInput!) { noteOpinion(id: $id, input: $input, reason: "Par téléphone") { outcome } }', { id, input });
    }
  }
  await to(page, '');
  await page.getByRole('button', { name: 'Déclarer la mission convenue' }).click();
  await expect(page.locator('.prepare-steps .notice-error')).toContainText('Il manque encore à l’équipe : Membres d’ONG');
  await to(page, '/board');
  await expect(page.locator('.board-lacks')).toContainText(/Il manque encore à l’équipe\s: ONG\s· 1/);
  await to(page, '/team');
  await addMember(page, names[2]!, ['Sarajevo']);
  await to(page, '');
  await page.getByRole('button', { name: 'Déclarer la mission convenue' }).click();
  await expect(page.locator('.notice-done')).toHaveText('La mission est convenue.');
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('the board has it all; its costs are exported, and an independent script comes to the same cents', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  // Whoever takes a file along has just shown that it is them.
  const page = await (await browser.newContext({ extraHTTPHeaders: networkOf(`worked example ${retry}`) })).newPage();
  await signIn(page, 'fr', 'adviser@passerelle.example');
  const wrong = watch(page);
  await to(page, '/costs');
  await page.getByRole('button', { name: 'Ajouter un voyage' }).click();
  await page.getByLabel('Moyen de transport').selectOption('ROAD');
  await page.getByLabel('De', { exact: true }).selectOption('sarajevo');
  await page.getByLabel('À', { exact: true }).selectOption('belgrade');
  for (const [name, at] of [['DEPARTS', '17:00'], ['ARRIVES', '22:30']] as const) {
    await day(page, name, 9);
    await page.locator(`[data-field="${name}"] .hour-field input`).fill(at);
  }
  await page.locator('[data-field="TRAVELLERS"]').getByLabel(names[0]!).check();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.locator('.journey-item')).toHaveCount(1);
  const { members } = await missionOf(page.request);
  const judge = members.find(({ name }) => name === names[0])!.key;
  const road = { mode: 'ROAD', fromCity: 'belgrade', toCity: 'pristina', departsAt: `${november(11)}T12:00`, arrivesAt: `${november(11)}T18:00`, carrier: '', travellers: [judge] };
  await done(page.request, 'mutation ($mission: ID!, $key: UUID!, $input: MissionTravelInput!) { saveMissionTravel(mission: $mission, key: $key, version: 0, input: $input) { outcome faults { field fault } } }', { mission, key: randomUUID(), input: road });

  // A rate of Serbia from that Monday on, entered with its source; the others are those of the demonstration.
  await page.goto('/fr/allowance-rates');
  await settled(page);
  await page.getByRole('button', { name: 'Ajouter un taux', exact: true }).click();
  await field(page, 'COUNTRY').selectOption('RS');
  await field(page, 'AMOUNT').fill('137,77');
  await day(page, 'VALID_FROM', 9);
  await field(page, 'SOURCE').fill(`Arrêté inventé pour l’exemple ${retry}`);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const rate = page.locator('.rate-item', { hasText: /137,77\s€/ });
  await expect(rate).toBeVisible();

  await to(page, '/board');
  const row = page.getByRole('group', { name: new RegExp(names[0]!) });
  await expect(row.locator('.is-STAY')).toHaveCount(3);
  await expect(row.locator('.is-JOURNEY')).toHaveCount(2);
  await expect(row.locator('.is-MEETING')).toHaveCount(1);
  await expect(page.locator('.board-conflicts')).toHaveCount(0);
  await expect(page.locator('.board-lacks')).toContainText(/Rencontre 3.*Ce rendez-vous n’est pas encore confirmé\./);
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await to(page, '/board?view=list');
  const eleventh = page.locator('section', { has: page.getByRole('heading', { name: 'jeudi 11 novembre 2027' }) });
  await expect(eleventh).toContainText('Serbie · ');
  await expect(eleventh).not.toContainText('Rendez-vous');
  await expect(eleventh).toContainText('Belgrade – Pristina');

  await to(page, '/costs');
  await expect(page.locator('.cost-item', { hasText: 'Belgrade' }).first()).toBeVisible();
  await expect(page.getByText(/Reste de l’enveloppe/)).toBeVisible();
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Enregistrer la mission avec ses coûts (JSON)' }).click();
  const saved = await (await file).path();
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', '@oxc-node/core/register', 'bin/recompute-costs.ts', saved], { cwd: new URL('../../server/', import.meta.url) });
  expect(stdout.trim()).toMatch(/^\d+ lines are right to the cent\.$/);

  await page.goto('/fr/allowance-rates');
  await settled(page);
  await rate.getByRole('button', { name: /^Retirer/ }).click();
  await rate.getByRole('button', { name: 'Retirer', exact: true }).click();
  await expect(rate).toHaveCount(0);
  expect(wrong()).toEqual([]);
  await page.context().close();
});
