/** Thanking those who were there. */
import { eachOf, type Job, job } from '../core/jobs/index.ts';
import { sessionsToThank, thank } from './thanks.service.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'attendance.thank': object;
  }
}

/** The jobs of attendance: each hour, since who was there may be known late. `origin` is where people reach the site. */
export function attendanceJobs(origin: string): Job[] {
  return [job('attendance.thank', async (_payload, { em, signal }) => eachOf(await sessionsToThank(em), signal, (session) => thank(em, origin, session)), { at: '7 * * * *', missed: 86_400_000 })];
}
