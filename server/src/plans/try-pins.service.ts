/**
 * Trying an hour of a meeting before it is fixed for the next search: what refuses it whatever else is planned, and what of the borders does in the plan that is shown, is told at once, by what is known now, as the next search will be
 * asked. Nothing is written.
 */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Id, Problem, Ref } from '@passerelle/shared/planning.ts';
import { standingsOf } from '../members/index.ts';
import { maySearchPlans } from './plan.policy.ts';
import { formerPlanOf } from './former-plan.ts';
import type { PlanSearchOutcome, PlanTaken, PlanTakenAs } from './plan-codes.ts';
import { questionNow, type WhichSearch } from './plan-search.service.ts';
import { type Hour, refusedBy, refusedIn } from './refuse-hour.ts';

/** The plan of the search in which it is tried, and meetings of it that do not stay at their hours. */
interface TriedIn {
  readonly as: PlanTakenAs;
  readonly free: readonly Id[];
}

/** What came of it: of a search that is there, the question as it would be asked now, what of it refuses the hour, and what does in the plan. */
interface TriedHour {
  readonly outcome: Extract<PlanSearchOutcome, 'DONE' | 'NOT_THERE' | 'GONE'>;
  readonly problem: Problem | null;
  readonly refs: readonly Ref[];
  readonly inPlan: readonly Ref[];
}

const NOTHING: Pick<TriedHour, 'problem' | 'refs' | 'inPlan'> = { problem: null, refs: [], inPlan: [] };

/** Who counts as free although nobody knows it: as in the search where none is given. GONE is also said to whoever plans no missions; NOT_THERE where the mission has no such meeting, or none any more. */
export async function tryPlanHour(em: EntityManager, { person, key }: WhichSearch, hour: Hour, { taken, within }: { readonly taken: readonly PlanTaken[] | null; readonly within: TriedIn | null }): Promise<TriedHour> {
  const now = maySearchPlans(await standingsOf(em, person)) ? await questionNow(em, key, taken ? { taken } : {}) : null;
  if (!now?.question) return { outcome: 'GONE', ...NOTHING };
  const { problem } = now.question;
  if (!problem.meetings.some(({ id }) => id === hour.meetingId)) return { outcome: 'NOT_THERE', ...NOTHING };
  const plan = within && (await formerPlanOf(em, now.mission, { search: key, as: within.as }));
  return { outcome: 'DONE', problem, refs: refusedBy(problem, hour), inPlan: plan ? refusedIn(problem, plan, hour, within.free) : [] };
}
