import { expect, test } from 'vitest';
import type { Meeting, Problem } from '@passerelle/shared/planning.ts';
import { bruteSolve } from '../planner/explain/brute-solve.fixture.ts';
import { round } from '../planner/explain/round.fixture.ts';
import { Asking, leftOut, sayLeftOut } from '../planner/explain/index.ts';
import { EFFORTS } from './efforts.ts';
import { SEARCH_LIMITS } from './search-task.ts';
import { solverOf } from './solve.ts';

/** Two countries, of which one may be visited; of the meeting in the first something is so. */
const oneCountry = (first: Partial<Meeting>): Problem => ({ ...round(0), maxCountries: 1, efforts: EFFORTS, meetings: round(0).meetings.map((one) => (one.id === 'S1' ? { ...one, ...first } : one)) });

test.each([['LEFT_OUT.BOUND', 'it has to be', { isMandatory: true }], ['LEFT_OUT.DISPLACED', 'it counts for more', { profit: 20 }]])('%s: a meeting that is out because another is in the only country that may be visited, as %s, is in where one more may be', (why, _, first) => {
  const problem = oneCountry(first);
  const { plan, value } = bruteSolve({ step: 30, maxOwn: 0 })(problem);
  const asking = new Asking(solverOf({ seed: 0, ...SEARCH_LIMITS.explaining, stops: () => false }), { maxSolves: 60 });
  const { leftOut: [one, ...others] } = leftOut(asking, problem, { plan: plan!, value: value! });
  expect([one!.meetingId, others]).toEqual(['B1', []]);
  expect(sayLeftOut(one!).filter(({ code }) => code !== 'EXCHANGE').map(({ code, amount, about }) => [code, amount, about.map(({ id }) => id)])).toEqual([[why, why === 'LEFT_OUT.BOUND' ? null : 10, expect.arrayContaining(['B1'])], ['WITNESS.CHEAPEST', 5 + 3, ['B1']], ['CHANGE.MORE_COUNTRIES', 1, ['maxCountries']]]);
});
