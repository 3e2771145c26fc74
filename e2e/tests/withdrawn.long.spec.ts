/** An embassy that was shown a leg reads that it was withdrawn, and that alone; of two who give up one mission the second is told, and keeps what is typed. */
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

interface Back { readonly mission: { readonly id: string; readonly version: number; readonly legs: readonly { readonly id: string; readonly version: number }[] } }

const BACK = '{ outcome mission { id version legs { id version } } }';
/** No other story is in this year. */
const YEAR = 2037;
const MISSION = { sourceLocale: 'fr', purpose: '', startsOn: `${YEAR}-11-08`, endsOn: `${YEAR}-11-12`, envelopeCents: null, team: [], objectives: [] };
const LEG = { sourceLocale: 'fr', lodgingName: '', lodgingAddress: '', transport: '', note: '' };

async function act(page: Page, name: string, declared: string, given: string, variables: Readonly<Record<string, unknown>>): Promise<Back['mission']> {
  return Object.values(await ask<Record<string, Back>>(page.request, 'fr', `mutation (${declared}) { ${name}(${given}) ${BACK} }`, { variables }))[0]!.mission;
}

/** A mission of the adviser's with a leg in Serbia and one in Albania that their embassies have been shown, planned anew. */
async function shown(page: Page, title: string): Promise<Back['mission']> {
  let mission = await act(page, 'createMission', '$key: UUID!, $input: MissionInput!', 'key: $key, input: $input', { key: randomUUID(), input: { ...MISSION, title } });
  for (const [country, city, startsOn, endsOn] of [['RS', 'belgrade', 9, 10], ['AL', 'tirana', 11, 12]] as const) {
    const input = { ...LEG, country, city, startsOn: `${YEAR}-11-${String(startsOn).padStart(2, '0')}`, endsOn: `${YEAR}-11-${endsOn}`, purpose: `${title} ${country}` };
    mission = await act(page, 'saveMissionLeg', '$mission: ID!, $key: UUID!, $input: MissionLegInput!', 'mission: $mission, key: $key, version: 0, input: $input', { mission: mission.id, key: randomUUID(), input });
  }
  for (const step of ['planMission', 'consultPosts', 'replanMission']) mission = await act(page, step, '$id: ID!, $version: Int!', 'id: $id, version: $version', { id: mission.id, version: mission.version });
  return mission;
}

test('a leg that was shown and is taken away says so to its embassy, in its language, and nothing else', async ({ browser }, { retry }) => {
  test.setTimeout(90_000);
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const mission = await shown(adviser, `Étape à retirer ${retry}`);
  const leg = mission.legs[0]!;
  const post = await visitOf(browser, 'sr-Cyrl', 'scac.rs');
  await post.goto(`/sr-Cyrl/legs/${leg.id}`);
  await expect(post.locator('main')).toContainText(`Étape à retirer ${retry} RS`);
  await act(adviser, 'removeMissionLeg', '$mission: ID!, $id: ID!, $version: Int!', 'mission: $mission, id: $id, version: $version', { mission: mission.id, id: leg.id, version: leg.version });
  for (const [locale, title] of [['sr-Cyrl', 'Етапа је повучена'], ['fr', 'Étape retirée']] as const) {
    await post.goto(`/${locale}/legs/${leg.id}`);
    await settled(post);
    await expect(post.locator('h1')).toHaveText(title);
    await expect(post.locator('main')).not.toContainText('Étape à retirer');
    await sound(post);
  }
  const elsewhere = await visitOf(browser, 'sq', 'scac.al');
  await elsewhere.goto(`/sq/legs/${leg.id}`);
  await settled(elsewhere);
  await expect(elsewhere.locator('h1')).not.toHaveText('Etapa u tërhoq');
  for (const page of [adviser, post, elsewhere]) await page.context().close();
});

test('of two who give up one mission for other reasons the second reads the reason that stands, beside what they typed', async ({ browser }, { retry }) => {
  test.setTimeout(90_000);
  const [one, other] = [await visitOf(browser, 'fr', 'adviser'), await visitOf(browser, 'fr', 'assistant')];
  const mission = await shown(one, `Mission à abandonner ${retry}`);
  for (const [page, reason] of [[one, 'Budget refusé.'], [other, 'Situation sur place.']] as const) {
    await page.goto(`/fr/missions/${mission.id}`);
    await page.getByRole('button', { name: 'Abandonner la mission' }).click();
    await page.getByLabel(/^Motif.*[Ff]rançais/).fill(reason);
  }
  for (const page of [one, other]) await page.getByRole('button', { name: 'Confirmer l’abandon' }).click();
  await expect(one.locator('main')).toContainText('La mission est abandonnée.');
  const main = other.locator('main');
  await expect(main).toContainText('Budget refusé.');
  await expect(main.getByRole('alert').or(main.locator('.notice')).filter({ hasText: 'Quelqu’un d’autre a modifié cette mission entre-temps.' }).first()).toBeVisible();
  await expect(other.getByLabel(/^Motif.*[Ff]rançais/)).toHaveValue('Situation sur place.');
  await sound(other);
  for (const page of [one, other]) await page.context().close();
});
