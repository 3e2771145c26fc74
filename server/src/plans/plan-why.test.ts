/** Why one meeting is left out, asked with work of its own by the API: of what is open, by those who plan missions, once; and stopped by them. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { ADVISERS, type Headers, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { MISSION_KEY, readSearch } from './plans.fixture.ts';
import { ONE_COUNTRY, solved, written } from './why.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const FIELDS = 'version why { meetingKey state reason } leftOut { meetingKey isOpen why { code } witness { code amount } changes { code } } can { askWhy stopWhy }';
const SOLVED = solved(ONE_COUNTRY);
let headers: Headers;

interface Seen {
  readonly version: number;
  readonly why: { readonly meetingKey: string; readonly state: string; readonly reason: string | null } | null;
  readonly leftOut: readonly { readonly meetingKey: string; readonly isOpen: boolean }[];
  readonly can: { readonly askWhy: boolean; readonly stopWhy: boolean };
}

const sql = (text: string, values: unknown[] = []): Promise<unknown[]> => server().database.orm.em.fork().execute<unknown[]>(text, values);
const seen = async (key: string): Promise<Seen> => (await readSearch<Seen>(server(), headers.adviser, `PlanSearch_${key}`, FIELDS))!;
const searched = (): Promise<string> => written(sql, SOLVED);

async function asks(key: string, { role = 'adviser', meeting = SOLVED.out }: { readonly role?: Role; readonly meeting?: string } = {}): Promise<string> {
  const { data, code } = await ask(server(), 'mutation ($id: ID!, $meeting: UUID!) { askPlanWhy(id: $id, meeting: $meeting) { outcome } }', { id: `PlanSearch_${key}`, meeting }, headers[role]);
  return data ? (data.askPlanWhy as { outcome: string }).outcome : code!;
}

async function stops(key: string, role: Role = 'adviser'): Promise<string> {
  const { data, code } = await ask(server(), 'mutation ($id: ID!) { stopPlanWhy(id: $id) { outcome } }', { id: `PlanSearch_${key}` }, headers[role]);
  return data ? (data.stopPlanWhy as { outcome: string }).outcome : code!;
}

beforeAll(async () => void (headers = await signEverybodyIn(server())), 180_000);

test('is asked of a search that is over, of a meeting of which something is open, by those who plan missions; others are told that there is none', async () => {
  const [over, going, without, shown] = [await searched(), await searched(), await searched(), await searched()];
  await sql(`update plan_search set state = 'RUNNING', ended_at = null, run = gen_random_uuid() where uuid = ?`, [going]);
  await sql('update plan_search set best = null, worth = null where uuid = ?', [without]);
  await sql(`update plan_search set explained = jsonb_set(explained, '{leftOut,1,isLookedInto}', 'true') where uuid = ?`, [shown]);
  expect([await asks(going), await asks(without), await asks(shown), await asks(over, { meeting: randomUUID() }), await asks(randomUUID())]).toEqual(['TOO_LATE', 'TOO_LATE', 'TOO_LATE', 'TOO_LATE', 'GONE']);
  expect([(await seen(going)).can.askWhy, (await seen(without)).can.askWhy, (await seen(shown)).leftOut.map(({ isOpen }) => isOpen)]).toEqual([false, false, [true, false]]);
  for (const role of ROLES.filter((one) => !ADVISERS.includes(one))) expect([role, await asks(over, { role })]).toEqual([role, await asks(randomUUID(), { role })]);
  expect(await seen(over)).toMatchObject({ why: null, leftOut: [{ isOpen: true }, { isOpen: true }], can: { askWhy: true, stopWhy: false } });
});

test('is stopped by those who plan missions while it waits or goes on, and asked once more or about another meeting then; others are told that there is none', async () => {
  const key = await searched();
  const other = (await seen(key)).leftOut[0]!.meetingKey;
  const { version } = await seen(key);
  expect([await stops(key), await stops(randomUUID())]).toEqual(['TOO_LATE', 'GONE']);
  await sql(`update plan_search set why_state = 'RUNNING', why_meeting = ?, why_run = gen_random_uuid() where uuid = ?`, [SOLVED.out, key]);
  for (const role of ROLES.filter((one) => !ADVISERS.includes(one))) expect([role, await stops(key, role)]).toEqual([role, await stops(randomUUID(), role)]);
  expect(await seen(key)).toMatchObject({ why: { state: 'RUNNING', reason: null }, can: { askWhy: false, stopWhy: true } });
  expect([await asks(key, { meeting: other }), await stops(key, 'assistant'), await stops(key)]).toEqual(['TOO_MANY', 'DONE', 'DONE']);
  expect(await seen(key)).toMatchObject({ version, why: { meetingKey: SOLVED.out, state: 'STOPPED', reason: 'ASKED' }, leftOut: [{ isOpen: true }, { isOpen: true }], can: { askWhy: true, stopWhy: false } });
  expect(await sql(`select before, after from audit_entry where subject = 'MISSION' and part = 'plan_why' and before = 'RUNNING' and object = ?`, [MISSION_KEY])).toEqual([{ before: 'RUNNING', after: 'STOPPED' }]);
  await sql(`update plan_search set why_state = 'DONE', why_reason = null where uuid = ?`, [key]);
  expect(await stops(key)).toBe('TOO_LATE');
});

test('is asked, and stopped, by nobody invented of what somebody real has had searched for', async () => {
  const key = await searched();
  await sql('update plan_search set is_demonstration = false where uuid = ?', [key]);
  expect(await asks(key)).toBe('GONE');
  expect(await sql('select why_state as state from plan_search where uuid = ?', [key])).toEqual([{ state: null }]);
  await sql(`update plan_search set why_state = 'QUEUED', why_meeting = ? where uuid = ?`, [SOLVED.out, key]);
  expect(await stops(key)).toBe('GONE');
  expect(await sql('select why_state as state from plan_search where uuid = ?', [key])).toEqual([{ state: 'QUEUED' }]);
});

test('more is said of the meeting then, the plan stays as it was, and what it says is asked for no more', async () => {
  const key = await searched();
  const { version } = await seen(key);
  expect(await asks(key, { role: 'assistant', meeting: SOLVED.out.toUpperCase() })).toBe('DONE');
  const over = (await vi.waitUntil(async () => {
    const now = await seen(key);
    return now.why?.state === 'DONE' && now;
  }, { timeout: 120_000, interval: 250 })) as Seen;
  expect(over).toMatchObject({
    version, why: { meetingKey: SOLVED.out, reason: null }, can: { askWhy: true },
    leftOut: [{ isOpen: true, why: { code: 'LEFT_OUT_UNPROVED' } }, { meetingKey: SOLVED.out, isOpen: false, why: { code: 'LEFT_OUT_DISPLACED' }, witness: { code: 'WITNESS_CHEAPEST', amount: 8 }, changes: [{ code: 'CHANGE_MORE_COUNTRIES' }] }],
  });
  expect([await asks(key), await seen(key)]).toEqual(['DONE', over]);
  expect(await sql(`select from audit_entry where subject = 'MISSION' and part = 'plan_why' and after = 'QUEUED' and object = ?`, [MISSION_KEY])).toHaveLength(1);
}, 150_000);
