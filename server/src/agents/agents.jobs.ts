/** Forgetting who went to the provider and did not come back. */
import type { SignInDesk } from '../accounts/index.ts';
import { type Job, job } from '../core/jobs/index.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'agents.forget': object;
  }
}

/** The jobs of agents: what was begun is forgotten also where no provider is configured any more. */
export function agentJobs(desk: SignInDesk): Job[] {
  return [job('agents.forget', async () => void (await desk.query('delete from sign_in_attempt where expires_at < now()')), { at: '*/10 * * * *' })];
}
