/** Answering a call for availability: by the secret of a link, whoever is or is not signed in, or as the expert who was asked, in their account. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { tidyName } from '../core/files/index.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { hashOf } from '../members/index.ts';
import type { CallInWords } from './availability-mail.ts';
import type { Availability } from './availability-request.entity.ts';

/** The most signs of a remark. */
export const LONGEST_REMARK = 500;
/** The most signs of the name of a substitute. */
export const LONGEST_SUBSTITUTE = 120;

export const AnswerOutcome = { DONE: 'DONE', INVALID: 'INVALID', CONFLICT: 'CONFLICT', TOO_LATE: 'TOO_LATE', GONE: 'GONE' } as const;
export type AnswerOutcome = keyof typeof AnswerOutcome;

export const AnswerField = { DAY: 'DAY', REMARK: 'REMARK', SUBSTITUTE: 'SUBSTITUTE' } as const;
export type AnswerField = keyof typeof AnswerField;
/** REPEATED, OUTSIDE: of days that stand there twice, or were not asked for. HAS_CONTACT, NOT_HERE: of a substitute with an address or a number, or of one whom somebody names who is free each day. */
export const AnswerFaultKind = { MISSING: 'MISSING', REPEATED: 'REPEATED', OUTSIDE: 'OUTSIDE', TOO_LONG: 'TOO_LONG', NOT_A_LINE: 'NOT_A_LINE', HAS_CONTACT: 'HAS_CONTACT', NOT_HERE: 'NOT_HERE' } as const;
export type AnswerFaultKind = keyof typeof AnswerFaultKind;

export interface AnswerFault {
  readonly field: AnswerField;
  readonly fault: AnswerFaultKind;
  /** With which day (`2027-11-08`); null for a remark and for a substitute. */
  readonly day: string | null;
}

/** What somebody answers: for each day, and in a line. `version`: which one they have read; `locale`: the language of the page. */
export interface GivenAnswers {
  readonly version: number;
  readonly answers: readonly { readonly day: string; readonly answer: Availability }[];
  readonly remark: string;
  /** The name of who could come in their place; empty for nobody. */
  readonly substitute: string;
  readonly locale: Locale;
}

export interface AnswerResult {
  readonly outcome: AnswerOutcome;
  readonly faults: readonly AnswerFault[];
}

/** What the secret of a link leads to. */
export interface FoundRequest extends CallInWords {
  readonly id: string;
  readonly version: number;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly answersUntil: string;
  readonly isOpen: boolean;
  readonly answeredAt: Date | null;
  readonly answers: readonly Availability[];
  readonly remark: string | null;
  readonly remarkLocale: Locale | null;
  readonly substitute: string | null;
}

const FOUND = `select id, version, from_on as "fromOn", until_on as "untilOn", answers_until as "answersUntil", is_open as "isOpen", source_locale as "sourceLocale", source_version as "sourceVersion", texts, answered_at as "answeredAt", answers, remark,
  remark_locale as "remarkLocale", substitute from availability_asked(?)`;

/** What a link leads to; undefined for a secret that is nobody's, or no longer. Nothing of whoever is signed in counts from here on: it is who has the link that acts. */
export async function readAvailabilityRequest(em: EntityManager, secret: string): Promise<FoundRequest | undefined> {
  await em.execute(`select set_config('passerelle.person', '', true)`);
  const [found] = await em.execute<FoundRequest[]>(FOUND, [hashOf(secret)]);
  return found && { ...found, answeredAt: found.answeredAt && new Date(found.answeredAt) };
}

/** All days of a period, in order. */
function daysOf({ fromOn, untilOn }: Pick<FoundRequest, 'fromOn' | 'untilOn'>): string[] {
  const days: string[] = [];
  for (let at = Date.parse(fromOn); at <= Date.parse(untilOn); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

const STRANGE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
/** What somebody is reached by: how, is for the adviser to find out, and nothing here needs it. */
const CONTACT = /@|https?:|www\.|(?:\p{Nd}[\s./()+-]*){5}/iu;

function lineFault(field: 'REMARK' | 'SUBSTITUTE', line: string, longest: number): AnswerFault[] {
  if (STRANGE.test(line)) return [{ field, fault: 'NOT_A_LINE', day: null }];
  return line.length > longest ? [{ field, fault: 'TOO_LONG', day: null }] : [];
}

/** What is wrong with who is named: nobody who is free each day names somebody, and a name is a name. */
function substituteFaults(name: string, answers: GivenAnswers['answers']): AnswerFault[] {
  const fault = (kind: AnswerFaultKind): AnswerFault => ({ field: 'SUBSTITUTE', fault: kind, day: null });
  if (name === '') return [];
  if (!answers.some(({ answer }) => answer === 'NO')) return [fault('NOT_HERE')];
  return CONTACT.test(name) ? [fault('HAS_CONTACT')] : lineFault('SUBSTITUTE', name, LONGEST_SUBSTITUTE);
}

/** What is wrong with answers to the days of a period; pure. Whoever has a link may send as many as a request takes: each is looked at once. */
export function answerFaults(period: Pick<FoundRequest, 'fromOn' | 'untilOn'>, { answers, remark, substitute }: Pick<GivenAnswers, 'answers' | 'remark' | 'substitute'>): AnswerFault[] {
  const days = daysOf(period);
  const [asked, given, repeated] = [new Set(days), new Set<string>(), new Set<string>()];
  for (const { day } of answers) (given.has(day) ? repeated : given).add(day);
  const of = (fault: AnswerFaultKind) => (day: string): AnswerFault => ({ field: 'DAY', fault, day });
  return [
    ...days.filter((day) => !given.has(day)).map(of('MISSING')), ...[...repeated].map(of('REPEATED')), ...answers.filter(({ day }) => !asked.has(day)).map(({ day }) => of('OUTSIDE')(day)),
    ...lineFault('REMARK', tidyName(remark), LONGEST_REMARK), ...substituteFaults(tidyName(substitute), answers),
  ];
}

/** Whose answer it is: by a link (a secret), or by an account (the key of what was asked). */
export type Answering = { readonly secret: string } | { readonly request: string };

/**
 * Answers, again until the last day for it is over. TOO_LATE afterwards, CONFLICT for an answer to what is no longer so: from a tab that was left open. Throws VICTIM_DATA for what tells who a victim is.
 */
export async function answerAvailability(em: EntityManager, answering: Answering, given: GivenAnswers): Promise<AnswerResult> {
  const [remark, substitute] = [tidyName(given.remark), tidyName(given.substitute)];
  // A longer one is kept by nobody, and costs time to read.
  if (remark.length <= LONGEST_REMARK) refuseVictimsData('input.remark', remark);
  if (substitute.length <= LONGEST_SUBSTITUTE) refuseVictimsData('input.substitute', substitute);
  const period = await periodOf(em, answering);
  if (!period) return { outcome: 'GONE', faults: [] };
  // What is wrong with an answer tells which days were asked for, and that is over with the call.
  if ('secret' in answering && !period.isOpen) return { outcome: 'TOO_LATE', faults: [] };
  const faults = answerFaults(period, given);
  if (faults.length > 0) return { outcome: 'INVALID', faults };
  const answers = given.answers.toSorted((one, other) => (one.day < other.day ? -1 : 1)).map(({ answer }) => answer);
  const [hash, request] = 'secret' in answering ? [hashOf(answering.secret), null] : [null, answering.request];
  const [row] = await em.execute<{ outcome: AnswerOutcome }[]>('select answer_availability(?, ?, ?, ?::text[], ?, ?, ?) as outcome', [hash, request, given.version, `{${answers.join(',')}}`, remark === '' ? null : remark, given.locale, substitute === '' ? null : substitute]);
  return { outcome: row!.outcome, faults: [] };
}

type Period = Pick<FoundRequest, 'fromOn' | 'untilOn' | 'isOpen'>;

async function periodOf(em: EntityManager, answering: Answering): Promise<Period | undefined> {
  if ('secret' in answering) return readAvailabilityRequest(em, answering.secret);
  const [found] = await em.execute<Period[]>(
    `select c.from_on::text as "fromOn", c.until_on::text as "untilOn", is_call_open(c.answers_until, c.closed_at) as "isOpen" from availability_request r join availability_call c on c.uuid = r.call_uuid where r.uuid = ? and is_own_sheet(r.expert_uuid)`, [answering.request]);
  return found;
}
