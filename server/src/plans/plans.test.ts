/** A plan of a mission, by the API: asked for once, searched for beside the server, shown with where each number comes from, and of nobody's knowledge but those who plan missions. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subscribe } from '../../test/http/event-stream.ts';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { ormOptions } from '../orm.ts';
import { MISSION, MISSION_KEY, readSearch, type Search, searchPlan, stopPlanSearch, whenOver } from './plans.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const SETTINGS = { isTeamKept: false, taken: ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'], envelopeCents: 2_000_000, interpreterCents: 30_000 };
const OTHERS = ['visitor', 'scac', 'ssi', 'scacElsewhere', 'expert', 'authority', 'ngoCoordinator', 'international', 'translator'] as const satisfies readonly Role[];
let headers: Headers;
let orm: MikroORM;
let search: Search;

const sql = <T = unknown>(text: string, values: unknown[] = []): Promise<T[]> => server().database.orm.em.fork().execute<T[]>(text, values);
const idOf = async (email: string): Promise<string> => (await sql<{ id: string }>('select id from person where email = ?', [email]))[0]!.id;
/** How many searches somebody sees by the rules of rows alone, whatever the API says. */
const seenBy = async (email: string): Promise<number> => {
  const person = await idOf(email);
  return (await transactAs(orm, person)((em) => em.execute<{ n: number }[]>('select count(*)::int as n from plan_search')))[0]!.n;
};

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  orm = await MikroORM.init(ormOptions(server().database.app));
  await sql(`insert into travel_link (code, from_city_code, to_city_code, mode, source, is_demonstration) values ('without-a-fare', 'paris', 'sarajevo', 'COACH', 'S', true)`);
  const { outcome, search: asked } = await searchPlan(server(), headers.adviser, SETTINGS);
  expect(outcome).toBe('DONE');
  search = await whenOver(server(), headers.adviser, asked!.id);
}, 180_000);
afterAll(() => orm.close());

interface Whole {
  readonly settings: object;
  readonly plan: {
    readonly travellers: readonly { readonly personKey: string; readonly nights: number; readonly journeys: readonly { readonly linkCode: string; readonly fromCity: string; readonly toCity: string; readonly departs: { readonly at: string; readonly local: string; readonly timeZone: string }; readonly source: { readonly text: string } }[] }[];
    readonly meetings: readonly { readonly meetingKey: string; readonly city: string; readonly isFixed: boolean; readonly starts: { readonly at: string; readonly local: string; readonly timeZone: string }; readonly attends: readonly { readonly personKey: string }[] }[];
    readonly nights: number;
    readonly countries: readonly string[];
    readonly costs: {
      readonly totalCents: number; readonly envelopeCents: number | null; readonly sums: readonly { readonly kind: string; readonly cents: number }[];
      readonly lines: readonly { readonly kind: string; readonly cents: number; readonly about: readonly { readonly kind: string; readonly rule: string | null; readonly source: { readonly text: string } | null }[] }[];
    };
  };
  readonly people: readonly { readonly key: string; readonly name: string | null }[];
  readonly meetings: readonly { readonly key: string }[];
  readonly links: readonly { readonly code: string }[];
  readonly cities: readonly { readonly code: string }[];
  readonly assumptions: { readonly workingHours: readonly object[]; readonly unusedLinks: readonly { readonly linkCode: string; readonly lacking: readonly string[] }[]; readonly meetings: number; readonly people: number };
  readonly legs: readonly { readonly fromCity: string; readonly toCity: string; readonly why: { readonly code: string } }[];
}

const WHOLE = `settings { envelopeCents interpreterCents taken isTeamKept seed } people { key name isMember expert roles } meetings { key } links { code } cities { code } legs { fromCity toCity why { code about { kind rule source { text } } } }
  plan { nights countries parties { personKeys } travellers { personKey nights journeys { linkCode fromCity toCity departs { at local timeZone } source { text isVerified } } } meetings { meetingKey city isFixed starts { at local timeZone } attends { personKey } }
    costs { totalCents envelopeCents sums { kind cents } lines { kind cents about { kind rule source { text } } } } }
  assumptions { workingHours { weekday from until } unusedLinks { linkCode lacking } meetings people }`;

test('a plan is found, and it is said of each level what it is worth and what is proved', () => {
  expect(search).toMatchObject({ state: 'DONE', reason: null, isSolved: true, can: { stop: false } });
  expect(search.value.map(({ goal }) => goal)).toEqual(['meetings', 'cost', 'nights']);
  expect(search.value[0]).toMatchObject({ value: 40, isProved: true, bound: 40 });
  expect(search.openPercent).not.toBeNull();
  expect(search.plan!.countries).toEqual(['BA', 'RS']);
});

test('every number of it leads to where it comes from, and every key to something that can be seen', async () => {
  const whole = (await readSearch<Whole>(server(), headers.adviser, search.id, WHOLE))!;
  const { plan, people, meetings, links: known, cities } = whole;
  expect(whole.settings).toEqual({ envelopeCents: 2_000_000, interpreterCents: 30_000, taken: ['NOT_ASKED', 'NOT_CLEARED', 'PERHAPS'], isTeamKept: false, seed: 0 });
  const sum = (list: readonly { readonly cents: number }[]): number => list.reduce((all, { cents }) => all + cents, 0);
  expect([sum(plan.costs.lines), sum(plan.costs.sums), plan.costs.envelopeCents]).toEqual([plan.costs.totalCents, plan.costs.totalCents, 2_000_000]);
  for (const { kind, about } of plan.costs.lines) {
    if (kind === 'FARE') expect(about[0]!.source!.text).not.toBe('');
    if (kind === 'ALLOWANCE') expect(about.flatMap(({ rule, source }) => (source ? [rule] : []))).toEqual(['ALLOWANCE', 'RATE']);
  }
  expect(plan.nights).toBe(plan.travellers.reduce((all, { nights }) => all + nights, 0));
  const names = new Map(people.map(({ key, name }) => [key, name]));
  for (const { attends, meetingKey, city } of plan.meetings) {
    expect(attends.map(({ personKey }) => names.get(personKey))).not.toContain(null);
    expect(meetings.map(({ key }) => key)).toContain(meetingKey);
    expect(cities.map(({ code }) => code)).toContain(city);
  }
  const journeys = plan.travellers.flatMap(({ journeys: own }) => own);
  expect(journeys.length).toBeGreaterThan(3);
  for (const { linkCode, departs, source } of journeys) {
    expect(known.map(({ code }) => code)).toContain(linkCode);
    expect(source.text).not.toBe('');
    expect(departs.local.slice(11)).toBe(new Intl.DateTimeFormat('en-GB', { timeZone: departs.timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(departs.at)));
  }
  expect(plan.meetings.filter(({ isFixed }) => isFixed)).toMatchObject([{ starts: { at: '2027-11-10T09:00:00.000Z', local: '2027-11-10T10:00', timeZone: 'Europe/Belgrade' } }]);
  expect(whole.assumptions.workingHours[0]).toEqual({ weekday: 1, from: '09:00', until: '17:00' });
  expect(whole.assumptions).toMatchObject({ meetings: 4, people: people.length });
  expect(whole.assumptions.unusedLinks).toEqual([{ linkCode: 'without-a-fare', lacking: ['VALID_FROM', 'MINUTES', 'FARE', 'WEEKDAYS', 'HOURS', 'COUNTRIES'] }]);
  expect(whole.legs.map(({ fromCity, toCity }) => `${fromCity} ${toCity}`).length).toBeGreaterThan(0);
});

test('asked again under its key it is the same search; something else under it is refused', async () => {
  expect(await searchPlan(server(), headers.adviser, { key: search.key, ...SETTINGS, taken: [...SETTINGS.taken].reverse() })).toMatchObject({ outcome: 'DONE', search: { id: search.id, version: search.version } });
  expect(await searchPlan(server(), headers.adviser, { key: search.key, ...SETTINGS, seed: 1 })).toMatchObject({ outcome: 'CONFLICT' });
  expect(await sql('select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ?', ['plans.search'])).toHaveLength(0);
});

test('what is not possible is refused, and a key that is not drawn by chance', async () => {
  expect((await searchPlan(server(), headers.adviser, { envelopeCents: -1 })).outcome).toBe('INVALID');
  expect((await searchPlan(server(), headers.adviser, { seed: -1 })).outcome).toBe('INVALID');
  expect((await searchPlan(server(), headers.adviser, { interpreterCents: 1_000_001 })).outcome).toBe('INVALID');
  expect((await searchPlan(server(), headers.adviser, { key: '01a22548-65d9-7050-888a-24d0da0e9386' })).outcome).toBe('INVALID');
  expect((await searchPlan(server(), headers.adviser, { mission: `Mission_${randomUUID()}` })).outcome).toBe('GONE');
});

test('three of a mission wait or run at most; who stops one that waits ends it, and it is never begun', async () => {
  const asked = [];
  for (let n = 0; n < 3; n += 1) asked.push(await searchPlan(server(), headers.assistant, SETTINGS));
  expect(asked.map(({ outcome }) => outcome)).toEqual(['DONE', 'DONE', 'DONE']);
  expect((await searchPlan(server(), headers.adviser, SETTINGS)).outcome).toBe('TOO_MANY');
  const last = asked[2]!.search!;
  expect(await stopPlanSearch(server(), headers.adviser, last.id)).toMatchObject({ outcome: 'DONE', search: { state: 'STOPPED', reason: 'ASKED', plan: null } });
  expect((await stopPlanSearch(server(), headers.adviser, last.id)).outcome).toBe('DONE');
  for (const { search: one } of asked) await stopPlanSearch(server(), headers.adviser, one!.id);
  expect((await stopPlanSearch(server(), headers.adviser, search.id)).outcome).toBe('TOO_LATE');
});

test.each(OTHERS)('%s learns of none: not by asking, not by id, not in a mission, and not by stopping one', async (role) => {
  const who = headers[role];
  expect(await readSearch(server(), who, search.id)).toBeNull();
  const { data } = await ask(server(), `query ($id: ID!, $mission: ID!) { node(id: $id) { id } mission(id: $mission) { planSearches { id } } isPlanSearchOutdated(id: $id) }`, { id: search.id, mission: MISSION }, who);
  expect(data).toEqual({ node: null, mission: null, isPlanSearchOutdated: null });
  if (role === 'visitor') return;
  expect(await searchPlan(server(), who)).toEqual({ outcome: 'GONE', gone: [], search: null });
  expect(await stopPlanSearch(server(), who, search.id)).toEqual({ outcome: 'GONE', search: null });
});

test('the rules of rows show them to those who plan missions alone; with a rule that says more, others would see them', async () => {
  const posts = [PEOPLE.scac, PEOPLE.ssi, PEOPLE.expert, PEOPLE.authority, PEOPLE.ngoCoordinator];
  expect(await seenBy(PEOPLE.adviser)).toBeGreaterThan(0);
  expect(await Promise.all(posts.map(seenBy))).toEqual(posts.map(() => 0));
  await sql('create policy "planted" on "plan_search" for select using (true)');
  try {
    expect(await seenBy(PEOPLE.scac)).toBeGreaterThan(0);
  } finally {
    await sql('drop policy "planted" on "plan_search"');
  }
});

test('the job that searches knows searches, and no mission', async () => {
  const seen = await orm.em.fork().transactional(async (em) => {
    await em.execute(`select set_config('passerelle.purpose', 'plans', true)`);
    return em.execute<{ searches: number; missions: number; experts: number }[]>('select (select count(*)::int from plan_search) as searches, (select count(*)::int from mission) as missions, (select count(*)::int from clearance) as experts');
  });
  expect(seen).toMatchObject([{ missions: 0, experts: 0 }]);
  expect(seen[0]!.searches).toBeGreaterThan(0);
});

test('who looks at a mission is told that a search has changed, and nothing of it; who plans none is told nothing', async () => {
  const document = 'subscription ($mission: ID!) { planSearchChanged(mission: $mission) }';
  const [adviser, post] = [await subscribe(server(), document, { mission: MISSION }, headers.adviser), await subscribe(server(), document, { mission: MISSION }, headers.scac)];
  const { search: asked } = await searchPlan(server(), headers.adviser, SETTINGS);
  await adviser.until(1);
  await stopPlanSearch(server(), headers.adviser, asked!.id);
  await adviser.until(2);
  expect(adviser.told[0]).toEqual({ data: { planSearchChanged: true } });
  expect(post.told).toEqual([]);
  adviser.close();
  post.close();
});

const outdated = async (): Promise<unknown> => (await ask(server(), 'query ($id: ID!) { isPlanSearchOutdated(id: $id) }', { id: search.id }, headers.adviser)).data!.isPlanSearchOutdated;

test('it is said whether something else would be asked now', async () => {
  expect(await outdated()).toBe(false);
  await sql(`update meeting set minutes = minutes + 15 where uuid = (select t.uuid from meeting t join mission_leg l on l.uuid = t.leg_uuid where l.mission_uuid = ? and t.status = 'PROPOSED' order by t.uuid limit 1)`, [MISSION_KEY]);
  expect(await outdated()).toBe(true);
  await sql(`update meeting set minutes = minutes - 15 where uuid = (select t.uuid from meeting t join mission_leg l on l.uuid = t.leg_uuid where l.mission_uuid = ? and t.status = 'PROPOSED' order by t.uuid limit 1)`, [MISSION_KEY]);
  expect(await outdated()).toBe(false);
});

test('an id that is none is refused', async () => {
  for (const id of ['PlanSearch_x', 'PlanSearch_\0', 'Mission_00000000-0000-4000-8000-000000000000', '\ud800']) expect((await ask(server(), 'query ($id: ID!) { isPlanSearchOutdated(id: $id) }', { id }, headers.adviser)).code).toBe('BAD_USER_INPUT');
});

test('asking and stopping are told in the trail of the mission, by whom', async () => {
  const told = await sql<{ before: string | null; after: string; by: string }>(`select a.before, a.after, p.email as by from audit_entry a join person p on p.id = a.by_id where a.part = 'plan_search' and a.object = ?`, [MISSION_KEY]);
  expect(told).toContainEqual({ before: null, after: 'QUEUED', by: PEOPLE.adviser });
  expect(told).toContainEqual({ before: 'QUEUED', after: 'STOPPED', by: PEOPLE.adviser });
  expect(told).toContainEqual({ before: null, after: 'QUEUED', by: PEOPLE.assistant });
});

test('searches hold no name and no text of anybody', async () => {
  const [{ all }] = await sql<{ all: string }>(`select string_agg(problem::text || assumed::text || coalesce(best::text, '') || explained::text, ' ') as all from plan_search`) as [{ all: string }];
  const names = await sql<{ name: string }>('select name from expert union select name from person union select host_name from meeting where host_name is not null');
  expect(names.filter(({ name }) => all.includes(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(10);
});

test('with an expert who is not there any more go the searches that know them', async () => {
  const before = await sql('select from plan_search');
  expect(before.length).toBeGreaterThan(0);
  await sql(`delete from expert where uuid = (select m.expert_uuid from mission_member m where m.mission_uuid = ? and m.expert_uuid is not null order by m.uuid limit 1)`, [MISSION_KEY]);
  expect(await sql('select from plan_search')).toEqual([]);
});
