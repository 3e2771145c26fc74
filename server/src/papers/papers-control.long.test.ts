/** What refuses a paper: who makes it, of which leg, two at once, in which language it is drawn, of a leg that is gone or given up. Each with a control: without its guard the same is done. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { transactAs } from '../core/database/index.ts';
import { keyOf, owner, removeLeg, step } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { fileOf, makePaper, papersWorld, type World } from './papers.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let world: World;
let orm: MikroORM;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});
beforeEach(async () => {
  world = await papersWorld(server(), headers.adviser);
});

const make = (role: 'adviser' | 'scac' | 'expert', kind: string, about: string, key?: string) => makePaper(server(), headers[role], kind, about, key);
/** Does something while a function of the database says something else in one place. */
async function without<T>(signature: string, [said, instead]: readonly [string, string], work: () => Promise<T>): Promise<T> {
  const [{ now }] = (await sql<{ now: string }>('select pg_get_functiondef(?::regprocedure) as now', [signature])) as [{ now: string }];
  expect(now).toContain(said);
  await sql(now.replace(said, instead));
  try {
    return await work();
  } finally {
    await sql(now);
  }
}
const FACTS = '{"version":1,"isDemonstration":true,"places":{},"names":{}}';
/** Has somebody make a paper past the services: its number, or that it is refused. */
async function straight(role: 'scac' | 'expert', kind: string, about: string): Promise<number | 'REFUSED'> {
  const [person] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE[role]]);
  return transactAs(orm, person!.id)((em) => em.execute<{ number: number }[]>('select make_paper(?, ?, ?, ?::jsonb) as number', [randomUUID(), kind, about, FACTS])).then(([row]) => row!.number, () => 'REFUSED' as const);
}

describe('who makes it', () => {
  test('of somebody in the team is the adviser; without the guard of the database an embassy does it, and is refused by the service still', async () => {
    const all = async (): Promise<unknown[]> => [await straight('scac', 'ORDER', world.own), await straight('expert', 'PROGRAMME_PERSON', world.own), (await make('scac', 'ORDER', world.own)).outcome, (await make('expert', 'PROGRAMME_PERSON', world.own)).outcome];
    const refused = await all();
    expect(refused.slice(0, 2)).toEqual(['REFUSED', 'REFUSED']);
    const open = await without('make_paper(uuid, text, uuid, jsonb)', ['if t.uuid is null or not', 'if false and not'], all);
    expect([open.slice(0, 2), open.slice(2)]).toEqual([[1, 1], refused.slice(2)]);
    expect(refused).not.toContain('DONE');
  });

  test('of a leg is the adviser, and who prepares that very leg; without that guard an embassy does it of any', async () => {
    const all = async (): Promise<unknown[]> => [await straight('scac', 'PROGRAMME_POST', keyOf(world.tirana)), await straight('scac', 'INVITATION', world.elsewhere), (await make('scac', 'PROGRAMME_POST', keyOf(world.tirana))).outcome];
    expect(await all()).toEqual(['REFUSED', 'REFUSED', 'GONE']);
    expect(await without('make_paper(uuid, text, uuid, jsonb)', ['prepares_leg(the_leg)', 'true'], all)).toEqual([1, 1, 'GONE']);
    // What is its own it makes.
    expect([await straight('scac', 'PROGRAMME_POST', keyOf(world.belgrade)), (await make('scac', 'CONTACTS', keyOf(world.belgrade))).outcome]).toEqual([1, 'DONE']);
  });
});

test('of two versions at once the second waits for the mission and finds what the first has made; without that it fails by its number', async () => {
  /** The embassy makes it while the adviser has, and has not ended yet. */
  const second = async (kind: string): Promise<string> => {
    const em = server().database.orm.em.fork();
    await em.begin();
    await em.execute(`select set_config('passerelle.person', (select id::text from person where email = ?), true)`, [PEOPLE.adviser]);
    await em.execute('select 1 from mission where uuid = ? for update', [keyOf(world.mission)]);
    await em.execute('select make_paper(?, ?, ?, ?::jsonb)', [randomUUID(), kind, keyOf(world.belgrade), FACTS]);
    const made = make('scac', kind, keyOf(world.belgrade)).then(({ outcome, paper }) => `${outcome} ${paper?.number}`, ({ message }: Error) => message);
    await Promise.race([untilWaiting(server().database), made]);
    await em.commit();
    return made;
  };
  expect(await second('PROGRAMME_POST')).toBe('DONE 2');
  expect(await without('hold_leg(uuid)', ['for update', ''], () => second('CONTACTS'))).not.toContain('DONE');
});

test('it is drawn in one or two languages of the site, the language of the host first: anything else is as if it were not there', async () => {
  const { key } = (await make('adviser', 'INVITATION', world.both)).paper!;
  const status = async (languages: string): Promise<number> => (await fileOf(server(), headers.scac, key, 'html', languages)).status;
  const refused = ['', 'xx', 'fr,xx', 'fr,fr', 'fr,en,sr-Cyrl', 'sr', 'FR'];
  expect(await Promise.all(refused.map(status))).toEqual(refused.map(() => 404));
  expect(await Promise.all(['fr', 'sr-Cyrl,fr', 'sr-Latn'].map(status))).toEqual([200, 200, 200]);
  const page = (await fileOf(server(), headers.scac, key, 'html', 'sr-Cyrl,fr')).bytes.toString();
  expect([page.includes('<html lang="sr-Cyrl"'), page.indexOf('Позив') < page.indexOf('Invitation')]).toEqual([true, true]);
});

describe('a leg that is none any more', () => {
  const STATUS = async (key: string): Promise<number[]> => [(await fileOf(server(), headers.adviser, key, 'pdf')).status, (await fileOf(server(), headers.scac, key, 'pdf')).status];

  test('has no paper once it is removed, and none is made of it; what was made of another stays', async () => {
    const [gone, stays] = [(await make('adviser', 'PROGRAMME_POST', keyOf(world.belgrade))).paper!.key, (await make('adviser', 'PROGRAMME_POST', keyOf(world.tirana))).paper!.key];
    expect(await STATUS(gone)).toEqual([200, 200]);
    await step(server(), headers.adviser, 'replanMission', world.mission);
    await sql('delete from mission_stay where leg_uuid = ?', [keyOf(world.belgrade)]);
    expect((await removeLeg(server(), headers.adviser, world.mission, keyOf(world.belgrade))).outcome).toBe('DONE');
    expect([await STATUS(gone), await STATUS(stays)]).toEqual([[404, 404], [200, 404]]);
    expect([(await make('adviser', 'PROGRAMME_POST', keyOf(world.belgrade))).outcome, (await make('scac', 'PROGRAMME_POST', keyOf(world.belgrade))).outcome, await straight('scac', 'PROGRAMME_POST', keyOf(world.belgrade))]).toEqual(['GONE', 'GONE', 'REFUSED']);
  });

  test('is no more its embassy’s to read or to make papers of once it is given up; without the two rules it reads them: the control', async () => {
    const { key } = (await make('scac', 'PROGRAMME_POST', keyOf(world.belgrade))).paper!;
    await sql(`update mission set stage = 'GIVEN_UP', given_up_on = current_date where uuid = ?`, [keyOf(world.mission)]);
    const [scac] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.scac]);
    const rows = (): Promise<number> => transactAs(orm, scac!.id)((em) => em.execute<unknown[]>('select 1 as one from mission_paper where uuid = ?', [key])).then(({ length }) => length);
    expect([await STATUS(key), await rows(), (await make('scac', 'PROGRAMME_POST', keyOf(world.belgrade))).outcome, await straight('scac', 'PROGRAMME_POST', keyOf(world.belgrade))]).toEqual([[200, 404], 0, 'TOO_LATE', 'REFUSED']);
    await sql(`create policy "open" on "mission_paper" for select using (true)`);
    // The service alone hides it then, and the table does not.
    expect([await STATUS(key), await rows()]).toEqual([[200, 404], 1]);
    await sql('drop policy "open" on "mission_paper"');
  });
});
