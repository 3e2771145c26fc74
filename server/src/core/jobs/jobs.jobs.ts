/** The jobs about jobs. */
import { job } from './job.ts';

/** For how many days a job that was given up can still be looked at. */
const DAYS = 30;

export const ownJobs = [
  job('jobs.forget', async (_payload, { em }) => {
    await em.execute(`delete from graphile_worker._private_jobs where attempts >= max_attempts and locked_by is null and updated_at < now() - make_interval(days => ?)`, [DAYS]);
  }, { at: '17 3 * * *', missed: 86_400_000 }),
];
