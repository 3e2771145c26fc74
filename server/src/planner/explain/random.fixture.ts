import type { LeftOut, Problem } from '@passerelle/shared/planning.ts';

import { bruteSolve, priced, remembering, TINY } from './brute-solve.fixture.ts';
import { faultsOfAlternatives, faultsOfConflicts, faultsOfLeftOut } from './checks.fixture.ts';
import type { Solve } from './index.ts';

/** Explanations of many random problems, what is wrong with them, and what they took. */
export interface Tally {
  faults: [number, string][];
  problems: number;
  leftOut: number;
  witnesses: number;
  cheapest: number;
  none: number;
  /** How many sets of changes were enumerated to see that none is cheaper. */
  sets: number;
  largest: number;
  conflicts: number;
  plans: number;
  solves: { leftOut: number; mostLeftOut: number; conflicts: number; alternatives: number };
  why: Partial<Record<LeftOut['why'], number>>;
}

const SIZES = [TINY, { meetings: 3, persons: 1, days: 1 }, { meetings: 2, persons: 2, days: 1 }];

function add(tally: Tally, seed: number, solve: Solve, problem: Problem): void {
  const { plan, value } = solve(problem);
  tally.problems += 1;
  const tell = (faults: readonly string[]): void => { tally.faults.push(...faults.map((fault): [number, string] => [seed, fault])); };
  if (!plan || !value) {
    const found = faultsOfConflicts(solve, problem);
    tally.conflicts += found.conflicts;
    tally.solves.conflicts += found.solves;
    return tell(found.faults);
  }
  const asked = { solve, problem, best: { plan, value } };
  const left = faultsOfLeftOut(asked, (sets) => { tally.sets += sets; });
  const others = faultsOfAlternatives(asked);
  for (const one of left.leftOut) {
    tally.leftOut += 1;
    tally.witnesses += Number(one.witness !== null);
    tally.cheapest += Number(one.witness?.isCheapest ?? false);
    tally.none += Number(one.hasNoWitness);
    tally.largest = Math.max(tally.largest, one.witness?.changes.length ?? 0);
    tally.why[one.why] = (tally.why[one.why] ?? 0) + 1;
  }
  tally.plans += others.plans;
  tally.solves.leftOut += left.solves;
  tally.solves.mostLeftOut = Math.max(tally.solves.mostLeftOut, left.solves);
  tally.solves.alternatives += others.solves;
  tell([...left.faults, ...others.faults]);
}

/** Asks about the problems of some seeds. What is too large to be enumerated is passed over. */
export function explained(first: number, count: number): Tally {
  const tally: Tally = {
    faults: [], problems: 0, leftOut: 0, witnesses: 0, cheapest: 0, none: 0, sets: 0, largest: 0, conflicts: 0, plans: 0, solves: { leftOut: 0, mostLeftOut: 0, conflicts: 0, alternatives: 0 }, why: {},
  };
  for (let seed = first; seed < first + count; seed += 1) {
    const [solve, problem] = [remembering(bruteSolve()), priced(seed, SIZES[seed % SIZES.length]!)];
    if (solve(problem).isOptimal) add(tally, seed, solve, problem);
  }
  return tally;
}
