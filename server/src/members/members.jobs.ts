/** Forgetting invitations and requests that are over. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { openEntrance } from '../accounts/index.ts';
import { type Job, job } from '../core/jobs/index.ts';
import { REQUEST_DAYS } from './access-requests.service.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'members.forget': object;
  }
}

const DAY = 86_400_000;

/** The jobs of the members. */
export function memberJobs(): Job[] {
  return [job('members.forget', (_payload, { em }) => forgetWhatIsOver(em), { at: '29 3 * * *', missed: DAY })];
}

/** As the register of personal data says: invitations thirty days after they were sent, requests thirty days after the decision, and after ninety in any case. */
async function forgetWhatIsOver(em: EntityManager): Promise<void> {
  await em.transactional(async (transaction) => {
    await openEntrance(transaction);
    await transaction.execute(`delete from invitation where sent_at < now() - interval '30 days'`);
    await transaction.execute(
      `delete from access_request where decided_at < now() - interval '30 days' or created_at < now() - interval '90 days'
       or (confirmed_at is null and created_at < now() - make_interval(days => ?))`, [REQUEST_DAYS],
    );
  });
}
