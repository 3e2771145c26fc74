/** Trying an hour of a meeting before it is fixed for the next search: what refuses it whatever else is planned is told at once, by what is known now, as the next search will be asked. Nothing is written. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Problem, Ref } from '@passerelle/shared/planning.ts';
import { standingsOf } from '../members/index.ts';
import { maySearchPlans } from './plan.policy.ts';
import type { PlanSearchOutcome, PlanTaken } from './plan-codes.ts';
import { questionNow, type WhichSearch } from './plan-search.service.ts';
import { type Hour, refusedBy } from './refuse-hour.ts';

/** What came of it: of a search that is there, the question as it would be asked now, and what of it refuses the hour. */
interface TriedHour {
  readonly outcome: Extract<PlanSearchOutcome, 'DONE' | 'NOT_THERE' | 'GONE'>;
  readonly problem: Problem | null;
  readonly refs: readonly Ref[];
}

/** Who counts as free although nobody knows it: as in the search where none is given. GONE is also said to whoever plans no missions; NOT_THERE where the mission has no such meeting, or none any more. */
export async function tryPlanHour(em: EntityManager, { person, key }: WhichSearch, hour: Hour, taken: readonly PlanTaken[] | null): Promise<TriedHour> {
  const now = maySearchPlans(await standingsOf(em, person)) ? await questionNow(em, key, taken ? { taken } : {}) : null;
  if (!now?.question) return { outcome: 'GONE', problem: null, refs: [] };
  const { problem } = now.question;
  if (!problem.meetings.some(({ id }) => id === hour.meetingId)) return { outcome: 'NOT_THERE', problem: null, refs: [] };
  return { outcome: 'DONE', problem, refs: refusedBy(problem, hour) };
}
