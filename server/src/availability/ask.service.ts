/** Asking experts by a call for availability: each by a mail with a link of their own, whether they have an account or not. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { v4 } from 'uuid';
import type { Actor } from '../core/reader/index.ts';
import { queueMails } from '../mail/index.ts';
import { newSecret } from '../members/index.ts';
import { type Asked, type CallInWords, writeAsked } from './availability-mail.ts';
import { BETWEEN_MAILS, mayAskExperts } from './availability.policy.ts';

/** What came of asking as a whole; TOO_LATE for a call that takes no answers. GONE is also said of what is not for who asks. */
export const AskOutcome = { DONE: 'DONE', TOO_LATE: 'TOO_LATE', GONE: 'GONE' } as const;
export type AskOutcome = keyof typeof AskOutcome;

/** What came of it for one of them; ANSWERED and TOO_SOON when they are reminded. */
export const AskedOutcome = { ASKED: 'ASKED', ALREADY_ASKED: 'ALREADY_ASKED', ANSWERED: 'ANSWERED', TOO_SOON: 'TOO_SOON', NO_ADDRESS: 'NO_ADDRESS', UNKNOWN: 'UNKNOWN' } as const;
export type AskedOutcome = keyof typeof AskedOutcome;

export interface AskResult {
  readonly outcome: AskOutcome;
  /** In the order in which they were sent, by their keys. */
  readonly experts: readonly { readonly expert: string; readonly outcome: AskedOutcome }[];
}

interface Asking extends CallInWords, Pick<Asked, 'adviser' | 'fromOn' | 'untilOn' | 'answersUntil'> {
  readonly isOpen: boolean;
}

const CALL = `
  select c.source_locale as "sourceLocale", c.source_version as "sourceVersion", c.from_on::text as "fromOn", c.until_on::text as "untilOn", c.answers_until::text as "answersUntil", is_call_open(c.answers_until, c.closed_at) as "isOpen",
    (select p.name from person p where p.id = acting_person()) as adviser,
    availability_words(c.uuid) as texts
  from availability_call c where c.uuid = ?`;

/** Where somebody of the side of a call is written to: in their account, unless that was suspended; else where the adviser wrote it down. In French to who has chosen no language. */
const ADDRESS = `
  select case when e.person_id is null then k.email else p.email end as email, coalesce(p.locale, k.locale, 'fr') as locale
  from expert e join availability_call c on c.is_demonstration = e.is_demonstration left join person p on p.id = e.person_id and p.suspended_at is null left join expert_contact k on k.expert_uuid = e.uuid where e.uuid = ? and c.uuid = ?`;

interface Sending {
  readonly call: string;
  readonly submission: string;
}

/** How many of these experts were asked with this key already. */
async function countAskedBefore(em: EntityManager, { call, submission }: Sending, experts: readonly string[]): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>('select count(*)::int as count from availability_request where call_uuid = ? and submission = ? and expert_uuid = any(?::uuid[])', [call, submission, `{${experts.join(',')}}`]);
  return row!.count;
}

/** Whom to ask by which call, and what counts how many mails somebody has sent today; it throws where that is enough. */
type Sent = Sending & { readonly experts: readonly string[]; readonly count: (mails: number) => Promise<void> };
interface Written {
  readonly outcome: AskedOutcome;
  readonly mail?: Asked;
}
type Write = (em: EntityManager, sending: Sending, asking: Asking, expert: string) => Promise<Written>;

/**
 * Asks experts, each once by a call. What is sent again with the same key is as sent once, after the call is over too. Who has no address, and who was asked already, is told apart; one whose link leads nowhere any more, and
 * who has not answered, is asked again.
 */
export async function askExperts(em: EntityManager, actor: Actor, origin: string, sent: Sent): Promise<AskResult> {
  return writeToExperts(em, actor, origin, sent, ask);
}

/**
 * Writes once more to experts who were asked and have not answered, each a day after they were last written to at the earliest, with a new link: of the old one only a hash is kept, and it leads nowhere any more some
 * hours later. Sent again with the same key it is as sent once.
 */
export async function remindExperts(em: EntityManager, actor: Actor, origin: string, sent: Sent): Promise<AskResult> {
  return writeToExperts(em, actor, origin, sent, remind);
}

async function writeToExperts(em: EntityManager, actor: Actor, origin: string, { experts, count, ...sending }: Sent, write: Write): Promise<AskResult> {
  if (!mayAskExperts(actor)) return { outcome: 'GONE', experts: [] };
  // Held as for a change: nobody moves its days, closes or answers it meanwhile, and of two who ask the same expert the second finds them asked.
  await em.execute('select from availability_call where uuid = ? for update', [sending.call]);
  const [asking] = await em.execute<Asking[]>(CALL, [sending.call]);
  if (!asking) return { outcome: 'GONE', experts: [] };
  if (!asking.isOpen && (await countAskedBefore(em, sending, experts)) === 0) return { outcome: 'TOO_LATE', experts: [] };
  await em.execute('select hold_addresses(?::uuid[])', [`{${experts.join(',')}}`]);
  const sent: Asked[] = [];
  const told: { expert: string; outcome: AskedOutcome }[] = [];
  for (const expert of experts) {
    const { outcome, mail } = await write(em, sending, asking, expert);
    told.push({ expert, outcome });
    if (mail) sent.push(mail);
  }
  // What is sent counts, and nothing else: not what was sent before, nor whom nobody writes to.
  if (sent.length === 0) return { outcome: 'DONE', experts: told };
  await count(sent.length);
  await queueMails(em, sent.map((one) => writeAsked(one, asking, origin)));
  return { outcome: 'DONE', experts: told };
}

async function ask(em: EntityManager, sending: Sending, asking: Asking, expert: string): Promise<Written> {
  const [known] = await em.execute<{ submission: string; isVoid: boolean }[]>(
    'select submission, secret_hash is null and answered_at is null as "isVoid" from availability_request where call_uuid = ? and expert_uuid = ?', [sending.call, expert]);
  if (known?.submission === sending.submission) return { outcome: 'ASKED' };
  if (known && !(known.isVoid && asking.isOpen)) return { outcome: 'ALREADY_ASKED' };
  return writeTo(em, sending, asking, { expert, isReminder: false });
}

async function remind(em: EntityManager, sending: Sending, asking: Asking, expert: string): Promise<Written> {
  const [known] = await em.execute<{ submission: string; hasAnswered: boolean; isVoid: boolean; isRecent: boolean }[]>(
    `select submission, answered_at is not null as "hasAnswered", secret_hash is null as "isVoid", secret_hash is not null and asked_at > now() - ${BETWEEN_MAILS} as "isRecent" from availability_request where call_uuid = ? and expert_uuid = ?`, [sending.call, expert]);
  if (!known) return { outcome: 'UNKNOWN' };
  if (known.submission === sending.submission) return { outcome: 'ASKED' };
  if (known.hasAnswered) return { outcome: 'ANSWERED' };
  // Once the call is over only what was sent before is told again: of two sendings with one key, whoever was not written to had been too soon.
  if (!asking.isOpen) return { outcome: known.isVoid ? 'NO_ADDRESS' : 'TOO_SOON' };
  // Whose link is void may be at another address, where nobody was asked before.
  return known.isRecent ? { outcome: 'TOO_SOON' } : writeTo(em, sending, asking, { expert, isReminder: !known.isVoid });
}

/** Sends somebody a link, in the place of any that they were sent before. */
async function writeTo(em: EntityManager, { call, submission }: Sending, { isOpen, adviser, fromOn, untilOn, answersUntil }: Asking, { expert, isReminder }: { readonly expert: string; readonly isReminder: boolean }): Promise<Written> {
  const [found] = await em.execute<{ email: string | null; locale: Locale }[]>(ADDRESS, [expert, call]);
  if (!found) return { outcome: 'UNKNOWN' };
  // Once the call is over only what was sent before is told again: who was not asked then had no address.
  if (found.email === null || !isOpen) return { outcome: 'NO_ADDRESS' };
  const { secret, hash } = newSecret();
  await em.execute(
    `insert into availability_request (uuid, call_uuid, expert_uuid, submission, secret_hash) values (?, ?, ?, ?, ?)
     on conflict (call_uuid, expert_uuid) do update set submission = excluded.submission, former_hash = availability_request.secret_hash, secret_hash = excluded.secret_hash, asked_at = now(),
       reminded_at = case when availability_request.secret_hash is not null then availability_request.reminded_at end`, [v4(), call, expert, submission, hash]);
  return { outcome: 'ASKED', mail: { email: found.email, locale: found.locale, adviser, secret, fromOn, untilOn, answersUntil, isReminder } };
}
