/** Making links to sign in with, and forgetting what signing in no longer needs. */
import { type Job, job } from '../core/jobs/index.ts';
import type { Accounts } from './accounts.service.ts';
import type { LinkJob } from './links.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'accounts.forget': object;
    'accounts.link': LinkJob;
  }
}

/** The jobs of the accounts. */
export function accountJobs(accounts: Accounts): Job[] {
  return [job('accounts.forget', () => accounts.forget(), { at: '*/10 * * * *' }), job('accounts.link', (request) => accounts.sendLink(request))];
}
