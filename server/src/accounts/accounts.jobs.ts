/** Forgetting what signing in no longer needs. */
import { type Job, job } from '../core/jobs/index.ts';
import type { Accounts } from './accounts.service.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'accounts.forget': object;
  }
}

/** The jobs of the accounts. */
export function accountJobs(accounts: Accounts): Job[] {
  return [job('accounts.forget', () => accounts.forget(), { at: '*/10 * * * *' })];
}
