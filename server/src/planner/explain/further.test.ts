/** One meeting that is left out, looked into once more: more is said of it, and never less. */
import { expect, test } from 'vitest';
import type { LeftOut, Problem } from '@passerelle/shared/planning.ts';

import { bruteSolve, priced } from './brute-solve.fixture.ts';
import { deepened } from './deepened.ts';
import { Asking, isLeftOpen, leftOut, lookFurther, type Valued } from './index.ts';

const solve = bruteSolve();
const bestOf = (problem: Problem): Valued => {
  const { plan, value } = solve(problem);
  return { plan: plan!, value: value! };
};
/** Leaves out two meetings, each with a witness. */
const OUT = priced(0);
const BEST = bestOf(OUT);
const explained = (maxSolves: number): readonly LeftOut[] => leftOut(new Asking(solve, { maxSolves }), OUT, BEST).leftOut;
const WHOLE = explained(1_000);
const NOTHING = explained(0);

function further(before: LeftOut, maxSolves: number): readonly LeftOut[] {
  const told: LeftOut[] = [];
  lookFurther(new Asking(solve, { maxSolves }), OUT, BEST, before, (found) => told.push(found));
  return told;
}

test('what was left open is proved, and says what a whole search says', () => {
  for (const [n, before] of NOTHING.entries()) {
    const found = further(before, 1_000).at(-1)!;
    expect([isLeftOpen(before), isLeftOpen(found), isLeftOpen({ ...before, isLookedInto: true })]).toEqual([true, false, false]);
    const { why, witness } = WHOLE[n]!;
    expect([found.meetingId, found.why, found.witness?.price, found.witness?.isCheapest]).toEqual([before.meetingId, why, witness!.price, true]);
  }
});

test('it is told twice, and without any work nothing of what was known is lost', () => {
  expect(further(NOTHING[0]!, 1_000)).toHaveLength(2);
  for (const whole of WHOLE) expect(further(whole, 0)).toEqual([whole, whole]);
});

test('it begins with the plan that was known to bring it in, and with no more of each change than that needs', () => {
  const { witness } = WHOLE[0]!;
  const dear = { ...witness!, price: witness!.price + 5, isCheapest: false, isLeast: false };
  expect(further({ ...NOTHING[0]!, witness: dear }, 0).at(-1)!.witness).toEqual({ ...dear, price: witness!.price });
  expect(further(NOTHING[0]!, 0).at(-1)!.witness).toBeNull();
});

test('of two looks the one is kept that is proved further, reason and witness each by itself', () => {
  const [whole, nothing] = [WHOLE[0]!, NOTHING[0]!];
  const witness = whole.witness!;
  const dear = { ...witness, price: witness.price + 5, isCheapest: false, isLeast: false };
  const cheap = { ...dear, price: witness.price + 1 };
  expect([deepened(whole, nothing), deepened(nothing, whole)]).toEqual([whole, whole]);
  expect([deepened({ ...nothing, witness: dear }, { ...nothing, witness: cheap }).witness, deepened({ ...nothing, witness: cheap }, { ...nothing, witness: dear }).witness]).toEqual([cheap, cheap]);
  expect(deepened({ ...nothing, witness }, { ...whole, witness: cheap })).toEqual({ ...whole, witness });
  expect(deepened({ ...nothing, witness: null, hasNoWitness: true }, nothing).hasNoWitness).toBe(true);
  const exchangeOf = (worth: number): LeftOut => ({ ...nothing, exchange: { change: { change: 'ADD_PIN', pin: { id: 'in', why: 'ADVISER', pin: 'IN', meetingId: nothing.meetingId } }, plan: BEST.plan, value: [worth], fallsOut: [] } });
  expect([deepened(exchangeOf(1), exchangeOf(2)), deepened(exchangeOf(2), exchangeOf(1)), deepened(nothing, exchangeOf(2)), deepened(exchangeOf(2), nothing)]).toEqual([exchangeOf(2), exchangeOf(2), exchangeOf(2), exchangeOf(2)]);
});
