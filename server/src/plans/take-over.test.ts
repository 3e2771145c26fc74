/** A plan is taken over into its mission: shown first, then done by the rules of all its parts, as one change or not at all; of nobody's doing but those who plan missions. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { MISSION, MISSION_KEY, readSearch, type Search, searchPlan, whenOver } from './plans.fixture.ts';
import { readMission, showTakeOver, takeOver, wholeMission } from './take-over.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const SETTINGS = { isTeamKept: false, taken: ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'], envelopeCents: 2_000_000, interpreterCents: 30_000 };
const OTHERS = ['scac', 'ssi', 'scacElsewhere', 'expert', 'authority', 'ngoCoordinator', 'international', 'translator'] as const satisfies readonly Role[];
let headers: Headers;
let search: Search;

const sql = <T = unknown>(text: string, values: unknown[] = []): Promise<T[]> => server().database.orm.em.fork().execute<T[]>(text, values);
const whole = (): Promise<string> => wholeMission(sql);
const shown = async (alternative: string | null = null) => (await showTakeOver(server(), headers.adviser, search.id, alternative))!;
const replan = async (): Promise<void> => {
  const { version } = await readMission(server(), headers.adviser, MISSION);
  const { data } = await ask(server(), 'mutation ($id: ID!, $version: Int!) { replanMission(id: $id, version: $version) { outcome } }', { id: MISSION, version }, headers.adviser);
  expect(data).toEqual({ replanMission: { outcome: 'DONE' } });
};

/** What a test has planted in the database, taken back after it. */
const planted: string[] = [];
const plant = async (statement: string, undo: string): Promise<void> => {
  await sql(statement);
  planted.push(undo);
};
afterEach(async () => {
  for (const undo of planted.splice(0)) await sql(undo);
});

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  // The demonstration has offered times to hosts.
  await sql('delete from slot_offer');
  search = await whenOver(server(), headers.adviser, (await searchPlan(server(), headers.adviser, SETTINGS)).search!.id);
  expect(search).toMatchObject({ state: 'DONE' });
}, 240_000);

test('while the posts are consulted nothing is taken over; once the mission is planned anew it can be', async () => {
  const ability = async (): Promise<unknown> => (await readSearch<{ can: unknown }>(server(), headers.adviser, search.id, 'can { takeOver }'))!.can;
  expect([await ability(), (await shown()).outcome]).toEqual([{ takeOver: false }, 'TOO_LATE']);
  const before = await whole();
  expect((await takeOver(server(), headers.adviser, search.id, { ...(await shown()), seal: '' })).outcome).toBe('TOO_LATE');
  expect(await whole()).toBe(before);
  await replan();
  expect([await ability(), (await shown()).outcome]).toEqual([{ takeOver: true }, 'DONE']);
});

test('what would change is shown field by field, with what stays and what is lost, and nothing is written by it', async () => {
  const before = await whole();
  const { lines, faults, outcome } = await shown();
  expect([outcome, faults]).toEqual(['DONE', []]);
  expect(await whole()).toBe(before);
  expect(new Set(lines.map(({ part }) => part))).toEqual(new Set(['LEG_DAYS', 'MEMBER', 'STAY', 'MEETING_TIME', 'MEETING_PEOPLE', 'MEETING_SUBSTITUTES', 'JOURNEY', 'COST']));
  expect(new Set(lines.map(({ becomes }) => becomes)).size).toBeGreaterThan(2);
  for (const { becomes, before: was, after } of lines) expect([was === null, after === null]).toEqual([becomes === 'ADDED', becomes === 'LOST']);
});

test.each(OTHERS)('%s is shown none of it, and takes nothing over', async (role) => {
  const before = await whole();
  const seen = await shown();
  expect(await showTakeOver(server(), headers[role], search.id)).toBeNull();
  expect(await takeOver(server(), headers[role], search.id, seen)).toEqual({ outcome: 'GONE', faults: [], search: null });
  expect(await whole()).toBe(before);
});

test('what somebody has changed since it was shown is a conflict, and nothing is written; as it is shown then it can be taken over: the control', async () => {
  const seen = await shown();
  const journey = `insert into mission_travel (uuid, mission_uuid, mode, from_city_code, to_city_code, departs_at, arrives_at) values ('11111111-1111-4111-8111-111111111111', '${MISSION_KEY}', 'ROAD', 'sarajevo', 'belgrade', '2027-11-09T20:00', '2027-11-09T23:30')`;
  for (const [statement, undo] of [[`update mission set version = version + 1 where uuid = '${MISSION_KEY}'`, 'select 1'], [journey, `delete from mission_travel where uuid = '11111111-1111-4111-8111-111111111111'`]] as const) {
    await sql(statement);
    const before = await whole();
    expect((await takeOver(server(), headers.adviser, search.id, seen)).outcome).toBe('CONFLICT');
    expect(await whole()).toBe(before);
    expect((await shown()).outcome).toBe('DONE');
    await sql(undo);
  }
});

test('what somebody types of a journey meanwhile, such as the number of a booking, is not deleted unseen: it is a conflict, and shown then; where nobody has typed anything it is none: the control', async () => {
  const journey = '11111111-1111-4111-8111-111111111112';
  await plant(`insert into mission_travel (uuid, mission_uuid, mode, from_city_code, to_city_code, departs_at, arrives_at) values ('${journey}', '${MISSION_KEY}', 'ROAD', 'sarajevo', 'belgrade', '2027-11-09T20:00', '2027-11-09T23:30')`, `delete from mission_travel where uuid = '${journey}'`);
  const seen = await shown();
  expect((await shown()).seal).toBe(seen.seal);
  await sql(`update mission_travel set carrier = 'BX 4471', version = version + 1 where uuid = '${journey}'`);
  const before = await whole();
  expect((await takeOver(server(), headers.adviser, search.id, seen)).outcome).toBe('CONFLICT');
  expect(await whole()).toBe(before);
  expect((await shown()).lines).toContainEqual(expect.objectContaining({ part: 'JOURNEY', becomes: 'LOST', before: expect.objectContaining({ carrier: 'BX 4471' }) as unknown }));
});

test('where something else would be asked now it is outdated, and nothing is written', async () => {
  const seen = await shown();
  const proposed = `uuid = (select t.uuid from meeting t join mission_leg l on l.uuid = t.leg_uuid where l.mission_uuid = '${MISSION_KEY}' and t.status = 'PROPOSED' order by t.uuid limit 1)`;
  await plant(`update meeting set minutes = minutes + 15, version = version + 1 where ${proposed}`, `update meeting set minutes = minutes - 15 where ${proposed}`);
  const before = await whole();
  expect([(await shown()).outcome, (await takeOver(server(), headers.adviser, search.id, { ...seen, missionVersion: (await shown()).missionVersion })).outcome]).toEqual(['OUTDATED', 'OUTDATED']);
  expect(await whole()).toBe(before);
});

test('what a rule of the database refuses undoes the parts before it, and is said; without that rule it is done: the control is the test below', async () => {
  await plant(`alter table mission_cost add constraint planted check (kind <> 'FARE') not valid`, 'alter table mission_cost drop constraint planted');
  const before = await whole();
  const refused = await shown();
  expect([refused.outcome, refused.faults]).toEqual(['INVALID', [{ part: 'TEAM', fault: 'REFUSED', legKey: null, meetingKey: null, personKey: null }]]);
  expect(await takeOver(server(), headers.adviser, search.id, refused)).toMatchObject({ outcome: 'INVALID', faults: [{ fault: 'REFUSED' }], search: { takenAt: null } });
  expect(await whole()).toBe(before);
});

test('somebody whom who asks may not see joins no team: it is said whom, and nothing is written', async () => {
  const real = '22222222-2222-4222-8222-222222222222';
  const [{ best }] = await sql<{ best: { team: { personId: string }[] } }>('select best from plan_search where uuid = ?', [search.key]) as [{ best: { team: { personId: string }[] } }];
  const somebody = best.team[0]!.personId;
  const swapped = (to: string, from: string): Promise<unknown[]> => sql(`update plan_search set problem = replace(problem::text, ?, ?)::jsonb, best = replace(best::text, ?, ?)::jsonb where uuid = ?`, [from, to, from, to, search.key]);
  await sql(`begin; insert into expert (uuid, name, profession_code, institution_code, source_locale) values ('${real}', 'Real', 'JUDGE', 'ENM', 'fr'); insert into expert_translation (expert_uuid, locale, summary) values ('${real}', 'fr', 'Real'); commit`);
  await swapped(real, somebody);
  const before = await whole();
  expect((await shown()).faults).toEqual([{ part: 'MEMBER', fault: 'UNKNOWN', legKey: null, meetingKey: null, personKey: real }]);
  expect((await takeOver(server(), headers.adviser, search.id, await shown())).outcome).toBe('INVALID');
  expect(await whole()).toBe(before);
  await swapped(somebody, real);
  await sql('delete from expert where uuid = ?', [real]);
  expect((await shown()).outcome).toBe('DONE');
});

test('times that a host was offered, and can still take, are shown as lost before they are; where nobody was offered any, none: the control', async () => {
  const { lines } = await shown();
  expect(lines.filter(({ part }) => part === 'SLOTS')).toEqual([]);
  const { meetingKey } = lines.find(({ part, becomes }) => part === 'MEETING_TIME' && (becomes === 'ADDED' || becomes === 'CHANGED'))!;
  await sql(`insert into slot_offer (meeting_uuid, leg_uuid, submission, name, email, locale, by_adviser, answers_until) select t.uuid, t.leg_uuid, gen_random_uuid(), 'Host', 'host@host.example', 'fr', true, '2027-10-01' from meeting t where t.uuid = ?`, [meetingKey]);
  expect((await shown()).lines.filter(({ part }) => part === 'SLOTS')).toMatchObject([{ becomes: 'LOST', meetingKey, before: { until: '2027-10-01' }, after: null }]);
});

test('two at once take it over once, and both are told that it is so', async () => {
  const seen = await shown();
  const back = await Promise.all([takeOver(server(), headers.adviser, search.id, seen), takeOver(server(), headers.assistant, search.id, seen)]);
  expect(back).toMatchObject([{ outcome: 'DONE', search: { takenAs: 'BEST' } }, { outcome: 'DONE' }]);
  const [{ journeys }] = await sql<{ journeys: number }>('select count(*)::int as journeys from mission_travel where mission_uuid = ?', [MISSION_KEY]) as [{ journeys: number }];
  const plan = (await readSearch<{ plan: { parties: { journeys: unknown[] }[]; travellers: { journeys: { linkCode: string; departs: { at: string } }[] }[] } }>(server(), headers.adviser, search.id, 'plan { parties { journeys { linkCode } } travellers { journeys { linkCode departs { at } } } }'))!.plan;
  expect(journeys).toBe(new Set(plan.travellers.flatMap((one) => one.journeys.map(({ linkCode, departs }) => `${linkCode} ${departs.at}`))).size);
  expect((await takeOver(server(), headers.adviser, search.id, seen)).outcome).toBe('DONE');
  expect((await takeOver(server(), headers.adviser, search.id, seen, 'CHEAPEST')).outcome).not.toBe('DONE');
});

test('then the mission is as the plan says: meetings, people, stays, and a confirmed hour is kept', async () => {
  const { plan } = (await readSearch<{ plan: { meetings: { meetingKey: string; isFixed: boolean; starts: { local: string }; attends: { personKey: string }[] }[]; travellers: { personKey: string }[] } }>(server(), headers.adviser, search.id, 'plan { meetings { meetingKey isFixed starts { local } attends { personKey } } travellers { personKey } }'))!;
  const mission = await readMission(server(), headers.adviser, MISSION);
  expect(mission.planTaken).toEqual({ id: search.id, takenAs: 'BEST' });
  const meetings = mission.legs.flatMap((leg) => leg.meetings.map((meeting) => ({ ...meeting, leg })));
  for (const { meetingKey, starts, isFixed, attends } of plan.meetings) {
    const meeting = meetings.find(({ key }) => key === meetingKey)!;
    expect([`${meeting.day}T${meeting.starts}`, meeting.status, meeting.people.length]).toEqual([starts.local, isFixed ? 'CONFIRMED' : 'PROPOSED', attends.length]);
    expect(meeting.leg.startsOn <= meeting.day! && meeting.day! <= meeting.leg.endsOn).toBe(true);
  }
  for (const { key, day, people } of meetings) if (!plan.meetings.some(({ meetingKey }) => meetingKey === key)) expect([day, people]).toEqual([null, []]);
  expect(mission.members.filter(({ stays }) => stays.length > 0)).toHaveLength(plan.travellers.length);
  const [{ written }] = await sql<{ written: number }>('select count(*)::int as written from mission_cost where mission_uuid = ? and is_of_plan', [MISSION_KEY]) as [{ written: number }];
  expect(written).toBeGreaterThan(0);
  expect(await sql('select ended from slot_offer')).toEqual([{ ended: 'MOVED' }]);
  const told = await sql<{ after: string; by: string }>(`select a.after, p.email as by from audit_entry a join person p on p.id = a.by_id where a.part = 'plan_taken' and a.object = ?`, [MISSION_KEY]);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ after: 'BEST' });
  expect([PEOPLE.adviser, PEOPLE.assistant]).toContain(told[0]!.by);
});

test('an id that is none is refused', async () => {
  for (const id of ['PlanSearch_x', 'Mission_00000000-0000-4000-8000-000000000000']) expect((await ask(server(), 'query ($id: ID!) { planTakeOver(id: $id) { seal } }', { id }, headers.adviser)).code).toBe('BAD_USER_INPUT');
});
