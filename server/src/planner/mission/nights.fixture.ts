/** Holds what no plan within a limit of nights exceeds to plans that just keep to it: of problems by seeds a plan is taken, and the limit is set to the nights that all of its people are away. */
import { awayOf, factsOf, type Plan, type Problem, readPlan } from '@passerelle/shared/planning.ts';
import { Draw } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { planMission } from './mission.ts';
import { randomTeam } from './random-team.fixture.ts';
import { relaxedOf } from './relaxed.fixture.ts';
import { wandered } from './wandering.fixture.ts';

/** One of an engine, and one that no engine has made. */
const plansOf = (problem: Problem, seed: number): readonly (Plan | null)[] => [planMission({ problem, seed: 1, maxWork: 20_000, maxLabels: 5_000 }).plan, wandered(problem, new Draw(seed + 3), 20)];

/** Seeds that a plan shows to be wrong; of how many limits it was asked, and of how many the bound is lower than without one. */
export function wrongByNights(count: number): { readonly wrong: readonly string[]; readonly lower: number; readonly asked: number } {
  const wrong: string[] = [];
  let [lower, asked] = [0, 0];
  for (let seed = 0; seed < count; seed += 1) {
    const problem: Problem = { ...randomTeam(seed), riding: 'TOGETHER', maxParties: 1 };
    const free = relaxedOf({ ...problem, maxNights: null });
    for (const [n, plan] of plansOf(problem, seed).entries()) {
      if (!plan || plan.meetings.length === 0) continue;
      const facts = factsOf(problem);
      const maxNights = readPlan(facts, plan).members.reduce((sum, one) => sum + awayOf(facts, one).nights, 0);
      const profit = plan.meetings.reduce((sum, { meetingId }) => sum + problem.meetings.find(({ id }) => id === meetingId)!.profit, 0);
      const most = relaxedOf({ ...problem, maxNights });
      asked += 1;
      if (most < free) lower += 1;
      if (profit > most) wrong.push(`${seed}.${n} ${profit} ${most} ${maxNights}`);
    }
  }
  return { wrong, lower, asked };
}
