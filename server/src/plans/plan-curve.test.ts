/** What more or less money would bring, by the API: asked of a search that is over, and of nobody's knowledge but those who plan missions. */
import { randomUUID } from 'node:crypto';
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { beforeAll, expect, test, vi } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { ADVISERS, type Headers, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { planMission } from '../planner/mission/index.ts';
import { MISSION_KEY, readSearch } from './plans.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const FIELDS = 'version curve { state reason points { envelopeCents meetings value costCents isProved } } can { askCurve stopCurve }';
let headers: Headers;

interface Seen {
  readonly version: number;
  readonly curve: { readonly state: string; readonly points: readonly { readonly envelopeCents: number | null; readonly meetings: number | null; readonly value: number | null; readonly costCents: number | null; readonly isProved: boolean }[] } | null;
  readonly can: { readonly askCurve: boolean; readonly stopCurve: boolean };
}

const sql = (text: string, values: unknown[] = []): Promise<unknown[]> => server().database.orm.em.fork().execute<unknown[]>(text, values);
const seen = async (key: string): Promise<Seen> => (await readSearch<Seen>(server(), headers.adviser, `PlanSearch_${key}`, FIELDS))!;

async function act(name: 'askPlanCurve' | 'stopPlanCurve', key: string, role: Role = 'adviser'): Promise<string> {
  const { data, code } = await ask(server(), `mutation ($id: ID!) { ${name}(id: $id) { outcome } }`, { id: `PlanSearch_${key}` }, headers[role]);
  return data ? (data[name] as { outcome: string }).outcome : code!;
}

/** A search of two meetings that is over with a plan. */
async function searched(): Promise<string> {
  const [key, problem] = [randomUUID(), { ...WORKED, meetings: WORKED.meetings.slice(0, 2), precedences: [], pins: [] }];
  const { plan } = planMission({ problem, seed: 0, maxWork: 60_000, maxLabels: 40_000 });
  await sql(`insert into plan_search (uuid, mission_uuid, problem_hash, problem, assumed, best, worth, state, ended_at, is_demonstration) values (?, ?, 'h', ?::jsonb, '{}', ?::jsonb, '[0]', 'DONE', now(), true)`, [key, MISSION_KEY, JSON.stringify(problem), JSON.stringify(plan)]);
  return key;
}

beforeAll(async () => void (headers = await signEverybodyIn(server())), 180_000);

test('is asked of a search that is over and has a plan, by those who plan missions; others are told that there is none', async () => {
  const [over, without] = [await searched(), await searched()];
  await sql(`update plan_search set best = null, worth = null, problem = jsonb_set(problem, '{limits}', '[]') where uuid = ?`, [without]);
  expect([await act('askPlanCurve', without), await act('stopPlanCurve', over), await act('askPlanCurve', randomUUID())]).toEqual(['TOO_LATE', 'TOO_LATE', 'GONE']);
  await sql(`update plan_search set state = 'RUNNING', ended_at = null, run = gen_random_uuid() where uuid = ?`, [without]);
  expect(await act('askPlanCurve', without)).toBe('TOO_LATE');
  for (const role of ROLES.filter((one) => !ADVISERS.includes(one))) {
    const absent = await act('askPlanCurve', randomUUID(), role);
    expect([role, await act('askPlanCurve', over, role), await act('stopPlanCurve', over, role)]).toEqual([role, absent, absent]);
  }
  expect(await seen(over)).toMatchObject({ curve: null, can: { askCurve: true, stopCurve: false } });
});

test('is asked by nobody invented of what somebody real has had searched for', async () => {
  const key = await searched();
  await sql('update plan_search set is_demonstration = false where uuid = ?', [key]);
  expect([await act('askPlanCurve', key), await act('stopPlanCurve', key)]).toEqual(['GONE', 'GONE']);
  expect(await sql('select curve_state as state from plan_search where uuid = ?', [key])).toEqual([{ state: null }]);
});

test('the envelopes come one by one, the smallest first, none at all last, and the plan stays as it was', async () => {
  const key = await searched();
  const { version } = await seen(key);
  expect(await act('askPlanCurve', key, 'assistant')).toBe('DONE');
  const { curve, can, version: after } = (await vi.waitUntil(async () => {
    const now = await seen(key);
    return now.curve?.state === 'DONE' && now;
  }, { timeout: 120_000, interval: 250 })) as Seen;
  expect([can, after]).toEqual([{ askCurve: false, stopCurve: false }, version]);
  const [cents, worth] = [curve!.points.map(({ envelopeCents }) => envelopeCents ?? Infinity), curve!.points.map(({ value }) => value ?? -1)];
  expect([cents.length > 3, cents.at(-1), cents, worth]).toEqual([true, Infinity, cents.toSorted((a, b) => a - b), worth.toSorted((a, b) => a - b)]);
  for (const { envelopeCents, costCents } of curve!.points) expect(costCents ?? 0).toBeLessThanOrEqual(envelopeCents ?? Infinity);
  expect(await sql(`select from audit_entry where subject = 'MISSION' and part = 'plan_curve' and object = ?`, [MISSION_KEY])).toHaveLength(1);
}, 150_000);

test('is asked of a search without a plan where its envelope may be too small for any', async () => {
  const key = await searched();
  await sql('update plan_search set best = null, worth = null where uuid = ?', [key]);
  expect([(await seen(key)).can.askCurve, await act('askPlanCurve', key), await act('stopPlanCurve', key), (await seen(key)).can.askCurve]).toEqual([true, 'DONE', 'DONE', true]);
});
