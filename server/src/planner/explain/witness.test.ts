import { expect, test } from 'vitest';
import { bruteSolve, TWO_WAYS } from './brute-solve.fixture.ts';
import { faultsOfLeftOut } from './checks.fixture.ts';

const solve = bruteSolve({ step: 30, maxOwn: 0 });

test('the cheapest change is proposed, not the one that a solver likes best', () => {
  const { plan, value } = solve(TWO_WAYS);
  const { leftOut: [one], faults } = faultsOfLeftOut({ solve, problem: TWO_WAYS, best: { plan: plan!, value: value! } }, () => undefined);
  expect([faults, one!.why, one!.about]).toEqual([[], 'NOBODY_FOR_NEED', [{ kind: 'NEED', id: 'S1-police' }, { kind: 'PERSON', id: 'O' }]]);
  expect(one!.witness).toMatchObject({ changes: [{ change: 'ADMIT_PERSON', personId: 'O' }], price: 3, isCheapest: true, isLeast: true });
});

test('an envelope that does not reach the limit is raised to the cent', () => {
  const poor = { ...TWO_WAYS, limits: TWO_WAYS.limits.map((one) => ({ ...one, cents: 12_345 })), efforts: [...TWO_WAYS.efforts, { change: 'RAISE_LIMIT', base: 1, perUnit: 1, unit: 10_000 } as const] };
  const { plan, value } = solve(poor);
  const { leftOut: [one], faults } = faultsOfLeftOut({ solve, problem: poor, best: { plan: plan!, value: value! } }, () => undefined);
  // The officer goes alone: there and back are 400 euros, 276.55 more, at 1 and 3 for each hundred begun.
  expect([faults, one!.witness!.changes, one!.witness!.price]).toEqual([[], [{ change: 'RAISE_LIMIT', limitId: 'envelope', by: 27_655 }, { change: 'ADMIT_PERSON', personId: 'O' }], 7]);
});
