/** Forgetting what the register says is forgotten. */
import { type Job, job } from '../core/jobs/index.ts';
import { eraseUnused, forgetDue, warnUnused } from './retention.service.ts';
import type { Tombstones } from './tombstones.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'retention.forget': object;
  }
}

const DAY = 86_400_000;

/** The daily work of retention. `origin` is where people reach the site; what time it is, `clock` says. */
export function myDataJobs(tombstones: Tombstones, origin: string, clock: () => Date = () => new Date()): Job[] {
  return [
    job('retention.forget', async (_payload, { em }) => {
      const now = clock();
      await warnUnused(em, now, origin);
      await eraseUnused(em, now, tombstones);
      await forgetDue(em, now);
    }, { at: '27 3 * * *', missed: DAY }),
  ];
}
