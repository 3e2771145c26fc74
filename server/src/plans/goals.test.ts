/** What counts, and limits of single kinds, as whoever plans chooses them: kept with the search, shown with what the plan has of each, and refused where they cannot be. */
import { randomUUID } from 'node:crypto';
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { beforeAll, expect, test, vi } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { readSearch, searchPlan, stopPlanSearch } from './plans.fixture.ts';
import { showRef } from './show-ref.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
beforeAll(async () => void (headers = await signEverybodyIn(server())), 180_000);

const FREE = { isTeamKept: false, taken: ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'], envelopeCents: 2_000_000, interpreterCents: 30_000 };
const WEIGHED = { isWeighed: true, goals: [{ measure: 'PROFIT', points: 2 }, { measure: 'COST_CENTS', points: 1 }, { measure: 'NIGHTS' }] };
const FIELDS = 'isSolved settings { goals { isWeighed goals { measure points } } kindLimits { kind cents } } value { goal value isProved terms { measure weight amount points } } plan { costs { totalCents sums { kind cents } } worth nights } assumptions { interpreters { languageCode countryCodes isAssumed cents source { text } } }';

interface Seen {
  readonly isSolved: boolean;
  readonly settings: unknown;
  readonly value: readonly { readonly goal: string; readonly value: number; readonly terms: readonly { readonly measure: string; readonly weight: number; readonly amount: number; readonly points: number | null }[] }[];
  readonly plan: { readonly costs: { readonly totalCents: number; readonly sums: readonly { readonly kind: string; readonly cents: number }[] }; readonly worth: number; readonly nights: number } | null;
  readonly assumptions: { readonly interpreters: readonly { readonly languageCode: string; readonly countryCodes: readonly string[]; readonly isAssumed: boolean; readonly cents: number; readonly source: { readonly text: string } }[] };
}

/** A search whose plan is final, stopped before it is explained. */
async function solved(settings: Readonly<Record<string, unknown>>): Promise<Seen> {
  const { outcome, search } = await searchPlan(server(), headers.adviser, { ...FREE, ...settings });
  expect(outcome).toBe('DONE');
  await vi.waitUntil(async () => (await readSearch<Seen>(server(), headers.adviser, search!.id, 'isSolved'))!.isSolved, { timeout: 120_000, interval: 250 });
  await stopPlanSearch(server(), headers.adviser, search!.id);
  const { data } = await ask(server(), 'query ($id: ID!) { isPlanSearchOutdated(id: $id) }', { id: search!.id }, headers.adviser);
  expect(data!.isPlanSearchOutdated).toBe(false);
  return (await readSearch<Seen>(server(), headers.adviser, search!.id, FIELDS))!;
}

test('weighed against each other, each goal says how much the plan has of it and how many points that is, which add up to what the plan is worth; what is spent of a kind keeps to its limit', async () => {
  const { settings, value, plan, assumptions } = await solved({ goals: WEIGHED, kindLimits: [{ kind: 'FARE', cents: 150_000 }] });
  expect(settings).toEqual({ goals: { isWeighed: true, goals: [{ measure: 'PROFIT', points: 2 }, { measure: 'COST_CENTS', points: 1 }, { measure: 'NIGHTS', points: 1 }] }, kindLimits: [{ kind: 'FARE', cents: 150_000 }] });
  const [level] = value;
  expect([value.length, level!.goal, level!.terms.map(({ measure }) => measure)]).toEqual([1, 'weighed', ['PROFIT', 'COST_CENTS', 'NIGHTS']]);
  expect(level!.terms.map(({ amount }) => amount)).toEqual([plan!.worth, plan!.costs.totalCents, plan!.nights]);
  expect(level!.terms.reduce((sum, { points }) => sum + points!, 0)).toBeCloseTo(level!.value / 30_000);
  expect(level!.terms.map(({ points }) => points)).toEqual([2 * plan!.worth, -plan!.costs.totalCents / 10_000, -plan!.nights]);
  expect(plan!.costs.sums.find(({ kind }) => kind === 'FARE')?.cents ?? 0).toBeLessThanOrEqual(150_000);
  // What somebody has entered is a fact of its country with its source; of Serbian nothing is known, so that it is assumed.
  expect(assumptions.interpreters).toContainEqual({ languageCode: 'sr', countryCodes: ['RS'], isAssumed: true, cents: 30_000, source: { text: 'assumed' } });
}, 150_000);

test('one after the other they count in the order that was chosen', async () => {
  const { value } = await solved({ goals: { isWeighed: false, goals: [{ measure: 'COUNTRIES_SERVED' }, { measure: 'PROFIT' }] } });
  expect(value.map(({ goal, terms }) => [goal, terms[0]!.points])).toEqual([['countries', null], ['meetings', null]]);
}, 150_000);

test('under the same key other goals, or other limits, are another question', async () => {
  const key = randomUUID();
  const asked = async (more: Readonly<Record<string, unknown>>): Promise<string> => (await searchPlan(server(), headers.adviser, { key, ...FREE, ...more })).outcome;
  const first = { goals: WEIGHED, kindLimits: [{ kind: 'FARE', cents: 1 }, { kind: 'ALLOWANCE', cents: 2 }] };
  expect([await asked(first), await asked({ ...first, kindLimits: first.kindLimits.toReversed() }), await asked({ goals: WEIGHED }), await asked({ ...first, goals: { ...WEIGHED, isWeighed: false } })]).toEqual(['DONE', 'DONE', 'CONFLICT', 'CONFLICT']);
  const [{ id }] = ((await ask(server(), 'query ($id: ID!) { mission(id: $id) { planSearches { id } } }', { id: 'Mission_6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10' }, headers.adviser)).data!.mission as { planSearches: [{ id: string }] }).planSearches;
  await stopPlanSearch(server(), headers.adviser, id);
});

test.each([
  ['no goal', { goals: { isWeighed: false, goals: [] } }], ['a goal twice', { goals: { isWeighed: true, goals: [{ measure: 'PROFIT' }, { measure: 'PROFIT' }] } }], ['no points', { goals: { isWeighed: true, goals: [{ measure: 'PROFIT', points: 0 }] } }],
  ['what cannot be chosen', { goals: { isWeighed: true, goals: [{ measure: 'SHARED_NEEDS' }] } }], ['a limit twice', { kindLimits: [{ kind: 'FARE', cents: 1 }, { kind: 'FARE', cents: 2 }] }], ['a limit below nothing', { kindLimits: [{ kind: 'FARE', cents: -1 }] }],
])('%s is refused', async (_what, settings) => {
  expect((await searchPlan(server(), headers.adviser, settings)).outcome).toBe('INVALID');
});

test('a limit in the way says of which kind it is; the envelope is of none', () => {
  const problem = { ...WORKED, limits: [{ id: 'envelope', kinds: ['FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'] as const, cents: 5 }, { id: 'limit.FARE', kinds: ['FARE'] as const, cents: 3 }] };
  expect(['envelope', 'limit.FARE'].map((id) => showRef(problem, { kind: 'LIMIT', id })).map(({ costKind, amount }) => [costKind, amount])).toEqual([[null, 5], ['FARE', 3]]);
});
