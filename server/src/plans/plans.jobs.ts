/** Searching for plans, finding out what envelopes buy, and looking into what a plan leaves out: a job waits for its turn, and has a process do the work. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Job, job, type JobContext } from '../core/jobs/index.ts';
import { queueCurve } from './plan-curve.service.ts';
import { queueSearch } from './plan-search.service.ts';
import { queueWhy } from './plan-why.service.ts';
import { runCurve } from './run-curve.ts';
import { failLost, runSearch } from './run-search.ts';
import { runWhy } from './run-why.ts';
import type { Place, Urgency } from './search-places.ts';
import type { SearchPool } from './search-pool.ts';
import { SEARCH_LIMITS, type SearchLimits } from './search-task.ts';

interface OfSearch {
  readonly id: string;
}

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    /** None where it comes by itself, to see whether a search has lost its job. */
    'plans.search': { readonly id?: string };
    /** The key of the search. */
    'plans.curve': OfSearch;
    /** Likewise. */
    'plans.why': OfSearch;
  }
}

/** In milliseconds: after how long it is asked again whether there is room. */
const TURN = 1_500;

/** The jobs of searches for plans. A search whose turn it is not comes again: it keeps no hand of the jobs from what is quick. */
export function planJobs(pool: SearchPool, limits: SearchLimits = SEARCH_LIMITS): Job[] {
  /** Where there is room, and it is their turn; later otherwise. */
  const inTurn = async ({ key, urgency }: { readonly key: string; readonly urgency: Urgency }, { em }: JobContext, work: (place: Place) => Promise<void>, later: (em: EntityManager, at: Date) => Promise<void>): Promise<void> => {
    const place = pool.take(key, urgency);
    if (!place) return em.transactional((own) => later(own, new Date(Date.now() + TURN)));
    try {
      await work(place);
    } finally {
      place.giveBack();
    }
  };
  return [
    job('plans.search', async ({ id }, context) => {
      if (id === undefined) return failLost(context.em);
      return inTurn({ key: `search ${id}`, urgency: 'PLAN' }, context, (place) => runSearch(id, { ...context, pool, place, limits }), (em, at) => queueSearch(em, id, at));
    }, { at: '41 * * * *' }),
    job('plans.curve', ({ id }, context) => inTurn({ key: `curve ${id}`, urgency: 'MORE' }, context, (place) => runCurve(id, { ...context, pool, place, limits }), (em, at) => queueCurve(em, id, at))),
    job('plans.why', ({ id }, context) => inTurn({ key: `why ${id}`, urgency: 'MORE' }, context, (place) => runWhy(id, { ...context, pool, place, limits }), (em, at) => queueWhy(em, id, at))),
  ];
}
