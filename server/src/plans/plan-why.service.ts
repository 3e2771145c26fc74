/** Asking why one meeting is left out, with work of its own, and stopping that. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LeftOut } from '@passerelle/shared/planning.ts';
import { enqueue, type Execute } from '../core/jobs/index.ts';
import { standingsOf } from '../members/index.ts';
import { isLeftOpen } from '../planner/explain/index.ts';
import { isGoingOn, isOver, maySearchPlans } from './plan.policy.ts';
import type { PlanSearchOutcome, PlanSearchState } from './plan-codes.ts';
import { ATTEMPTS, MOST_OPEN, openOf, type WhichSearch } from './plan-search.service.ts';
import { stopAsked } from './stop-asked.ts';

interface Stored {
  readonly mission: string;
  readonly state: PlanSearchState;
  readonly why: PlanSearchState | null;
  readonly isSame: boolean;
  /** What is known of the meeting; null where there is no plan, or it is not left out. */
  readonly known: LeftOut | null;
}

const STORED = `select mission_uuid as mission, state, why_state as why, coalesce(why_meeting::text = ?, false) as "isSame",
  (select x.value from jsonb_array_elements(explained -> 'leftOut') x where x.value ->> 'meetingId' = ? and best is not null) as known from plan_search where uuid = ?`;

/** What is told at once; null where it is to be asked. */
function toldOf({ isSame, why, known, state }: Stored): PlanSearchOutcome | null {
  if (isSame && (why === 'DONE' || isGoingOn(why))) return 'DONE';
  if (!isOver({ state }) || !known || !isLeftOpen(known)) return 'TOO_LATE';
  return isGoingOn(why) ? 'TOO_MANY' : null;
}

/**
 * Asks of a search that is over why its plan leaves a meeting out, where something of that is open. Asked again while that goes on, or once it is over, it is the same; one that was ended goes on; one at a time is asked of a search. GONE is also said to whoever
 * plans no missions.
 */
export async function askPlanWhy(em: EntityManager, { person, key }: WhichSearch, meeting: string): Promise<PlanSearchOutcome> {
  if (!maySearchPlans(await standingsOf(em, person))) return 'GONE';
  // Whoever asks something of the same mission at the same time waits: there are never too many.
  await em.execute('select from mission where uuid = (select mission_uuid from plan_search where uuid = ?) for update', [key]);
  const [stored] = await em.execute<Stored[]>(STORED, [meeting, meeting, key]);
  if (!stored) return 'GONE';
  const told = toldOf(stored);
  if (told) return told;
  if ((await openOf(em, stored.mission)) >= MOST_OPEN) return 'TOO_MANY';
  await em.execute(`update plan_search set why_meeting = ?, why_state = 'QUEUED', why_reason = null, why_version = why_version + 1 where uuid = ?`, [meeting, key]);
  await queueWhy(em, key);
  return 'DONE';
}

/** Stops looking into it: what is known by then stays. */
export const stopPlanWhy = (em: EntityManager, which: WhichSearch): Promise<PlanSearchOutcome> => stopAsked(em, which, 'why');

/** Has it be looked into, once what asks for it is committed: at once, or at a time. In the place of the same one that waits. */
export const queueWhy = (em: Execute, key: string, at?: Date): Promise<void> => enqueue(em, 'plans.why', { id: key }, { key: `plans.why:${key}`, attempts: ATTEMPTS, ...(at && { at }) });
