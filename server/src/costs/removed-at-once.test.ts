/** The sheet of somebody of a team is removed, or forgotten by retention, while a rate is changed or while their mission is planned: neither is broken off. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { useMetadata } from '../core/reader/index.ts';
import { create, remove } from '../experts/world.fixture.ts';
import { keyOf, missionWith, owner } from '../missions/world.fixture.ts';
import { forgetDue } from '../my-data/retention.service.ts';
import { ormOptions } from '../orm.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10' };
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const outcome = (work: Promise<unknown>): Promise<string> => work.then(() => 'DONE', (error: { code?: string }) => error.code ?? String(error));
let headers: Headers;
let app: MikroORM;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  app = await MikroORM.init(ormOptions(server().database.app));
  useMetadata(app.getMetadata());
  return () => app.close();
});

/** How a sheet goes, and what holds the missions first. */
const WAYS = {
  'the adviser removes it': {
    signature: 'hold_missions_of(uuid)',
    go: async (expert: string): Promise<unknown> => {
      const back = await remove(server(), headers.adviser, `Expert_${expert}`, 1);
      if (back.outcome !== 'DONE') throw new Error(back.outcome);
      return back;
    },
  },
  'retention forgets it': {
    signature: 'hold_missions_first()',
    go: async (expert: string): Promise<unknown> => {
      await sql('update expert set last_mission_on = null where uuid <> ?', [expert]);
      return forgetDue(app.em.fork(), new Date());
    },
  },
} as const;
type Way = (typeof WAYS)[keyof typeof WAYS];

/** A sheet in a team, which a mission that is held by somebody has; then it goes, while whoever holds the mission goes on: what came of both. */
async function both({ go }: Way, goesOn: (mission: string, expert: string) => string): Promise<string[]> {
  const expert = randomUUID();
  expect((await create(server(), headers.adviser, { key: expert, contact: null })).outcome).toBe('DONE');
  await sql(`update expert set last_mission_on = '2020-01-01' where uuid = ?`, [expert]);
  const mission = await missionWith(server(), headers.adviser, [BELGRADE], ['planMission'], { team: [] });
  const member = randomUUID();
  await sql(`insert into mission_member (uuid, mission_uuid, expert_uuid, role) values (?, ?, ?, 'MAGISTRATE')`, [member, keyOf(mission.id), expert]);
  await sql(`insert into mission_stay (member_uuid, leg_uuid, arrives_at, leaves_at) values (?, ?, '2098-11-09 09:00', '2098-11-10 20:00')`, [member, keyOf(mission.legs[0]!.id)]);
  const em = server().database.orm.em.fork();
  await em.begin();
  await em.execute('select from mission order by uuid for no key update');
  // What whoever changes a rate has alone.
  await em.execute('select pg_advisory_xact_lock(7266140)');
  const gone = outcome(go(expert));
  await untilWaiting(server().database);
  const went = await outcome(em.execute(goesOn(keyOf(mission.id), expert)));
  await (went === 'DONE' ? em.commit() : em.rollback());
  const came = [went, await gone, String((await sql('select from expert where uuid = ?', [expert])).length)];
  await sql('delete from mission');
  await sql('delete from allowance_rate');
  return came;
}

const CHANGES = {
  'a rate is entered': () => `insert into allowance_rate (uuid, country_code, valid_from, cents_per_day, currency, source, is_demonstration) values (gen_random_uuid(), 'RS', '2098-11-10', 15000, 'EUR', 'Arrêté (inventé)', true)`,
  'they are taken out of the team': (mission: string) => `delete from mission_member where mission_uuid = '${mission}'`,
} as const;

describe.each(Object.entries(WAYS))('%s', (_way, way) => {
  test.each(Object.entries(CHANGES))('while %s: both come through', async (_change, change) => {
    expect(await both(way, change)).toEqual(['DONE', 'DONE', '0']);
  });

  test('the control: where missions are not held first they wait for each other', async () => {
    const [{ now }] = (await sql<{ now: string }>('select pg_get_functiondef(?::regprocedure) as now', [way.signature])) as [{ now: string }];
    const late = now.replace(/perform from mission[^;]*;/, 'null;');
    expect(late).not.toBe(now);
    await sql(late);
    expect((await both(way, CHANGES['a rate is entered'])).slice(0, 2)).not.toEqual(['DONE', 'DONE']);
    await sql(now);
  });
});
