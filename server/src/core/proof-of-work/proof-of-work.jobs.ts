/** Forgetting the proofs that were used. */
import { type Job, job } from '../jobs/index.ts';
import type { ProofOfWork } from './proof-of-work.ts';

declare module '../jobs/job.ts' {
  interface JobPayloads {
    'proofs.forget': object;
  }
}

/** The jobs of the proofs. */
export function proofJobs(proofs: ProofOfWork): Job[] {
  return [job('proofs.forget', () => proofs.forget(), { at: '23 * * * *' })];
}
