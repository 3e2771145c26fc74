/** One's own legs × every role: an expert reads those on which they come, once they are agreed, and when they are there; nothing of others, of who else comes, or of what a post is asked. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { transactAs } from '../../src/core/database/index.ts';
import { expertsOf, saveMember, stay } from '../../src/missions/team.fixture.ts';
import { allPostsAgree, keyOf, missionWith, owner, step } from '../../src/missions/world.fixture.ts';
import { ormOptions } from '../../src/orm.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from './roles.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10', purpose: 'OWN BELGRADE', lodgingName: 'Hotel', transport: 'Taxi' };
const TIRANA = { country: 'AL', city: 'tirana', startsOn: '2098-11-11', endsOn: '2098-11-12', purpose: 'SECRET TIRANA' };
let headers: Headers;
let orm: MikroORM;
let agreed: string;

/** One mission that is agreed, with the expert in Belgrade and somebody else in both legs; one that is consulted about with the expert; one that is agreed in which they take a place if need be. */
beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await owner(server(), 'delete from mission');
  const [judge] = await expertsOf(server(), ['JUDGE']);
  await owner(server(), `update expert set name = 'SOMEBODY ELSE' where uuid = ?`, [keyOf(judge!)]);
  const [own] = await owner<{ id: string }>(server(), `select 'Expert_' || e.uuid as id from expert e join person p on p.id = e.person_id where p.email = ?`, [PEOPLE.expert]);
  const make = async (year: string, put: (mission: string, stays: readonly object[]) => Promise<unknown>, isAgreed: boolean): Promise<string> => {
    const in_ = <T extends { startsOn: string; endsOn: string }>(leg: T): T => ({ ...leg, startsOn: leg.startsOn.replace('2098', year), endsOn: leg.endsOn.replace('2098', year) });
    const mission = await missionWith(server(), headers.adviser, [in_(BELGRADE), in_(TIRANA)], ['planMission', 'consultPosts'], { team: [], startsOn: `${year}-11-08`, endsOn: `${year}-11-12` });
    await put(mission.id, mission.legs.map(({ id, startsOn, endsOn }) => stay(keyOf(id), `${startsOn}T09:15`, `${endsOn}T18:45`)));
    if (!isAgreed) return mission.id;
    await allPostsAgree(server(), mission.id);
    await owner(server(), `update mission set stage = 'AGREED' where uuid = ?`, [keyOf(mission.id)]);
    return mission.id;
  };
  agreed = await make('2098', async (mission, stays) => {
    await saveMember(server(), headers.adviser, mission, { expert: own!.id, kind: 'OTHER', stays: [stays[0]] });
    await saveMember(server(), headers.adviser, mission, { expert: judge, kind: 'MAGISTRATE', stays });
  }, true);
  await make('2097', (mission, stays) => saveMember(server(), headers.adviser, mission, { expert: own!.id, kind: 'OTHER', stays }), false);
  await make('2096', async (mission, stays) => {
    const { key } = await saveMember(server(), headers.adviser, mission, { expert: judge, kind: 'MAGISTRATE', stays });
    await saveMember(server(), headers.adviser, mission, { expert: own!.id, kind: 'OTHER', substituteFor: key });
  }, true);
  for (const [city, name] of [['belgrade', 'CONTACT OF BELGRADE'], ['tirana', 'CONTACT OF TIRANA']]) {
    await owner(server(), `insert into leg_contact (uuid, leg_uuid, name, phone) select gen_random_uuid(), uuid, ?, '+381 11 302 0000' from mission_leg where city_code = ?`, [name, city]);
  }
  await owner(server(), `delete from expert_language where expert_uuid = ?`, [keyOf(own!.id)]);
  await owner(server(), `insert into expert_language (expert_uuid, language_code, level) values (?, 'fr', 'NATIVE'), (?, 'sr', 'B1')`, [keyOf(own!.id), keyOf(own!.id)]);
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const LEGS = '{ ownLegs { key city { code } country { code } startsOn endsOn state lodgingName lodgingAddress transport purpose { text } arrivesAt leavesAt isLodgingProvided contacts { name phone } } }';
const due = (role: Role): string[] => (role === 'expert' ? ['2098-11-09'] : []);

interface Own { readonly startsOn: string; readonly arrivesAt: string; readonly purpose: { readonly text: string }; readonly contacts: readonly { readonly name: string }[]; readonly state: string }

async function legsFor(role: Role): Promise<{ readonly legs: readonly Own[]; readonly text: string }> {
  const { data, text } = await ask(server(), LEGS, {}, headers[role]);
  if (!data) throw new Error(text);
  return { legs: data.ownLegs as Own[], text };
}

/** The same in SQL, as the application runs it for somebody: of each of the views. */
async function rowsFor(role: Role): Promise<(string | number)[]> {
  const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [(PEOPLE as Readonly<Record<string, string | null>>)[role] ?? null]);
  return transactAs(orm, person?.id ?? null)(async (em) => [
    ...(await em.execute<{ day: string }[]>('select starts_on::text as day from own_leg')).map(({ day }) => day), (await em.execute<unknown[]>('select from own_leg_text')).length, (await em.execute<unknown[]>('select from own_leg_contact')).length,
    // What is theirs is no row of the tables for that.
    (await em.execute<unknown[]>('select from mission_leg')).length,
  ]);
}

describe.each(ROLES)('%s', (role) => {
  test('reads the legs on which they come, by the API and by the views', async () => {
    expect((await legsFor(role)).legs.map(({ startsOn }) => startsOn)).toEqual(due(role));
    expect((await rowsFor(role)).slice(0, -1)).toEqual([...due(role), due(role).length, due(role).length]);
  });
});

test('an expert reads what is said of their leg, whom to turn to and when they are there: of other legs and of who else comes nothing, and no rule of the tables is opened for it', async () => {
  const { legs: [leg], text } = await legsFor('expert');
  expect([leg!.purpose.text, leg!.arrivesAt, leg!.contacts.map(({ name }) => name), leg!.state]).toEqual(['OWN BELGRADE', '2098-11-09T09:15', ['CONTACT OF BELGRADE'], 'AGREED']);
  for (const word of ['TIRANA', 'SOMEBODY', '2098-11-11', '2098-11-12', '2097', '2096']) expect([word, text.toUpperCase().includes(word)]).toEqual([word, false]);
  expect((await rowsFor('expert')).at(-1)).toBe(0);
  const { data } = await ask(server(), '{ missionLegs(first: 9) { totalCount } }', {}, headers.expert);
  expect(data!.missionLegs).toEqual({ totalCount: 0 });
});

test('once a mission is planned anew its legs are nobody’s to read as theirs, until it is agreed again', async () => {
  await step(server(), headers.adviser, 'replanMission', agreed);
  expect([(await legsFor('expert')).legs, await rowsFor('expert')]).toEqual([[], [0, 0, 0]]);
  for (const stage of ['CONSULTED', 'AGREED']) await owner(server(), `update mission set stage = ? where uuid = ?`, [stage, keyOf(agreed)]);
  expect((await legsFor('expert')).legs).toHaveLength(1);
});

test('nothing is changed through the views', async () => {
  const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE.expert]);
  for (const statement of [`update own_leg_contact set name = 'x'`, 'delete from own_leg_contact', `update own_leg_text set purpose = 'x'`, 'delete from own_leg_text', 'delete from own_leg']) await transactAs(orm, person!.id)((em) => em.execute(statement)).catch(() => undefined);
  expect((await legsFor('expert')).legs.map(({ purpose, contacts }) => [purpose.text, contacts.length])).toEqual([['OWN BELGRADE', 1]]);
});

test('the view is a wall of its own: where it asks nothing, others read by SQL, and by the API still nobody else; the control', async () => {
  const [{ is }] = (await owner<{ is: string }>(server(), `select pg_get_viewdef('own_leg'::regclass) as is`)) as [{ is: string }];
  const open = is.replace(/WHERE[^;]*/, '');
  expect(open).not.toBe(is);
  await owner(server(), `create or replace view own_leg with (security_barrier = true) as ${open}`);
  expect((await rowsFor('ngoMember')).length).toBeGreaterThan(4);
  expect([(await legsFor('ngoMember')).legs, (await legsFor('adviser')).legs, (await legsFor('visitor')).legs]).toEqual([[], [], []]);
  await owner(server(), `create or replace view own_leg with (security_barrier = true) as ${is}`);
});

describe('the meetings and journeys of one’s own', () => {
  /** One to which the expert goes in Belgrade, one that was refused, one to which somebody else goes in Tirana; a journey of each. */
  beforeAll(async () => {
    await owner(server(), `update mission set stage = 'PLANNED' where uuid = ?`, [keyOf(agreed)]);
    const meet = (city: string, subject: string, at: string, status: string): Promise<unknown> => owner(server(), `
      with t as (insert into meeting (uuid, leg_uuid, source_locale, host_name, category, status, minutes, day, starts, override_reason, place_name)
          select gen_random_uuid(), l.uuid, 'en', 'HOST OF ' || upper(l.city_code), 'JUSTICE', ?, 60, l.starts_on, ?::time, 'A SUNDAY', 'ROOM' from mission_leg l where l.mission_uuid = ? and l.city_code = ? returning uuid, leg_uuid),
        h as (insert into meeting_language (meeting_uuid, language_code, at_least) select t.uuid, c, 'B2' from t, unnest(array['fr', 'sr']) c),
        x as (insert into meeting_translation (meeting_uuid, locale, subject, note) select uuid, 'en', ?, 'NOTE FOR THE POST' from t)
      insert into meeting_member (meeting_uuid, member_uuid, role) select t.uuid, s.member_uuid, 'NGO' from t join mission_stay s on s.leg_uuid = t.leg_uuid join mission_member m on m.uuid = s.member_uuid where (m.role = 'OTHER') = (? = 'belgrade')`, [status, at, keyOf(agreed), city, subject, city]);
    await meet('belgrade', 'OWN MEETING', '10:00', 'CONFIRMED');
    await meet('belgrade', 'REFUSED MEETING', '14:00', 'REFUSED');
    await meet('tirana', 'SECRET MEETING', '10:00', 'CONFIRMED');
    for (const [from, to, departs, role] of [['paris', 'belgrade', '2098-11-08', 'OTHER'], ['vienna', 'tirana', '2098-11-08', 'MAGISTRATE']]) {
      await owner(server(), `with t as (insert into mission_travel (uuid, mission_uuid, mode, from_city_code, to_city_code, departs_at, arrives_at, carrier) values (gen_random_uuid(), ?, 'FLIGHT', ?, ?, ?::date + time '10:00', ?::date + time '13:00', 'FLIGHT TO ' || upper(?)) returning uuid, mission_uuid)
        insert into mission_traveller (travel_uuid, member_uuid) select t.uuid, m.uuid from t join mission_member m on m.mission_uuid = t.mission_uuid and m.role = ?`, [keyOf(agreed), from, to, departs, departs, to, role]);
    }
    for (const stage of ['CONSULTED', 'AGREED']) await owner(server(), `update mission set stage = ? where uuid = ?`, [stage, keyOf(agreed)]);
  });

  const PROGRAMME = '{ ownLegs { meetings { subject { text } hostName day starts minutes status placeName kind isSubstitute languages { language { code } atLeast isFollowed } } } ownJourneys { mode fromCity { code } toCity { code } departsAt arrivesAt carrier } }';

  test.each(ROLES)('%s reads those of theirs, by the API and by the views', async (role) => {
    const { data, text } = await ask(server(), PROGRAMME, {}, headers[role]);
    const isTheirs = role === 'expert';
    expect(data).toEqual({
      ownLegs: isTheirs ? [{ meetings: [{ subject: { text: 'OWN MEETING' }, hostName: 'HOST OF BELGRADE', day: '2098-11-09', starts: '10:00', minutes: 60, status: 'CONFIRMED', placeName: 'ROOM', kind: 'NGO', isSubstitute: false, languages: [{ language: { code: 'fr' }, atLeast: 'B2', isFollowed: true }, { language: { code: 'sr' }, atLeast: 'B2', isFollowed: false }] }] }] : [],
      ownJourneys: isTheirs ? [{ mode: 'FLIGHT', fromCity: { code: 'paris' }, toCity: { code: 'belgrade' }, departsAt: '2098-11-08T10:00', arrivesAt: '2098-11-08T13:00', carrier: 'FLIGHT TO BELGRADE' }] : [],
    });
    for (const word of ['REFUSED', 'SECRET', 'TIRANA', 'NOTE']) expect([word, text.toUpperCase().includes(word)]).toEqual([word, false]);
    const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [(PEOPLE as Readonly<Record<string, string | null>>)[role] ?? null]);
    const rows = await transactAs(orm, person?.id ?? null)(async (em) => Promise.all(['own_meeting', 'own_meeting_text', 'own_meeting_language', 'own_journey'].map(async (view) => (await em.execute<unknown[]>(`select from ${view}`)).length)));
    expect(rows).toEqual(isTheirs ? [1, 1, 2, 1] : [0, 0, 0, 0]);
  });

  test('are gone while the mission is planned anew, and nothing is changed through the views', async () => {
    const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE.expert]);
    for (const statement of [`update own_meeting set place_name = 'x'`, 'delete from own_meeting', `update own_meeting_text set subject = 'x'`, `update own_meeting_language set at_least = 'A1'`, 'delete from own_meeting_language', `update own_journey set carrier = 'x'`, 'delete from own_journey']) await transactAs(orm, person!.id)((em) => em.execute(statement)).catch(() => undefined);
    expect(await owner(server(), `select count(*)::int as meetings, count(*) filter (where place_name = 'ROOM')::int as kept from meeting`)).toEqual([{ meetings: 3, kept: 3 }]);
    await step(server(), headers.adviser, 'replanMission', agreed);
    expect((await ask(server(), PROGRAMME, {}, headers.expert)).data).toEqual({ ownLegs: [], ownJourneys: [] });
  });
});
