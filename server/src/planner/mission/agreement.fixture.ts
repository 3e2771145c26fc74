/** Holds the engine to every plan: for problems by seeds, what the engine finds beside what asking the validator about every plan does. */
import { compareValues, type GoalTerm, type Measure, type Problem, validate, type Value, valueOf } from '@passerelle/shared/planning.ts';
import { brute } from '@passerelle/shared/planning/brute.fixture.ts';
import { randomMatrixProblem } from '@passerelle/shared/planning/random-matrix.fixture.ts';
import { Draw, randomProblem, STEP } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { planMission } from './mission.ts';
import type { MissionAnswer } from './request.ts';

const SIZES = [{ meetings: 2, persons: 1, days: 1 }, { meetings: 2, persons: 2, days: 1 }, { meetings: 3, persons: 1, days: 1 }, { meetings: 3, persons: 2, days: 2 }] as const;

/** WORSE: less than is possible. BETTER: more than asking about every plan finds, which knows nobody who leaves before the last meeting. WRONG: not valid, not of the value that is told, or not proved. */
export type Verdict = 'SAME' | 'BETTER' | 'WORSE' | 'WRONG' | 'UNKNOWN';

export const drawn = (seed: number): Problem => (seed % 10 === 9 ? randomMatrixProblem(seed) : randomProblem(seed, SIZES[seed % SIZES.length]));

/** Of what a unit counts for so much at most, where goals are weighed against each other: what a meeting brings is some thousands. */
const LARGE: ReadonlySet<Measure> = new Set(['COST_CENTS', 'TRAVEL_MINUTES', 'SHORT_SLACK'] as const);

/** The same, with all of its goals weighed against each other. */
export function weighed(seed: number): Problem {
  const [draw, problem] = [new Draw(seed), drawn(seed)];
  const terms = problem.goals.flatMap((level) => level.terms).map((term): GoalTerm => ({ ...term, weight: term.weight * (LARGE.has(term.measure) ? (1 + draw.below(11)) : 400 * (1 + draw.below(11))) }));
  return { ...problem, goals: [{ id: 'weighed', terms }] };
}

/** What the engine is worth on a problem; UNKNOWN where there are more plans than may be asked about. */
export function verdictOn(problem: Problem, maxAsked: number): Verdict {
  const best = bestOf(problem, maxAsked);
  if (best === 'UNKNOWN') return best;
  const answer = planMission({ problem, seed: 1, maxWork: 5_000_000, maxLabels: 1_000_000 });
  if (!isRight(problem, answer)) return 'WRONG';
  const differs = compareWith(answer.value, best);
  return differs === 0 ? 'SAME' : differs > 0 ? 'BETTER' : 'WORSE';
}

function isRight(problem: Problem, { plan, value, bound, isOptimal }: MissionAnswer): boolean {
  if (plan === null || value === null) return isOptimal && bound === null;
  return isOptimal && validate(problem, plan).length === 0 && compareValues(valueOf(problem, plan), value) === 0 && bound !== null && compareValues(bound, value) === 0;
}

/** No plan is less than any. */
function compareWith(value: Value | null, best: Value | null): number {
  if (value === null || best === null) return Number(value !== null) - Number(best !== null);
  return compareValues(value, best);
}

function bestOf(problem: Problem, maxAsked: number): readonly number[] | null | 'UNKNOWN' {
  try {
    return brute(problem, { step: STEP, maxOwn: 1, maxAsked }).best?.value ?? null;
  } catch (error) {
    if (error instanceof RangeError) return 'UNKNOWN';
    throw error;
  }
}

/** Whether the engine answers rightly that there is a plan as good at the first level as the best one, and that there is none that is better; undefined where there are more plans than may be asked about. */
export function knowsEnough(problem: Problem, maxAsked: number): boolean | undefined {
  const best = bestOf(problem, maxAsked);
  if (best === 'UNKNOWN') return undefined;
  const ask = (enough: number | null): MissionAnswer => planMission({ problem, seed: 1, maxWork: 5_000_000, maxLabels: 1_000_000, enough });
  const isThere = ({ plan, value }: MissionAnswer, least: number): boolean => plan !== null && validate(problem, plan).length === 0 && value![0]! >= least;
  const isNone = ({ bound, isOptimal }: MissionAnswer, least: number): boolean => (bound === null ? isOptimal : bound[0]! < least || isOptimal);
  if (best === null) return [null, 1].every((enough) => ask(enough).plan === null && isNone(ask(enough), 1));
  const more = ask(best[0]! + 1);
  // What the enumeration does not know may be better.
  return isThere(ask(best[0]!), best[0]!) && isThere(ask(null), -Infinity) && (isThere(more, best[0]! + 1) || isNone(more, best[0]! + 1));
}

/** Of how many problems, from a seed on, which verdict; those of which nothing is known do not count. The seeds of the bad ones stand beside; `isFirstEnough`: the first of them ends it. */
export function agreement(count: number, { maxAsked, from = 0, isFirstEnough = false, of = drawn }: { readonly maxAsked: number; readonly from?: number; readonly isFirstEnough?: boolean; readonly of?: (seed: number) => Problem }): { readonly counts: Readonly<Record<Verdict, number>>; readonly bad: readonly (readonly [number, Verdict])[] } {
  const counts: Record<Verdict, number> = { SAME: 0, BETTER: 0, WORSE: 0, WRONG: 0, UNKNOWN: 0 };
  const bad: (readonly [number, Verdict])[] = [];
  for (let seed = from, known = 0; known < count && !(isFirstEnough && bad.length > 0); seed += 1) {
    const verdict = verdictOn(of(seed), maxAsked);
    counts[verdict] += 1;
    if (verdict === 'WORSE' || verdict === 'WRONG') bad.push([seed, verdict]);
    if (verdict !== 'UNKNOWN') known += 1;
  }
  return { counts, bad };
}
