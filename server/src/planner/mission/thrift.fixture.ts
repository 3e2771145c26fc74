/** Holds what no plan within a limit exceeds to plans that just keep to it: of problems by seeds a best plan is taken, and limits are set to what it costs. */
import { COST_KINDS, type CostKind, costsOf, factsOf, type Plan, type Problem } from '@passerelle/shared/planning.ts';
import { brute } from '@passerelle/shared/planning/brute.fixture.ts';
import { STEP } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { readPlan } from '@passerelle/shared/planning/reading.ts';
import { drawn } from './agreement.fixture.ts';
import { coveredBy } from './bound.ts';
import { frameOf } from './frame.ts';
import { looseOf } from './loose.ts';
import { modelOf } from './model.ts';
import { mostWithin } from './thrift.ts';

const LIMITS: readonly (readonly CostKind[])[] = [COST_KINDS, ['FARE'], ['ALLOWANCE'], ['FARE', 'ALLOWANCE', 'OTHER']];

function bestOf(problem: Problem): Plan | undefined {
  try {
    return brute(problem, { step: STEP, maxOwn: 1, maxAsked: 1_000 }).best?.plan;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function boundOf(problem: Problem): { readonly most: number; readonly isTight: boolean } | undefined {
  const model = looseOf(modelOf(problem));
  const able = problem.persons.filter(({ isReserve }) => !isReserve);
  const frame = frameOf(model, coveredBy(model, able), able);
  return frame.duties && mostWithin(frame, able, Infinity);
}

/** Seeds and limits that a plan shows to be wrong; of how many limits that are in the way it is not wrong, and of how many the bound is lower than all that could be had. */
export function wrongWithin(count: number, of = drawn): { readonly wrong: readonly string[]; readonly tight: number; readonly asked: number } {
  const wrong: string[] = [];
  let [tight, asked] = [0, 0];
  for (let seed = 0; seed < count; seed += 1) {
    const problem: Problem = { ...of(seed), riding: 'TOGETHER', maxParties: 1, limits: [] };
    const plan = bestOf(problem);
    if (!plan || plan.meetings.length === 0) continue;
    const facts = factsOf(problem);
    const { lines } = costsOf(facts, readPlan(facts, plan));
    const profit = plan.meetings.reduce((sum, { meetingId }) => sum + problem.meetings.find(({ id }) => id === meetingId)!.profit, 0);
    for (const kinds of LIMITS) {
      const cents = lines.reduce((sum, line) => sum + (kinds.includes(line.kind) ? line.cents : 0), 0);
      const bound = boundOf({ ...problem, limits: [{ id: 'limit', kinds: [...kinds], cents }] });
      if (!bound) continue;
      asked += 1;
      if (bound.isTight) tight += 1;
      if (profit > bound.most) wrong.push(`${seed} ${kinds.join()}`);
    }
  }
  return { wrong, tight, asked };
}
