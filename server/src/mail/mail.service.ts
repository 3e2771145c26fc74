/** Queueing a mail. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { v4, v7 } from 'uuid';
import { runPrepared } from '../core/database/index.ts';
import { ATTEMPTS, enqueue, type Execute } from '../core/jobs/index.ts';
import { type MailParams, type MailTemplate, SECRET } from './mail-params.ts';
import { render } from './render.ts';

export interface MailToQueue<T extends MailTemplate = MailTemplate> {
  /** One address, without a name. */
  readonly to: string;
  /** The language it is written in. */
  readonly locale: Locale;
  readonly template: T;
  readonly params: MailParams[T];
  /** What it brings into the calendar of who receives it: iCalendar objects with a METHOD, without an ORGANIZER. */
  readonly calendar?: readonly string[];
  /** The key of whose mail it is, where the address is not theirs (yet): the database finds who has an address. */
  readonly person?: string;
  /** A mail that still waits under the same key is not sent: this one takes its place. */
  readonly key?: string;
}

/** The longest address that can be sent to (RFC 5321). */
const LONGEST = 254;

/**
 * Writes a mail and the job that sends it, in the transaction that `execute` (an entity manager) is in: it is sent once that
 * is committed, and never if it is not. Gives its id. Throws for an address that is none (see `isAddress`), and the database's
 * error.
 */
export async function queueMail<T extends MailTemplate>(execute: Execute, { to, locale, template, params, calendar, key, person }: MailToQueue<T>): Promise<string> {
  if (!isAddress(to)) throw new Error('A mail goes to one address, without a name');
  const { subject, text, html } = render(template, params, locale);
  const id = v7();
  if (key !== undefined) {
    // One that is being sent at this moment is locked, and goes out.
    await execute.execute('select replace_mails(?)', [key]);
  }
  await execute.execute(
    `insert into mail (uuid, recipient, locale, template, subject, text, html, calendar, key, person_id, erase_at) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::uuid, now() + ?::int * interval '1 minute')`,
    [id, to, locale, template, subject, text, html, calendar ? JSON.stringify(calendar) : null, key ?? null, person ?? null, SECRET[template]],
  );
  await enqueue(execute, 'mail.send', { id });
  return id;
}

/** Mails about legs of missions: the key, which stands in what is sent, does not tell that posts, or hosts, of several countries were written to at one moment. */
const BY_CHANCE: ReadonlySet<AnyMail['template']> = new Set(['opinionAsked', 'opinionDue', 'legReleased', 'paperRenewed', 'slotLost', 'meetingCancelled', 'meetingsCancelled', 'slotsAnswered']);

/** So many mails that are queued together are one job: few enough that none waits for long behind those of another transaction. */
const TOGETHER = 4;

/** The same for several mails under no key, in one statement. A few of them are one job. */
export async function queueMails(em: EntityManager, mails: readonly AnyMail[]): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map((mail) => {
    if (!isAddress(mail.to)) throw new Error('A mail goes to one address, without a name');
    return { id: BY_CHANCE.has(mail.template) ? v4() : v7(), recipient: mail.to, locale: mail.locale, template: mail.template, minutes: SECRET[mail.template], calendar: mail.calendar ?? null, ...render(mail.template, mail.params as never, mail.locale) };
  });
  await runPrepared(em,
    `with queued as (insert into mail (uuid, recipient, locale, template, subject, text, html, calendar, erase_at)
         select id, recipient, locale, template, subject, text, html, calendar, now() + minutes * interval '1 minute'
         from json_to_recordset($1::json) as x (id uuid, recipient text, locale text, template text, subject text, text text, html text, calendar jsonb, minutes int))
     select count(*) from graphile_worker.add_jobs(array(select ('mail.send', mails, null, null, $3::smallint, null, null, null)::graphile_worker.job_spec from unnest($2::json[]) as mails))`,
    [JSON.stringify(rows), jobsOf(rows).map((mails) => JSON.stringify(mails)), ATTEMPTS]);
}

/** The mails of each job, in the order of their keys. */
function jobsOf(rows: readonly { readonly id: string }[]): (readonly { readonly id: string }[])[] {
  const mails = rows.map(({ id }) => ({ id })).sort((a, b) => (a.id < b.id ? -1 : 1));
  return Array.from({ length: Math.ceil(mails.length / TOGETHER) }, (_, n) => mails.slice(n * TOGETHER, (n + 1) * TOGETHER));
}

/** A mail of any template. */
export type AnyMail = { readonly [T in MailTemplate]: Omit<MailToQueue<T>, 'key' | 'person'> }[MailTemplate];

/** Whether a text is one address that a mail can go to: no name beside it, no list, nothing that could become a header. */
export function isAddress(text: string): boolean {
  return text.length <= LONGEST && /^[^\s\p{Cc}<>,;:"()@]+@[^\s\p{Cc}<>,;:"()@]+$/u.test(text);
}
