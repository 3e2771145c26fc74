/** Closing evaluations whose time is over. */
import { type Job, job } from '../core/jobs/index.ts';
import { closeEvaluations } from './evaluations.service.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'evaluations.close': object;
  }
}

/** The jobs of evaluations. Closing again what is closed changes nothing. */
export function evaluationJobs(): Job[] {
  return [job('evaluations.close', async (_payload, { em }) => void (await closeEvaluations(em)), { at: '*/5 * * * *', missed: 86_400_000 })];
}
