/** What the adviser does about jobs. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { mayReadJobs } from '../accounts/index.ts';
import { translateError } from '../core/database/index.ts';
import { UserError } from '../core/errors.ts';
import { type Job, type JobsDesk, nextAt, type RecurrentJobFacts } from '../core/jobs/index.ts';
import type { Actor } from '../core/reader/index.ts';

export interface DeskOptions {
  /** The application role's. */
  readonly em: () => EntityManager;
  /** All jobs that there are. */
  readonly jobs: readonly Job[];
}

/** The functions of the database that ask once more who acts, do it and write it into the trail. */
type Act = 'retry_job' | 'give_up_job';

/** The desk at which jobs are looked after. */
export function openJobsDesk({ em, jobs }: DeskOptions): JobsDesk {
  const act = async (actor: Actor, what: Act, key: string): Promise<boolean> => {
    if (!actor.person) throw new UserError('UNAUTHENTICATED', 'Sign in first');
    if (!mayReadJobs(actor)) return false;
    try {
      return await em().transactional(async (transaction) => {
        await transaction.execute(`select set_config('passerelle.person', ?, true)`, [actor.person]);
        const [{ done }] = await transaction.execute<[{ done: boolean }]>(`select ${what}(?::bigint) as done`, [key]);
        return done;
      });
    } catch (error) {
      throw translateError(error);
    }
  };
  return {
    recurrent: async (actor) => (mayReadJobs(actor) ? recurrentJobs(em(), jobs) : []),
    retry: (actor, key) => act(actor, 'retry_job', key),
    giveUp: (actor, key) => act(actor, 'give_up_job', key),
  };
}

async function recurrentJobs(em: EntityManager, jobs: readonly Job[]): Promise<RecurrentJobFacts[]> {
  const rows = await known(em);
  const last = new Map(rows.map((row) => [row.name, row.last]));
  const now = new Date();
  return jobs.flatMap(({ name, recurrence }) => {
    if (!recurrence) return [];
    const lastAt = last.get(name);
    return [{ name, lastAt: lastAt ? new Date(lastAt) : null, nextAt: nextAt(recurrence.at, now) }];
  });
}

async function known(em: EntityManager): Promise<{ name: string; last: string | Date | null }[]> {
  try {
    return await em.execute('select identifier as name, last_execution as last from graphile_worker._private_known_crontabs');
  } catch (error) {
    throw translateError(error);
  }
}
