/** A clearance that was given for one mission: it counts for that mission alone, and its expert reads it as long as they read a leg of theirs of it; posts and NGOs read none at all. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { ADVISERS, type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { saveMember, stay } from '../missions/team.fixture.ts';
import { allPostsAgree, giveUp, keyOf, missionWith, owner, saveLeg, step } from '../missions/world.fixture.ts';
import { ownRows } from '../my-data/own-rows.ts';
import { ormOptions } from '../orm.ts';
import { missionFacts } from '../planner/problem/index.ts';
import { bringClearanceFile } from './clearances.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10', purpose: 'OWN BELGRADE' };
let headers: Headers;
let orm: MikroORM;
/** The account of the expert, their key, and two missions of the same days. */
let person: string;
let mine: string;
let mission: string;
let another: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  const [own] = await sql<{ person: string; key: string }>('select p.id as person, e.uuid as key from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]);
  [person, mine] = [own!.person, own!.key];
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

beforeEach(async () => {
  await sql('delete from mission');
  await sql('delete from clearance');
  await sql('delete from audit_entry');
  mission = (await missionWith(server(), headers.adviser, [BELGRADE], ['planMission'], { team: [], title: 'SECRET TOUR' })).id;
  another = (await missionWith(server(), headers.adviser, [BELGRADE], ['planMission'], { team: [] })).id;
});

const GIVEN = { fromOn: '2098-11-08', untilOn: '2098-11-12', givenBy: 'Parquet général', givenOn: '2025-01-15', remark: '', locale: 'fr' };

/** Enters one for a mission, or changes one that was read at `version`: what came of it, and its key. */
async function clear(given: Readonly<Record<string, unknown>> = {}, { key = randomUUID() as string, version = 0, expert = mine } = {}): Promise<{ readonly came: string; readonly key: string }> {
  const document = 'mutation ($expert: ID!, $key: UUID!, $version: Int!, $input: ClearanceInput!) { saveClearance(expert: $expert, key: $key, version: $version, input: $input) { outcome faults { field fault } } }';
  const { data, text } = await ask(server(), document, { expert: `Expert_${expert}`, key, version, input: { ...GIVEN, mission, ...given } }, headers.adviser);
  if (!data) throw new Error(text);
  const { outcome, faults } = data.saveClearance as { outcome: string; faults: { field: string; fault: string }[] };
  return { came: [outcome, ...faults.map(({ field, fault }) => `${field} ${fault}`)].join(' '), key };
}

/** Has the expert come on the leg in Belgrade, and the mission agreed. */
async function agree(): Promise<void> {
  const [leg] = await sql<{ uuid: string }>('select uuid from mission_leg where mission_uuid = ?', [keyOf(mission)]);
  await saveMember(server(), headers.adviser, mission, { expert: `Expert_${mine}`, kind: 'OTHER', stays: [stay(leg!.uuid, '2098-11-09T09:15', '2098-11-10T18:45')] });
  await step(server(), headers.adviser, 'consultPosts', mission);
  await allPostsAgree(server(), mission);
  await sql(`update mission set stage = 'AGREED' where uuid = ?`, [keyOf(mission)]);
}

const CLEARANCES = 'query ($id: ID!) { expert(id: $id) { sheet { clearances { id isForMission mission { id title { text } } } } } }';
interface Read { readonly id: string; readonly isForMission: boolean; readonly mission: { readonly id: string } | null }
/** What the expert reads of their clearances: of the page, of its bytes, of SQL and of their own data. */
async function ownReading(): Promise<{ readonly page: readonly Read[]; readonly text: string; readonly rows: number; readonly given: string }> {
  const { data, text } = await ask(server(), CLEARANCES, { id: `Expert_${mine}` }, headers.expert);
  const [rows, given] = await transactAs(orm, person)(async (em) => {
    const found = (await em.execute<unknown[]>('select from clearance')).length;
    await em.execute(`select set_config('passerelle.purpose', 'my-data', true)`);
    const { tables } = await ownRows(em);
    return [found, JSON.stringify(tables.filter(({ name }) => ['clearance', 'clearance_file', 'audit_entry'].includes(name)).map((table) => table.rows))] as const;
  });
  return { page: (data!.expert as { sheet: { clearances: Read[] } }).sheet.clearances, text, rows, given };
}

describe('a clearance for a mission', () => {
  test('is entered, changed, and read by the adviser’s circle with its mission', async () => {
    const { came, key } = await clear();
    expect([came, (await clear({}, { key })).came, (await clear({ remark: 'Prolongée.' }, { key, version: 1 })).came]).toEqual(['DONE', 'DONE', 'DONE']);
    for (const role of ADVISERS) {
      const { data } = await ask(server(), CLEARANCES, { id: `Expert_${mine}` }, headers[role]);
      expect([role, (data!.expert as { sheet: { clearances: Read[] } }).sheet.clearances]).toMatchObject([role, [{ id: `Clearance_${key}`, isForMission: true, mission: { id: mission } }]]);
    }
  });

  test('is for a mission that is being prepared, of which it has a day, and that is invented where its expert is', async () => {
    expect((await clear({ fromOn: '2098-11-01', untilOn: '2098-11-07' })).came).toBe('INVALID MISSION APART');
    expect((await clear({ mission: `Mission_${randomUUID()}` })).came).toBe('INVALID MISSION CLOSED');
    await sql('update mission set is_demonstration = false where uuid = ?', [keyOf(another)]);
    expect((await clear({ mission: another })).came).toBe('INVALID MISSION CLOSED');
    await giveUp(server(), headers.adviser, mission, { fr: 'Reportée.' });
    expect((await clear()).came).toBe('INVALID MISSION CLOSED');
    expect(await sql('select from clearance')).toEqual([]);
  });

  test('stays for its mission, and one for a period for that: neither vanishes from the page of its expert, nor comes to it, without an entry that says so', async () => {
    const [forOne, always] = [await clear(), await clear({ mission: null })];
    const changed = [await clear({ mission: null }, { key: forOne.key, version: 1 }), await clear({ mission: another }, { key: forOne.key, version: 1 }), await clear({ mission }, { key: always.key, version: 1 })];
    expect(changed.map(({ came }) => came)).toEqual(['INVALID MISSION FIXED', 'INVALID MISSION FIXED', 'INVALID MISSION FIXED']);
    const change = (to: string | null, key: string): Promise<unknown> => sql('update clearance set mission_uuid = ? where uuid = ?', [to, key]);
    for (const [to, key] of [[null, forOne.key], [keyOf(another), forOne.key], [keyOf(mission), always.key]] as const) await expect(change(to, key)).rejects.toThrow('stays for what it was given for');
    // The control: without what holds it, it vanishes, and their data say nothing of it.
    await sql('alter table clearance disable trigger clearance_for_kept');
    try {
      expect((await ownReading()).page.map(({ id }) => id)).toEqual([`Clearance_${always.key}`]);
      await change(keyOf(mission), always.key);
      const { page, given } = await ownReading();
      expect([page, given.includes('REMOVED')]).toEqual([[], false]);
    } finally {
      await sql('alter table clearance enable trigger clearance_for_kept');
    }
  });

  test('says for which mission it is, or for none: what is left out is not taken for all of them', async () => {
    await expect(clear({ mission: undefined })).rejects.toThrow('BAD_USER_INPUT');
    expect(await sql('select from clearance')).toEqual([]);
    expect([(await clear({ mission: null })).came, await sql('select mission_uuid from clearance')]).toEqual(['DONE', [{ mission_uuid: null }]]);
  });

  test('keeps its days when its mission is moved or given up, and can then be corrected in all else', async () => {
    const { key } = await clear();
    await sql(`update mission set ends_on = '2098-11-20' where uuid = ?`, [keyOf(mission)]);
    await giveUp(server(), headers.adviser, mission, { fr: 'Reportée.' });
    expect([(await clear({ remark: 'Mission reportée.' }, { key, version: 1 })).came, (await clear({ untilOn: '2098-11-11' }, { key, version: 2 })).came]).toEqual(['DONE', 'INVALID MISSION CLOSED']);
    expect(await sql('select from_on::text as from, until_on::text as until from clearance')).toEqual([{ from: '2098-11-08', until: '2098-11-12' }]);
  });

  test('says nothing that gives a protected place away, as nothing that is said of missions does', async () => {
    await sql(`with o as (insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values ('clearance-house', 'RS', 'NGO', 'fr', 'T', false, true, true, true) returning slug)
      insert into organisation_translation (organisation_slug, locale, name) select slug, 'fr', 'Maison Ébène' from o`);
    await expect(clear({ remark: 'Maison Ébène, 12 rue des Lilas' })).rejects.toThrow('PROTECTED_PLACE');
    expect([(await clear({ remark: 'Maison Ébène' })).came, await sql('select remark from clearance')]).toEqual(['DONE', [{ remark: 'Maison Ébène' }]]);
    await sql(`delete from organisation where slug = 'clearance-house'`);
  });

  test('goes with its mission, and becomes none for all missions', async () => {
    const { key } = await clear();
    await bringClearanceFile(server().address, headers.adviser, key);
    await sql('delete from mission where uuid = ?', [keyOf(mission)]);
    expect(await sql('select from clearance where uuid = ? union all select from clearance_file where clearance_uuid = ?', [key, key])).toEqual([]);
  });

  test('counts for that mission alone, and for nothing once that one was given up: in its team, in what the planner is asked, and in a search for it', async () => {
    await clear();
    await clear({ mission: null, fromOn: '2098-11-12', untilOn: '2098-11-20' });
    for (const id of [mission, another]) await saveMember(server(), headers.adviser, id, { expert: `Expert_${mine}`, kind: 'OTHER', stays: [] });
    const team = async (id: string): Promise<number> => {
      const { data } = await ask(server(), 'query ($id: ID!) { mission(id: $id) { members { clearances { id } } } }', { id }, headers.adviser);
      return (data!.mission as { members: { clearances: unknown[] }[] }).members[0]!.clearances.length;
    };
    expect([await team(mission), await team(another)]).toEqual([2, 1]);
    const [adviser] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]);
    const planned = (id: string): Promise<string[]> => transactAs(orm, adviser!.id)(async (em) => (await missionFacts(em, keyOf(id)))!.persons[0]!.clearances.map(({ from }) => from));
    expect([await planned(mission), await planned(another)]).toEqual([['2098-11-08', '2098-11-12'], ['2098-11-12']]);
    const lacking = async (asked: Readonly<Record<string, string>>): Promise<unknown> => {
      const document = 'query ($experts: [ID!]!, $mission: ID) { expertSearch(from: "2098-11-08", until: "2098-11-12", isCleared: true, experts: $experts, mission: $mission) { nodes { reasons { code days { fromOn untilOn } } } } }';
      const { data } = await ask(server(), document, { experts: [`Expert_${mine}`], ...asked }, headers.adviser);
      return (data!.expertSearch as { nodes: { reasons: { code: string; days: unknown }[] }[] }).nodes[0]!.reasons.filter(({ code }) => code === 'NOT_CLEARED').map(({ days }) => days);
    };
    const uncovered = [[{ fromOn: '2098-11-08', untilOn: '2098-11-11' }]];
    expect([await lacking({ mission }), await lacking({ mission: another }), await lacking({})]).toEqual([[], uncovered, uncovered]);
    await giveUp(server(), headers.adviser, mission, { fr: 'Reportée.' });
    expect([await team(mission), await planned(mission), await lacking({ mission }), await lacking({ mission: another })]).toEqual([1, ['2098-11-12'], uncovered, uncovered]);
  });
});

describe('of a mission nobody learns by a clearance', () => {
  test('not its expert, before they are told of their leg: not by the page, by SQL, by the document, or with their own data; once they are, they read that it is for one mission, and not for which', async () => {
    const { key } = await clear();
    await clear({ remark: 'Prolongée.' }, { key, version: 1 });
    await bringClearanceFile(server().address, headers.adviser, key);
    const file = (): Promise<Response> => fetch(`${server().address}/clearances/Clearance_${key}`, { headers: headers.expert });
    const before = await ownReading();
    expect([before.page, before.rows, (await file()).status]).toEqual([[], 0, 404]);
    for (const word of [key, 'CLEARANCE', 'Prolongée', '2098']) expect([word, before.given.includes(word)]).toEqual([word, false]);
    await agree();
    const after = await ownReading();
    expect([after.page, after.rows, (await file()).status]).toEqual([[{ id: `Clearance_${key}`, isForMission: true, mission: null }], 1, 200]);
    expect(after.given).toContain('Prolongée');
    for (const word of [keyOf(mission), keyOf(another), 'SECRET', 'mission_uuid']) expect([word, after.text.includes(word), after.given.includes(word)]).toEqual([word, false, false]);
    // Planned anew, it is gone until the mission is agreed again.
    await step(server(), headers.adviser, 'replanMission', mission);
    expect((await ownReading()).page).toEqual([]);
  });

  test('not an expert who is told of a leg of another mission, or whose place somebody else has', async () => {
    await clear({ mission: another });
    await agree();
    expect((await ownReading()).page).toEqual([]);
    await saveLeg(server(), headers.adviser, another, { ...BELGRADE, startsOn: '2098-11-11', endsOn: '2098-11-12' });
    expect((await ownReading()).rows).toBe(0);
  });

  test('nor posts, NGOs and visitors, who read no clearance', async () => {
    await clear();
    await agree();
    for (const role of ROLES.filter((one) => one !== 'expert' && !ADVISERS.includes(one))) {
      const { data, text } = await ask(server(), CLEARANCES, { id: `Expert_${mine}` }, headers[role]);
      expect([role, data!.expert, text.includes('SECRET')]).toEqual([role, { sheet: null }, false]);
    }
  });

  test('the control: without the rule of rows SQL tells it, and the rule of the reader still keeps it', async () => {
    await clear();
    const [rule] = await sql<{ text: string }>(`select pg_get_expr(polqual, polrelid) as text from pg_policy where polname = 'clearance_seen'`);
    await sql('alter policy clearance_seen on clearance using (true)');
    try {
      const { page, rows, given } = await ownReading();
      expect([page, rows, given.includes('2098')]).toEqual([[], 1, true]);
    } finally {
      await sql(`alter policy clearance_seen on clearance using (${rule!.text})`);
    }
    expect((await ownReading()).rows).toBe(0);
  });

  test('the journal tells the adviser whose it was, and is about nobody’s account', async () => {
    const { key } = await clear();
    await bringClearanceFile(server().address, headers.adviser, key);
    await clear({ untilOn: '2098-11-11' }, { key, version: 2 });
    const entries = await sql<{ line: string }>(`select concat_ws(' ', action, part, before, after) as line from audit_entry where subject = 'CLEARANCE' and object = ? and about_id is null`, [mine]);
    expect(entries.map(({ line }) => line).sort()).toEqual(['ADDED', 'CHANGED file PDF', 'CHANGED until_on 2098-11-12 2098-11-11']);
    expect(await sql(`select from audit_entry where subject = 'CLEARANCE' and about_id is not null`)).toEqual([]);
  });
});
