/** A search: the best plan, and then what is said of it, each part as soon as it is known; or what envelopes buy; or why one meeting is left out. Pure but for what it tells and whom it asks whether to stop. */
import type { Cents, RankedPlan } from '@passerelle/shared/planning.ts';
import { alternatives, Asking, conflictsOf, curve, type CurvePoint, leftOut, lookFurther, whyThisLeg, whyThisLegOf } from '../planner/explain/index.ts';
import { MOST_MEETINGS, planMission } from '../planner/mission/index.ts';
import { boughtBy, envelopeOf, envelopesOf, MOST, raised, withEnvelope } from './envelopes.ts';
import type { Explained } from './plan-stored.ts';
import type { SearchMessage, SearchTask } from './search-task.ts';
import { solverOf } from './solve.ts';

type Tell = (message: SearchMessage) => void;

/** So many other plans there are at most, which share what is asked of their ways. */
const OTHERS = 3;

/** Does what is asked. Tells FAILED where there are more meetings than can be planned. */
export function searchForPlan(task: SearchTask, tell: Tell, stops: () => boolean): void {
  if (task.problem.meetings.length > MOST_MEETINGS) return tell({ is: 'FAILED', reason: 'TOO_LARGE' });
  if (task.money) buy(task, task.money, tell, stops);
  else if (task.why) look(task, task.why, tell, stops);
  else search(task, tell, stops);
  tell({ is: 'OVER' });
}

/** What each envelope buys, the greatest first: told one by one. What is had without a limit says up to which amount it is worth asking. */
function buy({ problem, seed, limits }: SearchTask, { best, isValueProved, before }: NonNullable<SearchTask['money']>, tell: Tell, stops: () => boolean): void {
  const asked = withEnvelope(problem);
  const { id: limitId, cents } = envelopeOf(asked)!;
  const known = { plan: best && boughtBy(problem, best), provedUntil: isValueProved ? cents : null };
  const asking = new Asking(solverOf({ seed, ...limits.curve, stops }), { maxSolves: Infinity, stops });
  const buys = (envelopes: readonly Cents[]): readonly CurvePoint[] => raised(curve(asking, asked, { limitId, envelopes, before }).points, known);
  const envelopes = envelopesOf({ own: envelopeOf(problem)?.cents ?? null, plan: known.plan && known.plan.from, unlimited: buys([MOST])[0]?.from ?? null });
  for (let tried = 1; tried <= envelopes.length; tried += 1) {
    const points = buys(envelopes.slice(0, tried));
    // What was found while it was to stop is less than what is to be had.
    if (stops()) return;
    tell({ is: 'BOUGHT', points });
  }
}

/** Why one meeting is left out, and what would bring it in. */
function look({ problem, seed, limits: { why: { mostWork, ...most } } }: SearchTask, { best, before }: NonNullable<SearchTask['why']>, tell: Tell, stops: () => boolean): void {
  lookFurther(new Asking(solverOf({ seed, ...most, stops }), { maxSolves: Infinity, maxWork: mostWork, stops }), problem, best, before, (found) => tell({ is: 'LOOKED', found }));
}

function search({ problem, seed, limits }: SearchTask, tell: Tell, stops: () => boolean): void {
  const { maxWork, maxLabels, explaining } = limits;
  const { plan, value, bound, isOptimal, work } = planMission({ problem, seed, maxWork, maxLabels }, {
    onBetter: (better, worth, most) => tell({ is: 'BETTER', plan: better, value: worth, bound: most, isOptimal: false, work: 0 }), shouldStop: stops,
  });
  tell({ is: !isOptimal && stops() ? 'CUT' : 'SOLVED', plan, value, bound, isOptimal, work });
  const solve = solverOf({ seed, maxWork: explaining.maxWork, maxLabels: explaining.maxLabels, stops });
  const say = (explain: (asking: Asking) => Explained, mostWork = explaining.mostWork): void => {
    if (stops()) return;
    const asking = new Asking(solve, { maxSolves: Infinity, maxWork: mostWork, stops });
    const explained = explain(asking);
    tell({ is: 'EXPLAINED', explained, work: asking.work });
  };
  if (plan && value) {
    const best = { plan, value };
    say((asking) => ({ leftOut: leftOut(asking, problem, best).leftOut }));
    say((asking) => ({ legs: whyThisLeg(asking, problem, best).legs }));
    let others: readonly RankedPlan[] = [];
    say((asking) => ({ alternatives: (others = alternatives(asking, problem, best).plans) }));
    let otherLegs: NonNullable<Explained['otherLegs']> = {};
    for (const other of others) say((asking) => ({ otherLegs: (otherLegs = { ...otherLegs, [other.as]: whyThisLegOf(asking, problem, other).legs }) }), explaining.mostWork / OTHERS);
  } else {
    say((asking) => {
      const { conflicts, isResolved } = conflictsOf(asking, problem);
      return { conflicts, isResolved };
    });
  }
}
