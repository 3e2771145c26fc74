/** Stopping what is asked of a search that is over. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { standingsOf } from '../members/index.ts';
import { maySearchPlans } from './plan.policy.ts';
import type { PlanSearchOutcome, PlanSearchState } from './plan-codes.ts';
import type { WhichSearch } from './plan-search.service.ts';

/** Stops finding out what more or less money would bring, or why a meeting is left out: what is known by then stays. What is over by itself, or was never asked, is TOO_LATE; GONE is also said to whoever plans no missions. */
export async function stopAsked(em: EntityManager, { person, key }: WhichSearch, what: 'curve' | 'why'): Promise<PlanSearchOutcome> {
  if (!maySearchPlans(await standingsOf(em, person))) return 'GONE';
  const stopped = await em.execute<unknown[]>(`update plan_search set ${what}_state = 'STOPPED', ${what}_reason = 'ASKED', ${what}_version = ${what}_version + 1 where uuid = ? and ${what}_state in ('QUEUED', 'RUNNING') returning 1`, [key]);
  if (stopped.length > 0) return 'DONE';
  const [now] = await em.execute<{ state: PlanSearchState | null }[]>(`select ${what}_state as state from plan_search where uuid = ?`, [key]);
  if (!now) return 'GONE';
  return now.state === 'STOPPED' ? 'DONE' : 'TOO_LATE';
}
