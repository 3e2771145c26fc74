/** Problems whose meetings have keys, as those of missions have, and searches of them that are over. */
import { randomUUID } from 'node:crypto';
import type { LeftOut, Plan, Problem, Value } from '@passerelle/shared/planning.ts';
import { round } from '../planner/explain/round.fixture.ts';
import { planMission } from '../planner/mission/index.ts';
import { EFFORTS } from './efforts.ts';
import { MISSION_KEY } from './plans.fixture.ts';

const keyed = (problem: Problem): Problem => JSON.parse(problem.meetings.reduce((text, { id }) => text.replaceAll(`"${id}"`, `"${randomUUID()}"`), JSON.stringify(problem))) as Problem;

/** A search that is over, whose plan leaves a meeting out of which nothing is known. */
export interface Searched {
  readonly problem: Problem;
  readonly best: Plan;
  readonly worth: Value;
  readonly out: string;
}

/** A meeting that is left out, of which nothing is known. */
export const unexplained = (meetingId: string): LeftOut => ({ meetingId, why: 'UNPROVED', about: [], loses: null, isMinimal: false, witness: null, hasNoWitness: false, exchange: null });

/** The best plan, and the first meeting that it leaves out. */
export function solved(problem: Problem): Searched {
  const own = keyed(problem);
  const { plan, value } = planMission({ problem: own, seed: 0, maxWork: 60_000, maxLabels: 40_000 });
  return { problem: own, best: plan!, worth: value!, out: own.meetings.find(({ id }) => !plan!.meetings.some(({ meetingId }) => meetingId === id))!.id };
}

/** Two countries, of which one may be visited: what counts for more displaces what is in the other, and one country more brings that in. */
export const ONE_COUNTRY: Problem = { ...round(0), maxCountries: 1, efforts: EFFORTS, meetings: round(0).meetings.map((one) => (one.id === 'S1' ? { ...one, profit: 20 } : one)) };

type Sql = (text: string, values: unknown[]) => Promise<unknown>;

/** Writes a search that is over; its key. */
export async function written(sql: Sql, { problem, best, worth, out }: Searched): Promise<string> {
  const key = randomUUID();
  await sql(`insert into plan_search (uuid, mission_uuid, problem_hash, problem, assumed, best, worth, explained, state, ended_at, is_demonstration) values (?, ?, 'h', ?::jsonb, '{}', ?::jsonb, ?::jsonb, ?::jsonb, 'DONE', now(), true)`,
    [key, MISSION_KEY, JSON.stringify(problem), JSON.stringify(best), JSON.stringify(worth), JSON.stringify({ leftOut: [unexplained(randomUUID()), unexplained(out)] })]);
  return key;
}
