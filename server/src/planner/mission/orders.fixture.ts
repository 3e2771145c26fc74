/** Holds each order of goals to what profits first find: problems in which something of a plan that is known must be in, or is pinned, are searched by each of them. */
import { compareValues, type GoalTerm, type Pin, type Plan, type Problem, validate, valueOf } from '@passerelle/shared/planning.ts';
import { Draw } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { planMission } from './mission.ts';

const FEWER = ['COST_CENTS', 'NIGHTS', 'TRAVEL_MINUTES', 'PERSON_DAYS'] as const;

/** What else can come first. */
const firstOf = ({ countries }: Problem): readonly GoalTerm[] => [...FEWER.map((measure) => ({ measure, weight: -1 })), { measure: 'COUNTRIES_SERVED', weight: 1, countryIds: countries.map(({ id }) => id) }];

function pinsOf({ team, meetings }: Plan, draw: Draw): readonly Pin[] {
  const [{ personId, journeys }, { meetingId, startsAt, attends }] = [draw.of(team), draw.of(meetings)];
  const pinned = { id: 'pinned', why: 'ADVISER' } as const;
  return draw.of<readonly Pin[]>([
    [], [{ ...pinned, pin: 'IN', meetingId }], [{ ...pinned, pin: 'AT', meetingId, startsAt }], [{ ...pinned, pin: 'ATTENDS', meetingId, personId: attends[0]!.personId }], [{ ...pinned, pin: 'GOES', personId }],
    journeys.slice(0, 1).map((journey) => ({ ...pinned, pin: 'TRAVELS', personId, journey })),
  ]);
}

/** The same problem, of whose best plan about half of the meetings must be in, with a pin that it keeps to, and now and then for two parties, or for people who join late and leave early; null where nothing is held. */
function bound(problem: Problem, seed: number, maxWork: number): Problem | null {
  const draw = new Draw(seed);
  const { plan } = planMission({ problem, seed: 1, maxWork, maxLabels: 50_000 });
  if (!plan || plan.meetings.length === 0) return null;
  const must = new Set(draw.some(plan.meetings).map(({ meetingId }) => meetingId));
  const meetings = problem.meetings.map((one) => ({ ...one, isMandatory: one.isMandatory || must.has(one.id) }));
  return { ...problem, meetings, pins: [...problem.pins, ...pinsOf(plan, draw)], maxParties: draw.of([1, 1, 2]), riding: draw.of(['TOGETHER', 'TOGETHER', 'JOIN_LEAVE'] as const) };
}

/** In how many orders of goals a plan had to be found, and those in which none was found, or one that is worth less by these goals than the plan that profits first find with half of the work: with the numbers of their problems. */
export function ordersOf(problems: readonly Problem[], maxWork: number): { readonly asked: number; readonly behind: readonly string[] } {
  const behind: string[] = [];
  let asked = 0;
  for (const [n, drawn] of problems.entries()) {
    const problem = bound(drawn, n, maxWork);
    const known = problem && planMission({ problem, seed: 1, maxWork: maxWork / 2, maxLabels: 50_000 }).plan;
    for (const term of known ? firstOf(problem) : []) {
      const ordered: Problem = { ...problem!, goals: [{ id: 'first', terms: [term] }, ...problem!.goals] };
      const { plan, value } = planMission({ problem: ordered, seed: 1, maxWork, maxLabels: 50_000 });
      asked += 1;
      if (!plan || validate(ordered, plan).length > 0 || compareValues(value!, valueOf(ordered, known!)) < 0) behind.push(`${n} ${term.measure}: ${value?.join()}, not ${valueOf(ordered, known!).join()}`);
    }
  }
  return { asked, behind };
}
