/** Who comes on a leg × every role: the post there is told of whoever comes to it and when, and of nobody else; substitutes, and what is elsewhere, are told to nobody but the adviser. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { transactAs } from '../../src/core/database/index.ts';
import { expertsOf, saveMember, stay } from '../../src/missions/team.fixture.ts';
import { keyOf, missionWith, owner, step } from '../../src/missions/world.fixture.ts';
import { ormOptions } from '../../src/orm.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { ADVISERS, type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from './roles.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10' };
const TIRANA = { country: 'AL', city: 'tirana', startsOn: '2098-11-11', endsOn: '2098-11-12' };
const DUE: Readonly<Partial<Record<Role, readonly string[]>>> = { scac: ['BOTH', 'BELGRADE'], ssi: ['BOTH', 'BELGRADE'], scacElsewhere: ['BOTH', 'TIRANA'] };
const ALL = ['BOTH', 'BELGRADE', 'BOTH', 'TIRANA', 'HIDDEN', 'HIDDEN'];
let headers: Headers;
let orm: MikroORM;

/** One mission that is shown, with somebody in both legs, somebody in each, and a substitute; one that is planned, and one that was given up after it was shown. */
beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await owner(server(), 'delete from mission');
  const [both, rs, al, hidden, instead] = await expertsOf(server(), ['JUDGE', 'POLICE_OFFICER', 'NGO_STAFF', 'SOCIAL_WORKER', 'PROSECUTOR']);
  for (const [expert, name] of [[both, 'BOTH'], [rs, 'BELGRADE'], [al, 'TIRANA'], [hidden, 'HIDDEN'], [instead, 'SUBSTITUTE']]) await owner(server(), 'update expert set name = ? where uuid = ?', [name, keyOf(expert!)]);
  const make = async (people: readonly (readonly [expert: string, legs: readonly number[]])[], legs: readonly object[], steps: readonly ('planMission' | 'consultPosts')[]): Promise<string> => {
    const mission = await missionWith(server(), headers.adviser, legs as never, steps, { team: [] });
    const stays = mission.legs.map(({ id, startsOn, endsOn }) => stay(keyOf(id), `${startsOn}T09:15`, `${endsOn}T18:45`));
    for (const [expert, at] of people) await saveMember(server(), headers.adviser, mission.id, { expert, kind: 'OTHER', stays: at.map((n) => stays[n]) });
    return mission.id;
  };
  const shown = await make([[both!, [0, 1]], [rs!, [0]], [al!, [1]]], [BELGRADE, TIRANA], ['planMission', 'consultPosts']);
  const [{ key }] = (await owner<{ key: string }>(server(), 'select uuid as key from mission_member where expert_uuid = ?', [keyOf(both!)])) as [{ key: string }];
  await saveMember(server(), headers.adviser, shown, { expert: instead, kind: 'OTHER', substituteFor: key });
  await make([[hidden!, [0, 1]]], [BELGRADE, TIRANA], ['planMission']);
  const over = await make([[instead!, [0, 1]]], [BELGRADE, TIRANA], ['planMission']);
  await step(server(), headers.adviser, 'consultPosts', over);
  await owner(server(), `update mission set stage = 'GIVEN_UP', given_up_on = current_date where uuid = ?`, [keyOf(over)]);
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const LEGS = '{ missionLegs(first: 100, sort: STARTS_ON) { nodes { id startsOn people { name kind arrivesAt leavesAt profession { code } languages { level language { code } } } } } }';
interface Seen { readonly startsOn: string; readonly people: readonly { readonly name: string; readonly arrivesAt: string; readonly leavesAt: string; readonly profession: object | null; readonly languages: readonly object[] }[] }

async function namesFor(role: Role): Promise<string[]> {
  const { data, text } = await ask(server(), LEGS, {}, headers[role]);
  if (!data) throw new Error(text);
  return (data.missionLegs as { nodes: Seen[] }).nodes.flatMap(({ people }) => people.map(({ name }) => name));
}

/** The same in SQL, as the application runs it for somebody. */
async function rowsFor(role: Role): Promise<string[]> {
  const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [(PEOPLE as Readonly<Record<string, string | null>>)[role] ?? null]);
  return transactAs(orm, person?.id ?? null)(async (em) => (await em.execute<{ name: string }[]>('select name from leg_person')).map(({ name }) => name));
}

const due = (role: Role): string[] => [...(ADVISERS.includes(role) ? ALL : (DUE[role] ?? []))].sort();

describe.each(ROLES)('%s', (role) => {
  test('is told who comes where they see the leg, by the API and by the view', async () => {
    expect([(await namesFor(role)).sort(), (await rowsFor(role)).sort()]).toEqual([due(role), due(role)]);
  });
});

test('a post is told as what they come, in which languages they work, and when they are there: nothing of where else they are', async () => {
  const { data, text } = await ask(server(), LEGS, {}, headers.scac);
  const [leg] = (data!.missionLegs as { nodes: Seen[] }).nodes.filter(({ people }) => people.length > 0);
  expect(leg!.people.map(({ arrivesAt, leavesAt }) => [arrivesAt, leavesAt])).toEqual([['2098-11-09T09:15', '2098-11-10T18:45'], ['2098-11-09T09:15', '2098-11-10T18:45']]);
  expect(leg!.people.every(({ profession, languages }) => profession !== null && languages.length > 0)).toBe(true);
  for (const word of ['SUBSTITUTE', 'TIRANA', 'HIDDEN', '2098-11-11', '2098-11-12']) expect([word, text.includes(word)]).toEqual([word, false]);
});

test('neither the team nor a stay is read by anybody but the adviser', async () => {
  for (const role of ROLES.filter((one) => !ADVISERS.includes(one))) {
    const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [(PEOPLE as Readonly<Record<string, string | null>>)[role] ?? null]);
    const rows = await transactAs(orm, person?.id ?? null)(async (em) => [(await em.execute<unknown[]>('select from mission_member')).length, (await em.execute<unknown[]>('select from mission_stay')).length]);
    expect([role, rows]).toEqual([role, [0, 0]]);
  }
});

test('the view is a wall of its own: where it asks nothing, all are read by SQL, and by the API still nobody else; the control', async () => {
  const [{ is }] = (await owner<{ is: string }>(server(), `select pg_get_viewdef('leg_person'::regclass) as is`)) as [{ is: string }];
  const open = is.replace(/WHERE[^;]*/, '');
  expect(open).not.toBe(is);
  await owner(server(), `create or replace view leg_person with (security_barrier = true) as ${open}`);
  expect((await rowsFor('ngoMember')).length).toBeGreaterThan(ALL.length);
  // Of the leg that was given up they are told too: what hides it is the view alone.
  expect([(await namesFor('scac')).sort(), await namesFor('ngoMember')]).toEqual([['BELGRADE', 'BOTH', 'SUBSTITUTE'], []]);
  await owner(server(), `create or replace view leg_person with (security_barrier = true) as ${is}`);
  expect(await namesFor('scac')).toEqual(expect.arrayContaining(due('scac')));
});

describe('while a mission is planned anew', () => {
  /** What the post in Belgrade reads of somebody who was told, of somebody who was added since, and of both once it is consulted again. */
  async function told(read: () => Promise<string[]>): Promise<string[][]> {
    const [known, added] = await expertsOf(server(), ['JUDGE', 'POLICE_OFFICER']);
    const names = ['BOTH', 'BELGRADE'];
    await owner(server(), 'delete from mission');
    const mission = await missionWith(server(), headers.adviser, [BELGRADE], ['planMission', 'consultPosts'], { team: [] });
    const at = [stay(keyOf(mission.legs[0]!.id), '2098-11-09T09:15', '2098-11-10T18:45')];
    const seen: string[][] = [];
    const look = async (): Promise<void> => void seen.push((await read()).filter((name) => names.includes(name)).sort());
    await saveMember(server(), headers.adviser, mission.id, { expert: known, kind: 'OTHER', stays: at });
    await step(server(), headers.adviser, 'replanMission', mission.id);
    await saveMember(server(), headers.adviser, mission.id, { expert: added, kind: 'OTHER', stays: at });
    await look();
    await step(server(), headers.adviser, 'consultPosts', mission.id);
    await look();
    await step(server(), headers.adviser, 'replanMission', mission.id);
    await look();
    return seen;
  }

  const DUE_NOW = [['BOTH'], ['BELGRADE', 'BOTH'], ['BELGRADE', 'BOTH']];

  test('a post reads whom it was told of, and whoever is found since once it is consulted, by the API and by the view', async () => {
    expect(await told(() => namesFor('scac'))).toEqual(DUE_NOW);
    expect(await told(() => rowsFor('scac'))).toEqual(DUE_NOW);
  });

  test('each wall says so by itself; with both away the new ones are read: the control', async () => {
    const [{ is }] = (await owner<{ is: string }>(server(), `select pg_get_viewdef('leg_person'::regclass) as is`)) as [{ is: string }];
    const open = is.replace(/l\.is_shown AND s\.is_told/, 'l.is_shown');
    expect(open).not.toBe(is);
    await owner(server(), `create or replace view leg_person with (security_barrier = true) as ${open}`);
    expect([await told(() => namesFor('scac')), await told(() => rowsFor('scac'))]).toEqual([DUE_NOW, DUE_NOW.map(() => ['BELGRADE', 'BOTH'])]);
    await owner(server(), `create or replace view leg_person with (security_barrier = true) as ${is}`);
  });
});
