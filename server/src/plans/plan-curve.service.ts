/** Asking what more or less money would bring, and stopping that. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { enqueue, type Execute } from '../core/jobs/index.ts';
import { standingsOf } from '../members/index.ts';
import { isGoingOn, isOver, maySearchPlans } from './plan.policy.ts';
import type { PlanSearchOutcome, PlanSearchState } from './plan-codes.ts';
import { ATTEMPTS, MOST_OPEN, openOf, type WhichSearch } from './plan-search.service.ts';
import { stopAsked } from './stop-asked.ts';

interface Stored {
  readonly mission: string;
  readonly state: PlanSearchState;
  readonly curve: PlanSearchState | null;
  readonly canBeBought: boolean;
}

/** More or less money can bring something else: there is a plan, or an envelope that may be too small for any. */
export const CAN_BE_BOUGHT = `(best is not null or exists (select from jsonb_array_elements(problem->'limits') l where jsonb_array_length(l->'kinds') = 4))`;

const STORED = `select mission_uuid as mission, state, curve_state as curve, ${CAN_BE_BOUGHT} as "canBeBought" from plan_search where uuid = ?`;

/** Asks of a search that is over what other envelopes would buy. Asked again while that goes on, or once it is over, it is the same; one that was ended goes on. GONE is also said to whoever plans no missions. */
export async function askPlanCurve(em: EntityManager, { person, key }: WhichSearch): Promise<PlanSearchOutcome> {
  if (!maySearchPlans(await standingsOf(em, person))) return 'GONE';
  // Whoever asks something of the same mission at the same time waits: there are never too many.
  await em.execute('select from mission where uuid = (select mission_uuid from plan_search where uuid = ?) for update', [key]);
  const [stored] = await em.execute<Stored[]>(STORED, [key]);
  if (!stored) return 'GONE';
  if (stored.curve === 'DONE' || isGoingOn(stored.curve)) return 'DONE';
  if (!isOver(stored) || !stored.canBeBought) return 'TOO_LATE';
  if ((await openOf(em, stored.mission)) >= MOST_OPEN) return 'TOO_MANY';
  await em.execute(`update plan_search set curve_state = 'QUEUED', curve_reason = null, curve_version = curve_version + 1 where uuid = ?`, [key]);
  await queueCurve(em, key);
  return 'DONE';
}

/** Stops finding that out: what is known by then stays. */
export const stopPlanCurve = (em: EntityManager, which: WhichSearch): Promise<PlanSearchOutcome> => stopAsked(em, which, 'curve');

/** Has it be found out, once what asks for it is committed: at once, or at a time. In the place of the same one that waits. */
export const queueCurve = (em: Execute, key: string, at?: Date): Promise<void> => enqueue(em, 'plans.curve', { id: key }, { key: `plans.curve:${key}`, attempts: ATTEMPTS, ...(at && { at }) });
