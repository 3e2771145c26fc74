/** Missions of which a plan is known that a search may miss: one with few nights, and one of whose best plan most must be in. */
import type { Problem } from '@passerelle/shared/planning.ts';
import { byRoad } from './any-minute.fixture.ts';
import { fieldProblem, SHAPES } from './field-problem.fixture.ts';
import { planMission } from './mission.ts';

export const FEW_NIGHTS: Problem = { ...fieldProblem(1, SHAPES.n20), maxNights: 5 };
/** What a plan within these nights is worth. */
export const IN_FEW_NIGHTS = 49;

/** Twenty countries whose roads are open at any minute. */
export const OPEN_ROADS: Problem = byRoad(fieldProblem(1, SHAPES.n20), false);

/** Forty meetings, of which those of a plan that is found must be in but for each sixth one. */
export function mostOfForty(): Problem {
  const problem = fieldProblem(1, SHAPES.forty);
  const held = planMission({ problem, seed: 1, maxWork: 60_000, maxLabels: 20_000 }).plan!.meetings.map(({ meetingId }) => meetingId).sort();
  return { ...problem, meetings: problem.meetings.map((one) => ({ ...one, isMandatory: held.includes(one.id) && held.indexOf(one.id) % 6 !== 0 })) };
}
