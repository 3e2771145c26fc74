/** Reminding of the dates of monitoring bodies that are near. */
import { type Job, job } from '../core/jobs/index.ts';
import { remindOfMonitoring } from './monitoring.service.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'monitoring.remind': object;
  }
}

/** The jobs of monitoring. `origin` is where people reach the site. Doing them again changes nothing. */
export function monitoringJobs(origin: string): Job[] {
  return [job('monitoring.remind', (_payload, { em }) => remindOfMonitoring(em, origin), { at: '52 6 * * *', missed: 86_400_000 })];
}
