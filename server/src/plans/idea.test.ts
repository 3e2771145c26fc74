/** Which countries, which team: a search whose meetings are what is open. It is read like any other, and makes legs where there are none. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { readSearch, searchPlan, stopPlanSearch } from './plans.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const FIELDS = 'settings { isIdea mostCountries } plan { countries meetings { meetingKey interpreted attends { personKey } } } assumptions { openWorth { urged considered invited need } candidates { meetingKey countryCode city themeCode needs urged considered invited worth roles isThemeAsked isRoleAsked isLanguageAsked fits speaks } } can { takeOver askCurve }';
let headers: Headers;
beforeAll(async () => void (headers = await signEverybodyIn(server())), 180_000);

interface Seen {
  readonly settings: { readonly isIdea: boolean; readonly mostCountries: number | null };
  readonly plan: { readonly countries: readonly string[]; readonly meetings: readonly { readonly meetingKey: string; readonly interpreted: readonly string[]; readonly attends: readonly { readonly personKey: string }[] }[] } | null;
  readonly assumptions: { readonly openWorth: { readonly urged: number; readonly considered: number; readonly invited: number }; readonly candidates: readonly { readonly meetingKey: string; readonly countryCode: string; readonly worth: number; readonly needs: number; readonly urged: number; readonly considered: number; readonly invited: number; readonly isThemeAsked: boolean; readonly isRoleAsked: boolean; readonly isLanguageAsked: boolean; readonly fits: readonly string[]; readonly speaks: readonly string[] }[] };
  readonly can: { readonly takeOver: boolean; readonly askCurve: boolean };
}

test('says what speaks for each country, keeps to as many countries as may be, and is not taken over', async () => {
  const { outcome, search } = await searchPlan(server(), headers.adviser, { isIdea: true, mostCountries: 2, isTeamKept: false, taken: ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'], envelopeCents: 2_000_000, interpreterCents: 30_000 });
  expect(outcome).toBe('DONE');
  const id = search!.id;
  await vi.waitUntil(async () => (await readSearch(server(), headers.adviser, id))!.isSolved, { timeout: 200_000, interval: 500 });
  await stopPlanSearch(server(), headers.adviser, id);
  const { settings, plan, assumptions: { openWorth, candidates }, can } = (await readSearch<Seen>(server(), headers.adviser, id, FIELDS))!;
  expect([settings, openWorth.urged > openWorth.considered && openWorth.considered > openWorth.invited]).toEqual([{ isIdea: true, mostCountries: 2 }, true]);
  expect(candidates.length).toBeGreaterThan(0);
  for (const { needs, urged, considered, invited, worth } of candidates) expect([needs + urged + considered + invited > 0, worth > 10]).toEqual([true, true]);
  expect(candidates.some(({ isThemeAsked, isLanguageAsked }) => isThemeAsked && isLanguageAsked)).toBe(true);
  for (const { meetingKey, interpreted, attends } of plan!.meetings) {
    const one = candidates.find((candidate) => candidate.meetingKey === meetingKey);
    const isHeldBy = (keys: readonly string[]): boolean => attends.some(({ personKey }) => keys.includes(personKey));
    if (one?.isThemeAsked || one?.isRoleAsked) expect(isHeldBy(one.fits)).toBe(true);
    if (one?.isLanguageAsked) expect(interpreted.length > 0 || isHeldBy(one.speaks)).toBe(true);
  }
  expect([plan!.countries.length <= 2, can.takeOver]).toEqual([true, false]);
  const { data } = await ask(server(), 'query ($id: ID!) { planTakeOver(id: $id) { outcome } }', { id }, headers.adviser);
  expect(data!.planTakeOver).toEqual({ outcome: 'TOO_LATE' });
}, 300_000);

test('more countries than there are, or none, are refused', async () => {
  for (const mostCountries of [0, 17]) expect((await searchPlan(server(), headers.adviser, { isIdea: true, mostCountries })).outcome).toBe('INVALID');
});

/** What a mutation has done. */
async function done<Told>(document: string, variables: Readonly<Record<string, unknown>>): Promise<Told> {
  const { data, text } = await ask(server(), document, variables, headers.adviser);
  const told = data && Object.values(data)[0];
  if (!told) throw new Error(text);
  expect(told).toMatchObject({ outcome: 'DONE' });
  return told as Told;
}

const MADE = 'query ($id: ID!) { mission(id: $id) { members { kind stays { legKey arrivesAt leavesAt } } legs { id startsOn endsOn city { code } purpose { text } meetings { key } } journeys { fromCity { code } } } }';

test('of a mission that has no leg yet it makes the legs, the team and the journeys in one step, as they were shown; meetings it makes none, and asked again it is the same', async () => {
  const { mission } = await done<{ mission: { id: string } }>('mutation ($key: UUID!, $input: MissionInput!) { createMission(key: $key, input: $input) { outcome mission { id } } }', {
    key: randomUUID(), input: { sourceLocale: 'fr', title: 'Quels pays', purpose: '', startsOn: '2027-11-08', endsOn: '2027-11-12', envelopeCents: 2_000_000, objectives: [], team: [] },
  });
  const expert = randomUUID();
  await done('mutation ($key: UUID!, $input: ExpertInput!) { createExpert(key: $key, input: $input) { outcome } }', {
    key: expert, input: { sourceLocale: 'fr', name: 'Agathe Étape', profession: 'JUDGE', institution: 'ENM', summary: 'Forme.', languages: [{ language: 'fr', level: 'NATIVE' }], themes: ['ASSISTANCE'], countries: ['RS'], corps: '', vouchedBy: 'Ministère', contact: { email: `${expert}@expert.example`, locale: 'fr' } },
  });
  await done('mutation ($mission: ID!, $key: UUID!, $input: MissionMemberInput!) { saveMissionMember(mission: $mission, key: $key, version: 0, input: $input) { outcome } }', {
    mission: mission.id, key: randomUUID(), input: { expert: `Expert_${expert}`, colleague: null, kind: 'MAGISTRATE', isLead: true, homeCity: 'paris', mostDays: 5, stays: [], substituteFor: null },
  });
  const { search } = await searchPlan(server(), headers.adviser, { mission: mission.id, isIdea: true, mostCountries: 2, taken: ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'] });
  const id = search!.id;
  await vi.waitUntil(async () => (await readSearch(server(), headers.adviser, id))!.isSolved, { timeout: 200_000, interval: 500 });
  await stopPlanSearch(server(), headers.adviser, id);
  const { plan, can } = (await readSearch<Seen>(server(), headers.adviser, id, FIELDS))!;
  expect([can.takeOver, plan!.meetings.length > 0, plan!.countries.length <= 2]).toEqual([true, true, true]);

  const read = async (): Promise<{ members: { stays: { legKey: string }[] }[]; legs: { id: string; city: { code: string }; purpose: { text: string }; meetings: object[] }[]; journeys: object[] }> => (await ask(server(), MADE, { id: mission.id }, headers.adviser)).data!.mission as never;
  const take = 'mutation ($id: ID!, $shown: PlanShownInput!) { takeOverPlan(id: $id, shown: $shown) { outcome faults { part fault } } }';
  const show = async (): Promise<{ outcome: string; seal: string; missionVersion: number; searchVersion: number; faults: object[]; lines: { part: string; becomes: string; after: { fromCity: string | null } | null }[] }> => (await ask(server(), 'query ($id: ID!) { planTakeOver(id: $id) { outcome seal missionVersion searchVersion faults { part fault } lines { part becomes after { fromCity from until } } } }', { id }, headers.adviser)).data!.planTakeOver as never;
  // What was found as it was stopped may still be written: then it is shown once more.
  let now = await show();
  const isTaken = async (): Promise<boolean> => {
    now = await show();
    if (now.outcome === 'CONFLICT') return false;
    expect([now.outcome, now.faults, (await read()).legs]).toEqual(['DONE', [], []]);
    const { data } = await ask(server(), take, { id, shown: { missionVersion: now.missionVersion, searchVersion: now.searchVersion, seal: now.seal } }, headers.adviser);
    return (data!.takeOverPlan as { outcome: string }).outcome === 'DONE';
  };
  await vi.waitUntil(isTaken, { timeout: 30_000, interval: 200 });
  const made = now.lines.filter(({ part }) => part === 'LEG_DAYS');
  expect(made.map(({ becomes }) => becomes)).toEqual(made.map(() => 'ADDED'));
  const shown = { missionVersion: now.missionVersion, searchVersion: now.searchVersion, seal: now.seal };
  const after = await read();
  expect(after.legs.map(({ city }) => city.code).sort()).toEqual(made.map(({ after: state }) => state!.fromCity).sort());
  for (const { purpose, meetings } of after.legs) expect([purpose.text.length > 0, meetings]).toEqual([true, []]);
  expect([...new Set(after.members.flatMap(({ stays }) => stays.map(({ legKey }) => legKey)))].sort()).toEqual(after.legs.map(({ id: leg }) => leg.replace('MissionLeg_', '')).sort());
  expect(after.journeys.length).toBeGreaterThan(1);
  await done(take, { id, shown });
  expect((await read()).legs).toHaveLength(after.legs.length);
  expect((await readSearch<Seen>(server(), headers.adviser, id, FIELDS))!.can.takeOver).toBe(false);
}, 300_000);
