/** The adviser links a need of Albania to an objective of a mission of two countries and to a training session, in French; the officer in Tirana finds on it, in Albanian, the session and the one leg that is theirs; an officer elsewhere finds nothing of it. */
import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** No other story is in this year. */
const YEAR = 2046;

/** A need that is entered by whoever is signed in on a page; its id. */
async function entered(page: Page, title: string): Promise<string> {
  const input = { sourceLocale: 'sq', country: 'AL', theme: 'ASSISTANCE', furtherThemes: [], pillar: 'PROTECTION', audiences: [], criteria: ['CHILDREN'], title, text: 'Në veri nuk ka vende strehimi.', links: [] };
  const { saveNeed } = await ask<{ saveNeed: { need: { id: string } } }>(page.request, 'sq', 'mutation ($key: UUID!, $input: NeedInput!) { saveNeed(key: $key, version: 0, input: $input) { need { id } } }', { variables: { key: randomUUID(), input } });
  return saveNeed.need.id;
}

/** A mission of the adviser with an objective and a leg in Tirana and one in Belgrade, both shown to their embassies; its id. */
async function shownMission(page: Page, mark: string): Promise<string> {
  const mutate = async (document: string, variables: object): Promise<{ id: string; version: number }> => {
    const answer = await ask<Record<string, { outcome: string; mission: { id: string; version: number } | null }>>(page.request, 'fr', document, { variables: { ...variables } });
    const [{ outcome, mission }] = Object.values(answer) as [{ outcome: string; mission: { id: string; version: number } | null }];
    if (outcome !== 'DONE' || !mission) throw new Error(`${document}: ${outcome}`);
    return mission;
  };
  const back = '{ outcome mission { id version } }';
  const input = { sourceLocale: 'fr', title: `Tournée ${mark}`, purpose: '', startsOn: `${YEAR}-11-05`, endsOn: `${YEAR}-11-09`, envelopeCents: null, team: [], objectives: [{ key: randomUUID(), text: `Ouvrir un accueil ${mark}`, recommendations: [] }] };
  let mission = await mutate(`mutation ($key: UUID!, $input: MissionInput!) { createMission(key: $key, input: $input) ${back} }`, { key: randomUUID(), input });
  for (const [country, city, day, purpose] of [['AL', 'tirana', '05', `Visite ${mark}`], ['RS', 'belgrade', '08', `Parquet ${mark}`]]) {
    const leg = { sourceLocale: 'fr', country, city, startsOn: `${YEAR}-11-${day!}`, endsOn: `${YEAR}-11-${day!}`, lodgingName: '', lodgingAddress: '', transport: '', purpose, note: '' };
    mission = await mutate(`mutation ($mission: ID!, $key: UUID!, $input: MissionLegInput!) { saveMissionLeg(mission: $mission, key: $key, version: 0, input: $input) ${back} }`, { mission: mission.id, key: randomUUID(), input: leg });
  }
  for (const step of ['planMission', 'consultPosts']) mission = await mutate(`mutation ($id: ID!, $version: Int!) { ${step}(id: $id, version: $version) ${back} }`, mission);
  return mission.id;
}

/** Finds a need by its words in the field of a form, and adds it. */
async function choose(form: Locator, mark: string): Promise<void> {
  const field = form.locator('[data-field="NEEDS"]');
  await field.getByRole('searchbox').fill(mark);
  await field.getByRole('button', { name: 'Rechercher' }).click();
  await field.getByRole('button', { name: /^Ajouter/ }).click();
  await expect(field.getByRole('searchbox')).toBeFocused();
  await expect(field.locator('ul').first()).toContainText(mark);
}

test('what works on a need is linked in French, read in Albanian by its embassy, and by no other', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  const mark = `Strehim${Date.now()}${retry}`;
  const officer = await visitOf(browser, 'sq', 'scac.al');
  const need = await entered(officer, mark);
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  const mission = await shownMission(adviser, mark);
  const session = await announced(adviser, 'fr', { title: `Accueillir ${mark}`, country: 'AL', town: 'Tiranë', timeZone: 'Europe/Tirane', starts: `${YEAR}-03-10T09:00`, ends: `${YEAR}-03-10T17:00` });

  // Until it is linked its embassy reads of nothing.
  await officer.goto(`/sq/needs/${need}`);
  await settled(officer);
  await expect(officer.locator('#need-work')).toHaveCount(0);

  await adviser.goto(`/fr/missions/${mission}/objectives`);
  await settled(adviser);
  const objective = adviser.locator('ol.rows > li', { hasText: `Ouvrir un accueil ${mark}` });
  await objective.getByRole('button', { name: /^Choisir des recommandations, des besoins et des projets/ }).click();
  await choose(objective, mark);
  await adviser.setViewportSize({ width: 390, height: 844 });
  await sound(adviser);
  await objective.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(adviser.locator('.notice-done')).toHaveText('C’est enregistré.');
  await expect(objective.locator(`a[href="/fr/needs/${need}"]`)).toHaveCount(1);
  await sound(adviser);
  await adviser.goto(`/fr/missions/${mission}`);
  await settled(adviser);
  await expect(adviser.locator(`section[aria-labelledby="about"] a[href="/fr/needs/${need}"]`)).toHaveCount(1);

  await adviser.setViewportSize({ width: 1280, height: 800 });
  await adviser.goto(`/fr/trainings/${session}/edit`);
  await settled(adviser);
  await choose(adviser.locator('main form'), mark);
  await sound(adviser);
  await adviser.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(adviser.locator('.notice-done')).toBeVisible();
  await adviser.goto(`/fr/trainings/${session}`);
  await settled(adviser);
  await adviser.locator(`main a[href="/fr/needs/${need}"]`).first().click();
  await expect(adviser).toHaveURL(new RegExp(`/fr/needs/${need}$`));
  await settled(adviser);
  const work = adviser.locator('section[aria-labelledby="need-work"]');
  await expect(work).toContainText(`Accueillir ${mark}`);
  await expect(work.getByRole('link', { name: `Tournée ${mark}` })).toHaveAttribute('href', `/fr/missions/${mission}`);
  await sound(adviser);
  expect(wrong()).toEqual([]);

  const theirs = watch(officer);
  await officer.setViewportSize({ width: 360, height: 740 });
  await officer.reload();
  await settled(officer);
  const own = officer.locator('section[aria-labelledby="need-work"]');
  await expect(own.getByRole('heading', { level: 2 })).toHaveText('Çfarë i përgjigjet kësaj nevoje');
  await expect(own).toContainText(`Accueillir ${mark}`);
  await expect(own).toContainText(`Visite ${mark}`);
  for (const word of [`Parquet ${mark}`, `Tournée ${mark}`, `Ouvrir un accueil ${mark}`]) await expect(officer.locator('main')).not.toContainText(word);
  await sound(officer);
  await own.getByRole('link', { name: `Visite ${mark}` }).click();
  await expect(officer).toHaveURL(/\/sq\/legs\/MissionLeg_/);
  await settled(officer);
  await officer.goto(`/sq/trainings/${session}`);
  await settled(officer);
  await expect(officer.locator(`main a[href="/sq/needs/${need}"]`).first()).toHaveText(mark);
  await sound(officer);
  expect(theirs()).toEqual([]);

  const elsewhere = await visitOf(browser, 'mk', 'scac.mk');
  for (const path of [`trainings/${session}`, `needs/${need}`, `needs?search=${mark}`]) {
    await elsewhere.goto(`/mk/${path}`);
    await settled(elsewhere);
    await expect(elsewhere.locator(`main a[href*="${need}"]`)).toHaveCount(0);
  }
  await expect(elsewhere.locator('main .rows > li')).toHaveCount(0);
  await sound(elsewhere);
  for (const page of [officer, adviser, elsewhere]) await page.context().close();
});
