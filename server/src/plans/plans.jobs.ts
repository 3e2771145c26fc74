/** Searching for plans: the job waits for its turn, and has a process do the work. */
import { type Job, job } from '../core/jobs/index.ts';
import { queueSearch } from './plan-search.service.ts';
import { failLost, runSearch } from './run-search.ts';
import { SearchPool } from './search-pool.ts';
import { SEARCH_LIMITS, type SearchLimits } from './search-task.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    /** None where it comes by itself, to see whether a search has lost its job. */
    'plans.search': { readonly id?: string };
  }
}

/** In milliseconds: after how long it is asked again whether there is room. */
const TURN = 1_500;

/** The jobs of searches for plans. A search whose turn it is not comes again: it keeps no hand of the jobs from what is quick. */
export function planJobs(pool: SearchPool = new SearchPool(), limits: SearchLimits = SEARCH_LIMITS): Job[] {
  return [
    job('plans.search', async ({ id }, { em, signal, isLastAttempt }) => {
      if (id === undefined) return failLost(em);
      if (!pool.take()) return em.transactional((own) => queueSearch(own, id, new Date(Date.now() + TURN)));
      try {
        await runSearch(id, { em, pool, limits, signal, isLastAttempt });
      } finally {
        pool.giveBack();
      }
    }, { at: '41 * * * *' }),
  ];
}
