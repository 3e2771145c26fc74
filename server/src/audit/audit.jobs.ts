/** Forgetting what was done long ago. */
import { type Job, job } from '../core/jobs/index.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'audit.forget': object;
  }
}

const DAY = 86_400_000;

/** The jobs of the trail: the database itself knows how long it is kept, and lets nobody remove anything else. */
export function auditJobs(): Job[] {
  return [job('audit.forget', async (_payload, { em }) => void (await em.execute('select forget_audit()')), { at: '17 3 * * *', missed: DAY })];
}
