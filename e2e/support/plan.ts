/** What stories about plans share: missions that are entered by the API, and searches that are ended. */
import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { ask } from './api.ts';
import { settled } from './page.ts';

/** The invented mission whose confirmed meeting is held in a language that nobody of its team speaks. */
export const INVENTED = 'Mission_6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10';
/** The search of it that the demonstration comes with. */
const SEARCHED = '5d8e2f71-c09b-4a36-92e4-b71f6a0d83c5';
export const november = (day: number): string => `2027-11-${String(day).padStart(2, '0')}`;

/** What a mutation has done. */
export async function done<Answer>(request: APIRequestContext, document: string, variables: Record<string, unknown>): Promise<Answer> {
  const answer = Object.values(await ask<Record<string, { outcome: string }>>(request, 'fr', document, { variables }))[0]!;
  expect(answer).toMatchObject({ outcome: 'DONE' });
  return answer as Answer;
}

/** A leg of a mission in November 2027, from a day of the month to another, with its meetings. */
export interface GivenLeg {
  readonly country: string;
  readonly city: string;
  readonly days: readonly [from: number, until: number];
  /** `day`: when its host could, from nine to five; null for whenever. */
  readonly meetings: readonly { readonly subject: string; readonly day: number | null; readonly needsMagistrate?: boolean; readonly language?: string }[];
}

const SARAJEVO: GivenLeg = { country: 'BA', city: 'sarajevo', days: [8, 9], meetings: [{ subject: 'Parquet de Sarajevo', day: 9, needsMagistrate: true }] };
const BELGRADE: GivenLeg = { country: 'RS', city: 'belgrade', days: [10, 12], meetings: [{ subject: 'Centre de protection', day: 10 }, { subject: 'Marché de Belgrade', day: 11 }] };

/** A mission of magistrates who speak French: to Sarajevo and Belgrade with three meetings, of which the host of the last is free on a Serbian holiday alone, unless said otherwise; gives its id. */
export async function missionOf(request: APIRequestContext, legs: readonly GivenLeg[] = [SARAJEVO, BELGRADE], magistrates: readonly string[] = ['Claire Planifiée']): Promise<string> {
  const { mission: { id } } = await done<{ mission: { id: string } }>(request, 'mutation ($key: UUID!, $input: MissionInput!) { createMission(key: $key, input: $input) { outcome mission { id } } }', {
    key: randomUUID(), input: { sourceLocale: 'fr', title: `Mission à planifier ${randomUUID().slice(0, 4)}`, purpose: '', startsOn: november(8), endsOn: november(12), envelopeCents: 300_000, objectives: [], team: [{ kind: 'MAGISTRATE', atLeast: 1 }] },
  });
  for (const leg of legs) await addLeg(request, id, leg);
  for (const [n, name] of magistrates.entries()) await addMagistrate(request, id, { name, isLead: n === 0 });
  return id;
}

async function addMagistrate(request: APIRequestContext, mission: string, { name, isLead }: { readonly name: string; readonly isLead: boolean }): Promise<void> {
  const expert = randomUUID();
  await done(request, 'mutation ($key: UUID!, $input: ExpertInput!) { createExpert(key: $key, input: $input) { outcome } }', {
    key: expert,
    input: { sourceLocale: 'fr', name: `${name} ${expert.slice(0, 4)}`, profession: 'JUDGE', institution: 'ENM', summary: 'Forme des collègues.', languages: [{ language: 'fr', level: 'NATIVE' }], themes: ['ASSISTANCE'], countries: ['RS'], corps: '', vouchedBy: 'Ministère de la Justice', contact: { email: `${expert}@expert.example`, locale: 'fr' } },
  });
  await done(request, 'mutation ($mission: ID!, $key: UUID!, $input: MissionMemberInput!) { saveMissionMember(mission: $mission, key: $key, version: 0, input: $input) { outcome faults { field fault } } }', {
    mission, key: randomUUID(), input: { expert: `Expert_${expert}`, colleague: null, kind: 'MAGISTRATE', isLead, homeCity: 'paris', mostDays: 5, stays: [], substituteFor: null },
  });
}

async function addLeg(request: APIRequestContext, mission: string, { country, city, days: [from, until], meetings }: GivenLeg): Promise<void> {
  const leg = randomUUID();
  await done(request, 'mutation ($mission: ID!, $key: UUID!, $input: MissionLegInput!) { saveMissionLeg(mission: $mission, key: $key, version: 0, input: $input) { outcome faults { field fault } } }', {
    mission, key: leg, input: { sourceLocale: 'fr', purpose: 'Rencontrer le parquet.', note: '', country, city, startsOn: november(from), endsOn: november(until), lodgingName: '', lodgingAddress: '', transport: '' },
  });
  for (const { subject, day, needsMagistrate = false, language } of meetings) {
    await done(request, 'mutation ($leg: ID!, $key: UUID!, $input: MeetingInput!) { saveMeeting(leg: $leg, key: $key, version: 0, input: $input) { outcome faults { field fault } } }', {
      leg: `MissionLeg_${leg}`, key: randomUUID(),
      input: { sourceLocale: 'fr', subject, note: '', organisation: null, hostName: 'Hôte (inventé)', category: 'JUSTICE', status: 'PROPOSED', minutes: 60, isMandatory: false, isOnlyAdviser: false, day: null, starts: '', overrideReason: '', placeName: '', placeAddress: '', windows: day === null ? [] : [{ day: november(day), from: '09:00', until: '17:00' }], needs: needsMagistrate ? [{ kind: 'MAGISTRATE', atLeast: 1 }] : [], languages: language === undefined ? [] : [{ language, atLeast: 'B2' }], recommendations: [], precedes: [] },
    });
  }
}

export async function look(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** The page on which a plan of a mission is searched for, by the link on the page of the mission. */
export async function toPlan(page: Page, mission: string): Promise<void> {
  await look(page, `/fr/missions/${mission}`);
  await page.getByRole('link', { name: 'Chercher un plan de la mission' }).click();
  await expect(page).toHaveURL(/\/plan$/);
  await settled(page);
}

/** Ends the search that the demonstration comes with, which may take minutes after the server has begun: what was found stays, and no story waits for it. */
export async function firstInTurn(request: APIRequestContext): Promise<void> {
  const { stopPlanSearch: { outcome } } = await ask<{ stopPlanSearch: { outcome: string } }>(request, 'fr', 'mutation ($id: ID!) { stopPlanSearch(id: $id) { outcome } }', { variables: { id: `PlanSearch_${SEARCHED}` } });
  expect(['DONE', 'TOO_LATE']).toContain(outcome);
}

/** Ends a search whose explanations take longer than a story: what was found stays. */
export async function ended(page: Page): Promise<void> {
  const stop = page.getByRole('button', { name: 'Arrêter la recherche' });
  if (await stop.isVisible()) await stop.click();
  await expect(stop).toHaveCount(0);
}
