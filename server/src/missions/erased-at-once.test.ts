/** Whoever prepared a mission, consulted its posts or answered for one is erased while somebody changes that mission: neither is broken off. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { keyOf, missionWith, owner } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10' };
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

/** How somebody has to do with a mission, and which row leads to them. */
const WAYS = {
  prepared: ['update mission set prepared_by_id = ? where uuid = ?', 'select from mission where uuid = ? for update'],
  consulted: ['update consultation set asked_by_id = ? where leg_uuid = (select uuid from mission_leg where mission_uuid = ?)', 'select from consultation where leg_uuid = (select uuid from mission_leg where mission_uuid = ?) for update'],
  answered: [
    `update opinion set answer = 'AGREED', answered_at = now(), source_version = 1, answered_by_id = ? where service = 'SCAC' and consultation_uuid in (select c.uuid from consultation c join mission_leg l on l.uuid = c.leg_uuid where l.mission_uuid = ?)`,
    'select from opinion where consultation_uuid in (select c.uuid from consultation c join mission_leg l on l.uuid = c.leg_uuid where l.mission_uuid = ?) for update',
  ],
} as const;

/** Erases somebody while their mission is held by who changes it, who then does something that names them: what came of both. */
async function both([lead, row]: readonly [lead: string, row: string]): Promise<string[]> {
  const [person, { id }] = [randomUUID(), await missionWith(server(), headers.adviser, [BELGRADE], undefined, { team: [] })];
  await sql(`insert into person (id, name, email, is_demonstration, created_at, updated_at) values (?, 'Somebody', ?, true, now(), now())`, [person, `${person}@passerelle.example`]);
  await sql(lead, [person, keyOf(id)]);
  const em = server().database.orm.em.fork();
  await em.begin();
  await em.execute('select from mission where uuid = ? for update', [keyOf(id)]);
  await em.execute(row, [keyOf(id)]);
  const erased = sql(`select erase_person(?, ?)`, [person, person]).then(() => 'DONE', (error: { code?: string }) => String(error.code));
  await untilWaiting(server().database);
  const named = await em.execute('select from person where id = ? for key share', [person]).then(() => 'DONE', (error: { code?: string }) => String(error.code));
  await (named === 'DONE' ? em.commit() : em.rollback());
  return [named, await erased];
}

test.each(Object.entries(WAYS))('whoever has %s is erased after who changes the mission; where it is not held first both wait for each other: the control', async (_way, statements) => {
  expect(await both(statements)).toEqual(['DONE', 'DONE']);
  const [{ now }] = (await sql<{ now: string }>(`select pg_get_functiondef('erase_person(uuid, text)'::regprocedure) as now`)) as [{ now: string }];
  const late = now.replace(/ {2}perform from mission m[^;]*;/, '');
  expect(late).not.toBe(now);
  await sql(late);
  expect(await both(statements)).toContain('40P01');
  await sql(now);
});

test('what whoever is erased has written of a leg goes, what they answered stays, and that it was noted too', async () => {
  const [person, { id }] = [randomUUID(), await missionWith(server(), headers.adviser, [BELGRADE], undefined, { team: [] })];
  await sql(`insert into person (id, name, email, is_demonstration, created_at, updated_at) values (?, 'Somebody', ?, true, now(), now())`, [person, `${person}@passerelle.example`]);
  await sql(WAYS.answered[0].replace(`answer = 'AGREED'`, `answer = 'AGREED', remark = 'Bien.', reason = 'Par moi.', locale = 'fr'`), [person, keyOf(id)]);
  await sql('delete from audit_entry');
  await sql('select erase_person(?, ?)', [person, person]);
  expect(await sql(`select o.answer, o.remark, o.reason, o.answered_by_id from opinion o join consultation c on c.uuid = o.consultation_uuid join mission_leg l on l.uuid = c.leg_uuid where l.mission_uuid = ? and o.service = 'SCAC'`, [keyOf(id)])).toEqual([{ answer: 'AGREED', remark: null, reason: '', answered_by_id: null }]);
  expect(await sql(`select from audit_entry where subject = 'OPINION'`)).toEqual([]);
});
