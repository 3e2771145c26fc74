/** Reminding hosts who were offered slots and have not answered, telling those who took one that no longer holds, and telling those who prepare the leg what a host has answered. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { eachTaken, type Job, job } from '../core/jobs/index.ts';
import { queueMails } from '../mail/index.ts';
import { newSecret } from '../members/index.ts';
import { type AnswerLetter, type SlotLetter, writeAnswered, writeLost, writeOffer } from './slots-mail.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'slots.remind': object;
    'slots.tell': object;
  }
}

/** The jobs of slots. `origin` is where people reach the site. Doing them again changes nothing. */
export function slotJobs(origin: string): Job[] {
  return [
    job('slots.remind', (_payload, { em }) => remindHosts(em, origin), { at: '23 * * * *', missed: 86_400_000 }), job('slots.tell', async (_payload, { em }) => {
      // What keeps the one from being told keeps nothing of the other.
      const told = await Promise.allSettled([tellLost(em)]);
      await tellAnswered(em, origin);
      for (const one of told) if (one.status === 'rejected') throw one.reason;
    }, { at: '*/10 * * * *', missed: 86_400_000 }),
  ];
}

/** Reminds the hosts whose last day is near, each once, by a new link that voids the one before. Throws the first failure at the end. */
export function remindHosts(em: EntityManager, origin: string): Promise<void> {
  return eachTaken(em, 'slots', async (own, passed, took) => {
    const { secret, hash } = newSecret();
    const [row] = await own.execute<{ letter: (SlotLetter & { readonly key: string }) | null }[]>('select take_slot_reminder(?::uuid[], ?) as letter', [`{${passed.join(',')}}`, hash]);
    if (!row?.letter) return false;
    took(row.letter.key);
    await queueMails(own, [writeOffer(row.letter, { secret, origin, isReminder: true })]);
    return true;
  });
}

/** Tells hosts that the time which they have taken no longer holds, each once. Throws the first failure at the end. */
export function tellLost(em: EntityManager): Promise<void> {
  return eachTaken(em, 'slots', async (own, passed, took) => {
    const [row] = await own.execute<{ letter: (SlotLetter & { readonly key: string }) | null }[]>('select take_lost_slot(?::uuid[]) as letter', [`{${passed.join(',')}}`]);
    if (!row?.letter) return false;
    took(row.letter.key);
    await queueMails(own, [writeLost(row.letter)]);
    return true;
  });
}

/** Tells those who prepare a leg that a host has answered, each answer once: what was changed meanwhile is told as it is now. Throws the first failure at the end. */
export function tellAnswered(em: EntityManager, origin: string): Promise<void> {
  return eachTaken(em, 'slots', async (own, passed, took) => {
    const [row] = await own.execute<{ letter: AnswerLetter | null }[]>('select take_slot_answer(?::uuid[]) as letter', [`{${passed.join(',')}}`]);
    if (!row?.letter) return false;
    took(row.letter.key);
    await queueMails(own, writeAnswered(row.letter, origin));
    return true;
  });
}
