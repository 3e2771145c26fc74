/** Renewing the papers of missions that are agreed, once what they say has changed and rests. */
import { type Job, job } from '../core/jobs/index.ts';
import { renewPapers } from './renewal.service.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'papers.renew': object;
  }
}

/** The jobs of papers. `origin` is where people reach the site. Doing them again changes nothing. */
export function paperJobs(origin: string): Job[] {
  return [job('papers.renew', (_payload, { em, signal }) => renewPapers(em, origin, signal), { at: '*/5 * * * *', missed: 86_400_000 })];
}
