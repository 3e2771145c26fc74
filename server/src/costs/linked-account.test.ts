/** An account that comes to a sheet while both are engaged: no later step of a mission is broken off by it, nobody is engaged twice by one thing, and the adviser sees who is elsewhere. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { stepWith } from '../consultations/world.fixture.ts';
import { meetingsOf, namePeople, saveMeeting } from '../meetings/meetings.fixture.ts';
import { colleagueOf, expertsOf, saveMember, stay } from '../missions/team.fixture.ts';
import { allPostsAgree, keyOf, missionWith, owner, told } from '../missions/world.fixture.ts';
import { saveTravel } from './costs.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const DAYS = { startsOn: '2098-11-09', endsOn: '2098-11-11' };
const PLACES = { belgrade: { country: 'RS', city: 'belgrade', ...DAYS }, tirana: { country: 'AL', city: 'tirana', ...DAYS } };
let headers: Headers;
let sheet: string;
let colleague: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  sheet = (await expertsOf(server(), ['JUDGE']))[0]!;
  colleague = await colleagueOf(server(), headers.adviser);
});
beforeEach(async () => {
  await sql('delete from mission');
  await bind(false);
});

const bind = (isBound: boolean): Promise<unknown> => sql(`update expert set person_id = ${isBound ? '(select m.person_id from member m where m.uuid = ?)' : 'case when ?::text is null then person_id end'} where uuid = ?`, [keyOf(colleague), keyOf(sheet)]);

/** A mission that is consulted, with somebody who stays there, goes to a meeting on Monday and travels there. */
async function travelled(city: keyof typeof PLACES, who: Readonly<Record<string, unknown>>, [arrives, leaves]: readonly [string, string] = ['2098-11-09T10:00', '2098-11-11T18:00']) {
  const { id, legs } = await missionWith(server(), headers.adviser, [PLACES[city]], undefined, { team: [] });
  const leg = legs[0]!.id;
  const { key: member } = await saveMember(server(), headers.adviser, id, { kind: 'MAGISTRATE', stays: [stay(keyOf(leg), arrives, leaves)], ...who });
  const { key: meeting } = await saveMeeting(server(), headers.adviser, leg, { day: '2098-11-10', starts: '10:00' });
  const named = await namePeople(server(), headers.adviser, leg, { key: meeting, version: 1, people: [{ member, kind: 'MAGISTRATE', isSubstitute: false }] });
  const journey = { toCity: city, travellers: [member] };
  const travel = await saveTravel(server(), headers.adviser, id, journey);
  expect([told(named as never), told(travel as never)]).toEqual(['DONE', 'DONE']);
  return { id, leg, member, meeting, journey: { key: travel.key, ...journey } };
}
type Travelled = Awaited<ReturnType<typeof travelled>>;

/** What comes next: the meeting is moved within its day, the journey gets a carrier, the mission is agreed, reported on and closed. */
async function goOn({ id, leg, meeting, journey }: Travelled): Promise<string[]> {
  const done = [
    told((await saveMeeting(server(), headers.adviser, leg, { key: meeting, version: (await meetingsOf(server(), headers.adviser, leg))!.find(({ key }) => key === meeting)!.version, day: '2098-11-10', starts: '11:00' })) as never),
    told((await saveTravel(server(), headers.adviser, id, { ...journey, version: 1, carrier: 'YY 1' })) as never),
  ];
  await allPostsAgree(server(), id);
  done.push(await stepWith(server(), headers.adviser, 'agreeMission', id));
  await sql('alter table mission disable trigger mission_reported');
  for (const stage of ['REPORTED', 'CLOSED']) await sql('update mission set stage = ? where uuid = ?', [stage, keyOf(id)]);
  await sql('alter table mission enable trigger mission_reported');
  return done;
}

/** How often each thing engages whoever it engages. */
const rows = (): Promise<unknown[]> => sql(`select e.kind, count(*)::int as rows, count(distinct e.who)::int as keys from expert_engagement e where e.held && '{[2098-11-01,2098-12-01)}' group by e.source, e.kind order by e.kind, e.source`);
const once = ['MEETING', 'STAY', 'TRAVEL'].map((kind) => ({ kind, rows: 1, keys: 1 }));
/** Whether the team of a mission says that somebody is engaged elsewhere. */
const isAway = async ({ id }: Travelled): Promise<unknown> => {
  const { data } = await ask(server(), 'query ($id: ID!) { mission(id: $id) { members { isEngagedElsewhere } } }', { id }, headers.adviser);
  return (data!.mission as { members: { isEngagedElsewhere: boolean }[] }).members[0]!.isEngagedElsewhere;
};
const elsewhere = async (leg: string): Promise<unknown> => (await meetingsOf(server(), headers.adviser, leg))![0]!.people[0]!.isEngagedElsewhere;

test('a sheet in a mission gets an account that is free then: the next steps are taken, and each thing engages once', async () => {
  const mission = await travelled('belgrade', { expert: sheet });
  await bind(true);
  expect([await goOn(mission), await rows()]).toEqual([['DONE', 'DONE', 'DONE'], once]);
});

test('an account in a mission gets a sheet that is free then, and has its key in all that engages it', async () => {
  const mission = await travelled('tirana', { colleague, kind: 'ADVISER' });
  await bind(true);
  expect([await goOn(mission), await rows()]).toEqual([['DONE', 'DONE', 'DONE'], once]);
  expect(await sql(`select distinct who from expert_engagement where held && '{[2098-11-01,2098-12-01)}'`)).toEqual([{ who: keyOf(sheet) }]);
});

test('both are engaged elsewhere: the next steps of both missions are taken, the adviser sees it, and the one key is there once nothing overlaps', async () => {
  const one = await travelled('belgrade', { expert: sheet });
  const other = await travelled('tirana', { colleague, kind: 'ADVISER' });
  expect([await elsewhere(one.leg), await elsewhere(other.leg)]).toEqual([false, false]);
  await bind(true);
  expect([await elsewhere(one.leg), await elsewhere(other.leg)]).toEqual([true, true]);
  expect([await isAway(one), await isAway(other)]).toEqual([true, true]);
  expect([await goOn(other), await goOn(one)]).toEqual([['DONE', 'DONE', 'DONE'], ['DONE', 'DONE', 'DONE']]);
  expect(await rows()).toEqual([...once, ...once].sort((a, b) => a.kind.localeCompare(b.kind)));
  const keys = async (): Promise<number> => (await sql<{ who: number }>(`select count(distinct who)::int as who from expert_engagement where held && '{[2098-11-01,2098-12-01)}'`))[0]!.who;
  expect(await keys()).toBe(2);
  await sql('delete from mission where uuid = ?', [keyOf(one.id)]);
  await sql('update mission_stay set is_lodging_provided = true, leaves_at = leaves_at - interval \'1 hour\'');
  expect([await keys(), await sql(`select distinct who from expert_engagement where held && '{[2098-11-01,2098-12-01)}'`)]).toEqual([1, [{ who: keyOf(sheet) }]]);
  // And each has its own again where the account is taken from the sheet.
  await bind(false);
  expect(await sql(`select bool_and(who = person_id) as own from expert_engagement where held && '{[2098-11-01,2098-12-01)}'`)).toEqual([{ own: true }]);
});

test('an account is taken from a sheet though what it did since would not fit under its own key', async () => {
  const one = await travelled('belgrade', { expert: sheet });
  await travelled('tirana', { colleague, kind: 'ADVISER' });
  await bind(true);
  const [person] = await sql<{ id: string }>('select person_id as id from expert where uuid = ?', [keyOf(sheet)]);
  await sql('delete from mission where uuid = ?', [keyOf(one.id)]);
  await sql(`insert into expert_engagement (source, who, person_id, kind, place, held) values (gen_random_uuid(), ?, ?, 'STAY', 'RS', '{[2098-11-10 08:00+00,2098-11-10 09:00+00)}')`, [keyOf(sheet), person!.id]);
  await bind(false);
  expect(await sql(`select who = person_id as own from expert_engagement where place = 'RS' and held && '{[2098-11-10,2098-11-11)}'`)).toEqual([{ own: false }]);
  await sql(`delete from expert_engagement where held && '{[2098-11-01,2098-12-01)}'`);
});

test.each([['engage_meeting(uuid)', 'm.uuid'], ['engage_travel(uuid)', 'j.uuid']])('the control: where %s takes the one key at once, a later step is broken off', async (signature, source) => {
  await travelled('belgrade', { expert: sheet });
  const other = await travelled('tirana', { colleague, kind: 'ADVISER' });
  await bind(true);
  const [{ now }] = (await sql<{ now: string }>('select pg_get_functiondef(?::regprocedure) as now', [signature])) as [{ now: string }];
  const late = now.replaceAll(`key_in(${source}, `, 'human_of(');
  expect(late).not.toBe(now);
  await sql(late);
  expect(await goOn(other).catch((error: unknown) => [String(error)])).not.toEqual(['DONE', 'DONE', 'DONE']);
  await sql(now);
});
