/** Trying an hour of a meeting before it is fixed for the next search: what refuses it whatever else is planned is told at once. Nothing is written. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Problem, Ref } from '@passerelle/shared/planning.ts';
import { standingsOf } from '../members/index.ts';
import { maySearchPlans } from './plan.policy.ts';
import type { PlanSearchOutcome } from './plan-codes.ts';
import type { WhichSearch } from './plan-search.service.ts';
import { type Hour, refusedBy } from './refuse-hour.ts';

/** What came of it: of a search that is there, the question that was asked and what of it refuses the hour. */
interface TriedHour {
  readonly outcome: Extract<PlanSearchOutcome, 'DONE' | 'NOT_THERE' | 'GONE'>;
  readonly problem: Problem | null;
  readonly refs: readonly Ref[];
}

/** GONE is also said to whoever plans no missions; NOT_THERE where the question knows no such meeting. */
export async function tryPlanHour(em: EntityManager, { person, key }: WhichSearch, hour: Hour): Promise<TriedHour> {
  const [found] = maySearchPlans(await standingsOf(em, person)) ? await em.execute<{ problem: Problem }[]>('select problem from plan_search where uuid = ?', [key]) : [];
  if (!found) return { outcome: 'GONE', problem: null, refs: [] };
  if (!found.problem.meetings.some(({ id }) => id === hour.meetingId)) return { outcome: 'NOT_THERE', problem: null, refs: [] };
  return { outcome: 'DONE', problem: found.problem, refs: refusedBy(found.problem, hour) };
}
