/** Reminding experts who have not answered, before the last day for answers. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { eachTaken, type Job, job } from '../core/jobs/index.ts';
import { queueMails } from '../mail/index.ts';
import { newSecret } from '../members/index.ts';
import { type Asked, type CallInWords, writeAsked } from './availability-mail.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'availability.remind': object;
  }
}

/** The jobs of calls for availability. `origin` is where people reach the site. Doing them again changes nothing. */
export function availabilityJobs(origin: string): Job[] {
  return [job('availability.remind', (_payload, { em }) => remindLateExperts(em, origin), { at: '37 * * * *', missed: 86_400_000 })];
}

type Letter = CallInWords & Omit<Asked, 'secret' | 'isReminder'> & { readonly key: string };

/** Reminds the experts whose last day is near, each once, by a new link; the one before leads nowhere any more some hours later. Throws the first failure at the end. */
export function remindLateExperts(em: EntityManager, origin: string): Promise<void> {
  return eachTaken(em, 'availability', async (own, passed, took) => {
    const { secret, hash } = newSecret();
    const [row] = await own.execute<{ letter: Letter | null }[]>('select take_availability_reminder(?::uuid[], ?) as letter', [`{${passed.join(',')}}`, hash]);
    if (!row?.letter) return false;
    took(row.letter.key);
    await queueMails(own, [writeAsked({ ...row.letter, secret, isReminder: true }, row.letter, origin)]);
    return true;
  });
}
