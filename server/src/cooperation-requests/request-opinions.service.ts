/** Consulting the services of the post about a request that was just sent, and their opinions. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { CONSULT_DAYS } from '@passerelle/shared/consultDays.ts';
import type { PostService } from '../consultations/index.ts';
import { eachTaken } from '../core/jobs/index.ts';
import { alongChain, inMail, type InWords } from '../core/translation/index.ts';
import { type AnyMail, queueMails } from '../mail/index.ts';
import { readReason } from './read-request.ts';
import { type CooperationRequestOutcome, type CooperationRequestResult, invalid, result } from './request-fault.ts';
import type { RequestOpinionAnswer } from './request-words.ts';

interface RequestLetter extends InWords<'subject'> {
  readonly key: string;
  readonly dueOn: string;
  readonly readers: readonly { readonly email: string; readonly locale: Locale; readonly silenceAgrees: boolean }[];
}

/** Consults the post about a request that who acts has just sent, for as many working days of the country as for a leg of a mission, and writes to whoever may answer. `origin` is where people reach the site. */
export async function consultPost(em: EntityManager, key: string, origin: string): Promise<void> {
  const [asked] = await em.execute<{ done: boolean }[]>('select consult_about_request(?, ?) as done', [key, CONSULT_DAYS.usual]);
  if (!asked!.done) throw new Error('A request is consulted about where it was just sent');
  const [row] = await em.execute<{ letter: RequestLetter }[]>('select request_letter(?) as letter', [key]);
  const { letter } = row!;
  await queueMails(em, lettersOf(letter, 'requestOpinionAsked', origin));
}

/** The mail to each who owes an opinion: in their language, with the subject of the request and what silence means. */
function lettersOf({ key, dueOn, readers, ...words }: RequestLetter, template: 'requestOpinionAsked' | 'requestOpinionDue', origin: string): AnyMail[] {
  return readers.map(({ email, locale, silenceAgrees }) => ({ to: email, locale, template, params: { topic: inMail(alongChain(words, 'subject', locale)!), dueOn, silenceAgrees, link: `${origin}/${locale}/cooperation-requests/CooperationRequest_${key}` } }));
}

/** Reminds the services that have not said what they think of a request and whose last day is near, each request once and by itself. Throws the first failure at the end. */
export function remindServices(em: EntityManager, origin: string): Promise<void> {
  return eachTaken(em, 'consultations', async (own, passed, took) => {
    const [row] = await own.execute<{ letter: RequestLetter | null }[]>('select take_request_reminder(?::uuid[]) as letter', [`{${passed.join(',')}}`]);
    if (!row?.letter) return false;
    took(row.letter.key);
    await queueMails(own, lettersOf(row.letter, 'requestOpinionDue', origin));
    return true;
  });
}

/** An opinion as it is sent. `version`: which one its author has read; `locale`: the language of the page. */
export interface SentOpinion {
  readonly service: PostService;
  readonly version: number;
  readonly answer: RequestOpinionAnswer;
  readonly reason: string;
  readonly locale: Locale;
}

/** Gives an opinion (`give_request_opinion`). Who is against says why. Throws VICTIM_DATA for words that tell who a victim is. */
export async function giveRequestOpinion(em: EntityManager, key: string, { service, version, answer, reason: sent, locale }: SentOpinion): Promise<CooperationRequestResult> {
  const read = readReason(sent, answer === 'AGAINST', 'input.reason');
  if (!('reason' in read)) return invalid(...read);
  const [row] = await em.execute<{ outcome: CooperationRequestOutcome }[]>('select give_request_opinion(?, ?, ?, ?, ?, ?) as outcome', [key, service, version, answer, read.reason, locale]);
  return result(row!.outcome);
}
