/** A search: the best plan, and then what is said of it, each part as soon as it is known; or what envelopes buy. Pure but for what it tells and whom it asks whether to stop. */
import { alternatives, Asking, conflictsOf, curve, leftOut, whyThisLeg } from '../planner/explain/index.ts';
import { MOST_MEETINGS, planMission } from '../planner/mission/index.ts';
import { boughtBy, envelopeOf, raised, withEnvelope } from './envelopes.ts';
import type { Explained } from './plan-stored.ts';
import type { SearchMessage, SearchTask } from './search-task.ts';
import { solverOf } from './solve.ts';

type Tell = (message: SearchMessage) => void;

/** Does what is asked. Tells FAILED where there are more meetings than can be planned. */
export function searchForPlan(task: SearchTask, tell: Tell, stops: () => boolean): void {
  if (task.problem.meetings.length > MOST_MEETINGS) return tell({ is: 'FAILED', reason: 'TOO_LARGE' });
  if (task.money) buy(task, task.money, tell, stops);
  else search(task, tell, stops);
  tell({ is: 'OVER' });
}

/** What each envelope buys, the greatest first: told one by one. */
function buy({ problem, seed, limits }: SearchTask, { envelopes, best }: NonNullable<SearchTask['money']>, tell: Tell, stops: () => boolean): void {
  const asked = withEnvelope(problem);
  const limitId = envelopeOf(asked)!.id;
  const asking = new Asking(solverOf({ seed, ...limits.curve, stops }), { maxSolves: envelopes.length, stops });
  for (let known = 1; known <= envelopes.length; known += 1) {
    const { points } = curve(asking, asked, { limitId, envelopes: envelopes.slice(0, known) });
    // What was found while it was to stop is less than what is to be had.
    if (stops()) return;
    tell({ is: 'BOUGHT', points: raised(points, boughtBy(problem, best)) });
  }
}

function search({ problem, seed, limits }: SearchTask, tell: Tell, stops: () => boolean): void {
  const { maxWork, maxLabels, explaining } = limits;
  const { plan, value, bound, isOptimal, work } = planMission({ problem, seed, maxWork, maxLabels }, {
    onBetter: (better, worth, most) => tell({ is: 'BETTER', plan: better, value: worth, bound: most, isOptimal: false, work: 0 }), shouldStop: stops,
  });
  tell({ is: !isOptimal && stops() ? 'CUT' : 'SOLVED', plan, value, bound, isOptimal, work });
  const solve = solverOf({ seed, maxWork: explaining.maxWork, maxLabels: explaining.maxLabels, stops });
  const say = (explain: (asking: Asking) => Explained): void => {
    if (stops()) return;
    const asking = new Asking(solve, { maxSolves: explaining.maxSolves, stops });
    const explained = explain(asking);
    tell({ is: 'EXPLAINED', explained, work: asking.work });
  };
  if (plan && value) {
    const best = { plan, value };
    say((asking) => ({ leftOut: leftOut(asking, problem, best).leftOut }));
    say((asking) => ({ legs: whyThisLeg(asking, problem, best).legs }));
    say((asking) => ({ alternatives: alternatives(asking, problem, best).plans }));
  } else say((asking) => ({ conflicts: conflictsOf(asking, problem).conflicts }));
}
