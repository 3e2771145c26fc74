/** Holds what is said that no limit leaves money for to plans that just keep to their limits. */
import { COST_KINDS, type CostKind, costsOf, factsOf, type Plan, type Problem, readPlan } from '@passerelle/shared/planning.ts';
import { Draw } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { compiledFrom } from './compiled.ts';
import { ableOf } from './crews.ts';
import { randomTeam } from './random-team.fixture.ts';
import { wandered } from './wandering.fixture.ts';

const KINDS: readonly (readonly CostKind[])[] = [['OTHER'], ['FARE'], ['FARE', 'OTHER'], COST_KINDS];

/** Whether a plan can be told from what is left of a problem: its people may go, and its meetings have their hours. */
function isLeft(problem: Problem, { team, meetings }: Plan): boolean {
  const model = compiledFrom(problem);
  const able = new Set(ableOf(model).map(({ id }) => id));
  return team.every(({ personId }) => able.has(personId)) && meetings.every(({ meetingId }) => model.tasks.find(({ meeting }) => meeting.id === meetingId)!.starts.length > 0);
}

/** Of random plans, limited to what each costs: those of which something is said to be too dear, how many were asked about, and from how many of their problems something was taken. */
export function tooDear(count: number): { readonly wrong: readonly string[]; readonly asked: number; readonly taken: number } {
  const wrong: string[] = [];
  let [asked, taken] = [0, 0];
  for (let seed = 0; seed < count; seed += 1) {
    const problem: Problem = { ...randomTeam(seed), limits: [], riding: seed % 3 === 2 ? 'JOIN_LEAVE' : 'TOGETHER', maxParties: seed % 5 === 4 ? 2 : 1 };
    const plan = wandered(problem, new Draw(seed + 3), 20);
    if (!plan) continue;
    const { lines } = costsOf(factsOf(problem), readPlan(factsOf(problem), plan));
    for (const kinds of KINDS) {
      const cents = lines.reduce((sum, line) => sum + (kinds.includes(line.kind) ? line.cents : 0), 0);
      const limited: Problem = { ...problem, limits: [{ id: 'limit', kinds, cents }] };
      asked += 1;
      if (!isLeft(limited, plan)) wrong.push(`${seed} ${kinds.join()}`);
      if (sizeOf(limited) < sizeOf(problem)) taken += 1;
    }
  }
  return { wrong, asked, taken };
}

/** How many may go, and how many meetings have hours. */
function sizeOf(problem: Problem): number {
  const model = compiledFrom(problem);
  return ableOf(model).length + model.tasks.filter(({ starts }) => starts.length > 0).length;
}
