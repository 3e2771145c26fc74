/** Sending mails, erasing the texts that hold a secret, forgetting old mails. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { type Job, job, type JobContext } from '../core/jobs/index.ts';
import type { MailFailure } from './mail.entity.ts';
import { DAYS_KEPT, ERASED } from './mail.policy.ts';
import { type Post, PostError } from './post.ts';
import { requeueMails } from './requeue.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'mail.send': { readonly id: string };
    'mail.erase': object;
    'mail.forget': object;
    'mail.requeue': object;
  }
}

/** The way out, or what becomes of mails where there is none: kept to be read here (`local`), or given up. */
export type WayOut = Post | 'local' | 'none';

const DAY = 86_400_000;

/** The jobs of the mails. */
export function mailJobs(way: WayOut): Job[] {
  return [
    job('mail.send', ({ id }, context) => sendMail(way, id, context)),
    job('mail.erase', (_payload, { em }) => eraseSecrets(em), { at: '* * * * *' }),
    // Where mails are only kept to be read none is sent, and none is missing.
    job('mail.requeue', async (_payload, { em }) => void (way !== 'local' && (await asMailer(em, requeueMails))), { at: '* * * * *' }),
    job('mail.forget', (_payload, { em }) => forgetMails(em), { at: '41 3 * * *', missed: DAY }),
  ];
}

interface Waiting {
  readonly recipient: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly calendar: readonly string[] | null;
  readonly messageId: string;
  readonly isExpired: boolean;
}

/**
 * Sends a mail unless that was done or given up. Its row is locked until the server's answer is kept, so no two send it at once.
 * That it was sent is written first and kept once it was: where there is no room to write, as on a full disk, nothing is sent, and so
 * not again at each attempt. Who is stopped between the server's answer and the end of the transaction has sent it without a trace: it
 * is sent once more, with the same Message-ID.
 */
async function sendMail(way: WayOut, id: string, { em, isLastAttempt, signal }: JobContext): Promise<void> {
  if (way === 'local') return;
  if (way !== 'none') await asMailer(em, (own) => own.execute('update mail set message_id = ? where uuid = ? and message_id is null', [`<${id}@${way.domain}>`, id]));
  await asMailer(em, async (transaction) => {
    const [mail] = await transaction.execute<Waiting[]>(
      `select recipient, locale, subject, text, html, calendar, message_id as "messageId", coalesce(erase_at <= now(), false) as "isExpired"
       from mail where uuid = ? and sent_at is null and failed_at is null for update nowait`, [id],
    );
    if (!mail) return;
    if (way === 'none') return giveUp(transaction, id, 'NO_SERVER');
    const { text, html } = mail;
    if (mail.isExpired || text === null || html === null) return giveUp(transaction, id, 'EXPIRED');
    signal.throwIfAborted();
    try {
      await transaction.transactional(async (own) => {
        await own.execute(`update mail set sent_at = now(), ${ERASED} where uuid = ?`, [id]);
        await way.send({ ...mail, to: mail.recipient, text, html, calendar: mail.calendar ?? [] });
      });
    } catch (error) {
      if (!(error instanceof PostError)) throw error;
      if (error.isFinal) return giveUp(transaction, id, 'REFUSED', error.code);
      if (isLastAttempt) return giveUp(transaction, id, 'EXHAUSTED', error.code);
      throw error;
    }
  });
}

/** Writes that a mail will not be sent, and what the server answered. */
async function giveUp(em: EntityManager, id: string, failure: MailFailure, answer: string | null = null): Promise<void> {
  await em.execute(`update mail set failed_at = now(), failure = ?, answer = ?, ${ERASED} where uuid = ?`, [failure, answer, id]);
}

/** Erases the texts whose secret has lived its life, or will have before this comes again. One that is being sent is erased by that. */
async function eraseSecrets(em: EntityManager): Promise<void> {
  await asMailer(em, (own) => own.execute(`
    update mail set text = null, html = null, calendar = null where uuid in (
      select uuid from mail where text is not null and erase_at <= now() + interval '1 minute' for update skip locked)`));
}

async function forgetMails(em: EntityManager): Promise<void> {
  await asMailer(em, (own) => own.execute('delete from mail where created_at < now() - make_interval(days => ?)', [DAYS_KEPT]));
}

/** Says to the database, for one transaction, that it is mails that are seen to: nobody else reaches their rows. */
async function asMailer<T>(em: EntityManager, work: (own: EntityManager) => Promise<T>): Promise<T> {
  return em.transactional(async (own) => {
    await own.execute(`select set_config('passerelle.purpose', 'mail', true)`);
    return work(own);
  });
}
