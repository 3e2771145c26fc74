import { brute } from '@passerelle/shared/planning/brute.fixture.ts';
import { Draw, randomProblem, STEP, type Size } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { at, FEW, meeting, person } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { canonicalText, type Change, type Problem } from '@passerelle/shared/planning.ts';

import type { Solve, Solved } from './index.ts';

/** A solver that asks the validator about every plan: right by construction, for tiny problems. Where there are more plans than it may ask about nothing is proved. */
export const bruteSolve = ({ step = STEP, maxOwn = 1, maxAsked = 500 }: { readonly step?: number; readonly maxOwn?: number; readonly maxAsked?: number } = {}): Solve => (problem) => {
  try {
    const { best, asked } = brute(problem, { step, maxOwn, maxAsked });
    return { plan: best?.plan ?? null, value: best?.value ?? null, bound: best?.value ?? [], isOptimal: true, work: asked };
  } catch (error) {
    if (!(error instanceof RangeError) || error.message !== 'Too many plans') throw error;
    return { plan: null, value: null, bound: [], isOptimal: false, work: maxAsked };
  }
};

/** Solves nothing twice. */
export function remembering(solve: Solve): Solve {
  const known = new Map<string, Solved>();
  return (problem) => {
    const key = canonicalText(problem);
    const found = known.get(key) ?? solve(problem);
    known.set(key, found);
    return found;
  };
}

/** How dear each change is, drawn: most are offered, many by their amount. */
function efforts(draw: Draw): Problem['efforts'] {
  const units: [Change['change'], number][] = [
    ['RAISE_LIMIT', 10_000], ['RAISE_NIGHTS', 1], ['MORE_COUNTRIES', 1], ['LARGER_TEAM', 1], ['EXTEND_PERIOD', 240], ['ADD_WINDOW', 1], ['FREE_PERSON', 360], ['MORE_DAYS_AWAY', 1], ['ADMIT_PERSON', 1], ['OFFER_SERVICE', 1],
    ['ALLOW_INTERPRETER', 1], ['LOWER_NEED', 1], ['DROP_PIN', 1], ['MAKE_OPTIONAL', 1], ['EXCUSE_DAY_OFF', 1],
  ];
  return units.filter(() => !draw.once(4)).map(([change, unit]) => ({ change, base: 1 + draw.below(9), perUnit: draw.below(4), unit }));
}

export const TINY: Size = { meetings: 2, persons: 1, days: 1 };

/** A problem by a seed, with what its changes cost. */
export const priced = (seed: number, size: Size = TINY): Problem => ({ ...randomProblem(seed, size), efforts: efforts(new Draw(seed)) });

/**
 * A day in Sarajevo, where a meeting wants the police, and the police officer is a reserve: they can be admitted, or the need lowered, which is dearer to people and cheaper in money. With all allowed at once a solver that spares
 * money lowers the need.
 */
export const TWO_WAYS: Problem = {
  ...FEW, period: { earliestDeparture: at(8, '06:00'), latestReturn: at(8, '20:00') }, persons: [person('M', ['MAGISTRATE']), person('O', ['POLICE'], { isReserve: true })],
  meetings: [meeting('S1', 'SJJ', { needs: [{ id: 'S1-police', kind: 'POLICE', atLeast: 1 }], windows: [{ id: 'morning', bounds: 'START', from: at(8, '10:30'), until: at(8, '10:30') }] })],
  travel: FEW.travel.flatMap((one) => (one.type === 'SERVICE' && ['PAR-SJJ', 'SJJ-PAR'].includes(one.id) ? [{ ...one, isOffered: true, departs: { at: [one.id === 'PAR-SJJ' ? 420 : 900] } }] : [])),
  efforts: [{ change: 'ADMIT_PERSON', base: 3, perUnit: 0, unit: 1 }, { change: 'LOWER_NEED', base: 9, perUnit: 1, unit: 1 }],
};
