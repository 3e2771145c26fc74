/** Missions in six countries of which only two have a rate: what is found, and what the relaxation says that no plan exceeds. */
import type { Problem } from '@passerelle/shared/planning.ts';
import { fieldProblem } from './field-problem.fixture.ts';
import { planMission } from './mission.ts';
import { relaxedOf } from './relaxed.fixture.ts';

export const SIX = { countries: 6, meetings: 12, experts: 24, days: 5 };
export const RATED = ['c0', 'c1'];

export const onlyRates = (problem: Problem, countries: readonly string[]): Problem => ({ ...problem, allowances: problem.allowances && { ...problem.allowances, rates: problem.allowances.rates.filter(({ countryId }) => countries.includes(countryId)) } });

/** What the first level of the best plan that is found comes to. */
export const worth = (problem: Problem): number => planMission({ problem, seed: 1, maxWork: 60_000, maxLabels: 20_000 }).value![0]!;

const known = new Map<number, number>();

/** Of a seed: what was found when it was first asked for, and the bound. */
export function halfRated(seed: number): { readonly found: number; readonly bound: number } {
  const problem = onlyRates(fieldProblem(seed, SIX), RATED);
  const found = known.get(seed) ?? worth(problem);
  known.set(seed, found);
  return { found, bound: relaxedOf(problem, 20_000) };
}
