/** A search: the best plan, and then what is said of it, each part as soon as it is known. Pure but for what it tells and whom it asks whether to stop. */
import { alternatives, Asking, conflictsOf, leftOut, whyThisLeg } from '../planner/explain/index.ts';
import { MOST_MEETINGS, planMission } from '../planner/mission/index.ts';
import type { Explained } from './plan-stored.ts';
import type { SearchMessage, SearchTask } from './search-task.ts';
import { solverOf } from './solve.ts';

/** Tells FAILED where there are more meetings than can be planned. */
export function searchForPlan({ problem, seed, limits }: SearchTask, tell: (message: SearchMessage) => void, stops: () => boolean): void {
  if (problem.meetings.length > MOST_MEETINGS) return tell({ is: 'FAILED', reason: 'TOO_LARGE' });
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
  tell({ is: 'OVER' });
}
