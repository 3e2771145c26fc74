/** What the tables of links to needs hold to, whatever a service forgets. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { transactAs } from '../core/database/index.ts';
import { keyOf, missionWith, owner, told } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { missionOver, saveFinding } from '../reports/world.fixture.ts';
import { create, update } from '../trainings/world.fixture.ts';
import { move, needOf } from './needs.fixture.ts';
import { worksOn } from './works-on.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const OBJECTIVE = '00000000-0000-4000-8000-0000000000b1';
const FINDING = '00000000-0000-4000-8000-0000000000b2';
const IN_SERBIA = { country: 'RS', town: 'Beograd', timeZone: 'Europe/Belgrade' };
const LINKS = ['session_need', 'mission_objective_need', 'finding_need'] as const;
const OUTSIDE = [PEOPLE.ngoCoordinator, PEOPLE.authority, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null];
let headers: Headers;
let orm: MikroORM;
let serbian: string;
let albanian: string;
let session: string;
let legs: readonly string[];

const personOf = async (email: string | null): Promise<string | null> => (email === null ? null : (await sql<{ id: string }>('select id from person where email = ?', [email]))[0]!.id);

/** Statements of the application as somebody, in one transaction: how many rows the last one gave, or what the database says. */
async function as(email: string | null, ...statements: string[]): Promise<number | string> {
  try {
    return await transactAs(orm, await personOf(email))(async (em) => {
      let rows = 0;
      for (const statement of statements) rows = (await em.execute<unknown[]>(statement)).length;
      return rows;
    });
  } catch (error) {
    return (error as { cause?: Error }).cause?.message ?? (error as Error).message;
  }
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  for (const table of ['need', 'mission']) await sql(`delete from ${table}`);
  serbian = await needOf(server(), headers.scac);
  albanian = await needOf(server(), headers.scacElsewhere, { country: 'AL', sourceLocale: 'sq' });
  const needs = [serbian, albanian].map((key) => `Need_${key}`);
  session = keyOf((await create(server(), headers.adviser, { ...IN_SERBIA, needs })).session!.id);
  const mission = await missionWith(server(), headers.adviser, [{}, { country: 'AL', city: 'tirana', startsOn: '2098-11-11', endsOn: '2098-11-12' }], undefined, { objectives: [{ key: OBJECTIVE, text: 'Former', recommendations: [], needs }] });
  legs = mission.legs.map(({ id }) => keyOf(id));
  const over = await missionOver(server(), headers.adviser);
  await saveFinding(server(), headers.adviser, over.id, { key: FINDING, needs });
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

test('links are seen by whoever sees both ends; without their rules all are seen: the control', async () => {
  expect([await as(PEOPLE.scac, 'select from session_need'), await as(PEOPLE.scacElsewhere, 'select from session_need'), await as(PEOPLE.adviser, 'select from session_need')]).toEqual([1, 0, 2]);
  for (const table of LINKS.slice(1)) for (const email of [PEOPLE.scac, PEOPLE.scacElsewhere]) expect([table, email, await as(email, `select from ${table}`)]).toEqual([table, email, 0]);
  for (const table of LINKS) {
    for (const email of OUTSIDE) expect([table, email, await as(email, `select from ${table}`)]).toEqual([table, email, 0]);
    await sql(`alter table ${table} disable row level security`);
    expect([table, await as(PEOPLE.scacElsewhere, `select from ${table}`)]).toEqual([table, 2]);
    await sql(`alter table ${table} enable row level security`);
  }
});

test('which leg works on a need is told to whoever sees the leg, each of its own country', async () => {
  const pairs = async (email: string | null): Promise<unknown> => transactAs(orm, await personOf(email))((em) => em.execute('select need_uuid as need, leg_uuid as leg from need_leg order by need_uuid = ? desc', [serbian]));
  const [inSerbia, inAlbania] = [{ need: serbian, leg: legs[0] }, { need: albanian, leg: legs[1] }];
  expect([await pairs(PEOPLE.adviser), await pairs(PEOPLE.ssi), await pairs(PEOPLE.scacElsewhere)]).toEqual([[inSerbia, inAlbania], [inSerbia], [inAlbania]]);
  for (const email of OUTSIDE) expect([email, await pairs(email)]).toEqual([email, []]);
  // The rule of legs hides them once more: with a view that told of every leg a post would find those of its own country alone.
  const [{ is }] = await sql<{ is: string }>(`select pg_get_viewdef('need_leg'::regclass) as is`) as [{ is: string }];
  await sql('create or replace view need_leg as select n.uuid as need_uuid, l.uuid as leg_uuid from need n cross join mission_leg l');
  const own = await sql<{ uuid: string }>(`select uuid from mission_leg where country_code = 'AL' and is_shown`);
  const all = await sql('select from mission_leg');
  const found = (await worksOn(server(), headers.scacElsewhere, albanian))!.legs;
  expect([found.toSorted(), all.length > found.length]).toEqual([own.map(({ uuid }) => `MissionLeg_${uuid}`).toSorted(), true]);
  await sql(`create or replace view need_leg with (security_barrier = true) as ${is}`);
});

describe('the database refuses', () => {
  const linked = (need: string): string => `insert into session_need (session_uuid, need_uuid) values ('${session}', '${need}') returning 1`;

  test('a link of a post to a need that it does not see, or of a session that it does not prepare', async () => {
    const [other] = await sql<{ uuid: string }>(`delete from session_need where session_uuid = ? and need_uuid = ? returning need_uuid as uuid`, [session, albanian]);
    expect(String(await as(PEOPLE.scac, linked(other!.uuid)))).toContain('row-level security');
    expect(String(await as(PEOPLE.scacElsewhere, linked(other!.uuid)))).toContain('row-level security');
    expect(await as(PEOPLE.adviser, linked(other!.uuid))).toBe(1);
    expect([await as(PEOPLE.scac, `delete from session_need where need_uuid = '${albanian}' returning 1`), await as(PEOPLE.scacElsewhere, 'delete from session_need returning 1')]).toEqual([0, 0]);
    for (const email of [PEOPLE.scac, PEOPLE.expert]) expect([email, String(await as(email, `insert into mission_objective_need values ('${OBJECTIVE}', '${serbian}') returning 1`)).includes('row-level security')]).toEqual([email, true]);
  });

  test('a link to a need that is not seen in the same words, whether it stands, is withdrawn or is none; where it is looked at before the rule of rows it is told: the control', async () => {
    const gone = await needOf(server(), headers.scacElsewhere, { country: 'AL', sourceLocale: 'sq' });
    await move(server(), headers.scacElsewhere, gone, 'WITHDRAWN');
    const told = async (email: string | null): Promise<unknown[]> => {
      const all: unknown[] = [];
      for (const need of [albanian, gone, randomUUID()]) all.push(await as(email, linked(need)));
      return all.map((one) => String(one).includes('row-level security'));
    };
    for (const email of [PEOPLE.scac, PEOPLE.expert, null]) expect([email, await told(email)]).toEqual([email, [true, true, true]]);
    await sql('create trigger before_the_rule before insert on session_need for each row execute function link_need()');
    try {
      expect(await told(PEOPLE.scac)).toEqual([true, false, false]);
    } finally {
      await sql('drop trigger before_the_rule on session_need');
    }
  });

  test('a link between what is invented and what is real, in each table; without its trigger it is made: the control', async () => {
    const real = await needOf(server(), headers.scac);
    await sql('alter table need disable trigger need_moves');
    await sql('update need set is_demonstration = false where uuid = ?', [real]);
    const rows = { session_need: session, mission_objective_need: OBJECTIVE, finding_need: FINDING };
    for (const [table, of] of Object.entries(rows)) await expect(sql(`insert into ${table} values ('${of}', '${real}')`)).rejects.toThrow('what is invented and what is real are not linked');
    await sql('alter table session_need disable trigger session_need_made');
    await sql(`insert into session_need values ('${session}', '${real}')`);
    await sql('alter table session_need enable trigger session_need_made');
    await sql('delete from need where uuid = ?', [real]);
    await sql('alter table need enable trigger need_moves');
  });

  test('that something begins to work on a need that is withdrawn, at once too: whoever comes second is told', async () => {
    const key = await needOf(server(), headers.scac);
    const withdrawn = Promise.withResolvers<void>();
    const withdrawing = transactAs(orm, await personOf(PEOPLE.scac))(async (em) => {
      await em.execute(`update need set status = 'WITHDRAWN', version = version + 1 where uuid = ?`, [key]);
      await em.execute(`insert into need_step (need_uuid, position, by_id, by_role, from_status, to_status) values (?, 2, acting_person(), 'SCAC', 'SUBMITTED', 'WITHDRAWN')`, [key]);
      withdrawn.resolve();
      await untilWaiting(server().database);
    });
    await withdrawn.promise;
    const linking = update(server(), headers.adviser, `TrainingSession_${session}`, 1, { ...IN_SERBIA, needs: [`Need_${key}`] });
    await withdrawing;
    expect(told(await linking)).toBe('INVALID NEEDS WITHDRAWN');
    expect(String(await as(PEOPLE.adviser, linked(key)))).toContain('a need that is withdrawn');
  });
});
