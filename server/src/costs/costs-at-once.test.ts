/** Two at once: somebody of a team is erased while a rate is changed, and two change one line. Neither is broken off, and nothing is lost in silence. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { keyOf, missionWith, owner, told } from '../missions/world.fixture.ts';
import { moneyOf, noteActual, saveCost } from './costs.fixture.ts';
import { noteActualCost } from './costs.service.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10' };
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const outcome = (work: Promise<unknown>): Promise<string> => work.then(() => 'DONE', (error: { code?: string }) => String(error.code));
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

/** A function as it would be otherwise, while something is done. */
async function otherwise(signature: string, [is, other]: readonly [is: string, other: string], work: () => Promise<void>): Promise<void> {
  const [{ now }] = (await sql<{ now: string }>('select pg_get_functiondef(?::regprocedure) as now', [signature])) as [{ now: string }];
  expect(now).toContain(is);
  await sql(now.replace(is, other));
  await work();
  await sql(now);
}

/** Erases somebody who holds the mission of whose team they are, while a rate of its country is entered: what came of both. */
async function erasedAtOnce(): Promise<string[]> {
  const [person, member, mission] = [randomUUID(), randomUUID(), await missionWith(server(), headers.adviser, [BELGRADE], ['planMission'], { team: [] })];
  await sql(`insert into person (id, name, email, is_demonstration, created_at, updated_at) values (?, 'Somebody', ?, true, now(), now())`, [person, `${person}@passerelle.example`]);
  await sql(`insert into mission_member (uuid, mission_uuid, person_id, role) values (?, ?, ?, 'ADVISER')`, [member, keyOf(mission.id), person]);
  await sql(`insert into mission_stay (member_uuid, leg_uuid, arrives_at, leaves_at) values (?, ?, '2098-11-09 09:00', '2098-11-10 20:00')`, [member, keyOf(mission.legs[0]!.id)]);
  const em = server().database.orm.em.fork();
  await em.begin();
  // As erasing begins: the mission first, then what is about them.
  await em.execute('select from mission where uuid = ? for no key update', [keyOf(mission.id)]);
  await em.execute('select from mission_cost where member_uuid = ? for update', [member]);
  const entered = outcome(sql(`insert into allowance_rate (uuid, country_code, valid_from, cents_per_day, currency, source, is_demonstration) values (?, 'RS', '2098-01-01', 15000, 'EUR', 'Arrêté (inventé)', true)`, [randomUUID()]));
  await untilWaiting(server().database);
  const erased = await outcome(em.execute('select erase_person(?, ?)', [person, person]));
  await (erased === 'DONE' ? em.commit() : em.rollback());
  const both = [erased, await entered];
  await sql('delete from mission');
  await sql('delete from allowance_rate');
  return both;
}

test('who is erased and who enters a rate wait for each other in one order; where missions are not held alone they do not: the control', async () => {
  expect(await erasedAtOnce()).toEqual(['DONE', 'DONE']);
  await otherwise('follow_rates()', ['for no key update', 'for key share'], async () => expect(await erasedAtOnce()).toContain('40P01'));
});

test('of two who change one line at once the second is told so, and the line is as the first wrote it', async () => {
  const { id } = await missionWith(server(), headers.adviser, [BELGRADE], ['planMission'], { team: [] });
  const { key } = await saveCost(server(), headers.adviser, id);
  const held = server().database.orm.em.fork();
  const writes = [
    (cents: number, by: 'adviser' | 'assistant', version: number) => saveCost(server(), headers[by], id, { key, version, unitCents: cents }),
    (cents: number, by: 'adviser' | 'assistant', version: number) => noteActual(server(), headers[by], id, [key, version, cents]),
  ];
  for (const [index, write] of writes.entries()) {
    await held.begin();
    await held.execute('select from mission where uuid = ? for update', [keyOf(id)]);
    const both = [write(100, 'adviser', index + 1), write(200, 'assistant', index + 1)];
    await untilWaiting(server().database, 2);
    await held.rollback();
    const outcomes = (await Promise.all(both)).map(told);
    expect([...outcomes].sort()).toEqual(['CONFLICT', 'DONE']);
    const line = (await moneyOf(server(), headers.adviser, id))!.costs.find((one) => one.key === key)!;
    expect([line.version, index === 0 ? line.unitCents : line.actualCents]).toEqual([index + 2, outcomes[0] === 'DONE' ? 100 : 200]);
  }
});

test('where the mission is not held both have read the same, and what the first wrote is lost: the control', async () => {
  const { id } = await missionWith(server(), headers.adviser, [BELGRADE], ['planMission'], { team: [] });
  const { key } = await saveCost(server(), headers.adviser, id);
  const [{ person }] = (await sql<{ person: string }>('select id as person from person where email = ?', [PEOPLE.adviser])) as [{ person: string }];
  const read = Array.from({ length: 2 }, () => Promise.withResolvers<void>());
  const write = (index: number): Promise<string> => server().database.orm.em.fork().transactional(async (em) => {
    const execute = em.execute.bind(em) as (text: string, values?: unknown[]) => Promise<unknown>;
    Object.assign(em, {
      execute: async (text: string, values?: unknown[]) => {
        const found = await execute(text.replace(' for update', ''), values);
        if (text.includes('from mission_cost')) {
          read[index]!.resolve();
          await read[1 - index]!.promise;
        }
        return found;
      },
    });
    return told(await noteActualCost(em, { person, mission: keyOf(id), key }, { version: 1, actualCents: 100 + index }));
  });
  expect(await Promise.all([write(0), write(1)])).toEqual(['DONE', 'DONE']);
});
