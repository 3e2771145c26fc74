/** The mails by which a host is offered slots, reminded of them, and told that the one they took no longer holds or that nothing comes of the meeting: in their language, of the one meeting alone. And that by which those who prepare its leg are told that they have answered. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { alongChain, inMail, type InWords, type LocalizedText } from '../core/translation/index.ts';
import { type AnyMail, queueMails } from '../mail/index.ts';

/** What something is called, by language. */
export type Names = Readonly<Record<string, string>>;

/** A meeting as its host is told of it. */
export interface MeetingInWords extends InWords<'subject'> {
  readonly byAdviser: boolean;
  /** `2027-11-01`. */
  readonly answersUntil: string;
  readonly minutes: number;
  readonly country: Names;
  /** The note that goes with that name, where there is one. */
  readonly countryNote: Names | null;
  readonly city: Names;
}

/** The same with where the host is written to. */
export interface SlotLetter extends MeetingInWords {
  readonly email: string;
  readonly locale: Locale;
}

/** A name in a language, or in the nearest one in which there is one. */
export function named(names: Names, locale: Locale): LocalizedText {
  const tag = [locale, ...LOCALES[locale].fallback, 'en' as const, 'fr' as const].find((one) => names[one]) ?? (Object.keys(names)[0] as Locale);
  return { text: names[tag]!, locale: tag, isFallback: tag !== locale, isOutdated: false };
}

export async function letterOf(em: EntityManager, meeting: string): Promise<SlotLetter> {
  const [row] = await em.execute<{ letter: SlotLetter }[]>('select slot_letter(?) as letter', [meeting]);
  return row!.letter;
}

/** The same of an offer whose host has taken a slot that no longer holds, and has not been told. */
export async function lostLetterOf(em: EntityManager, meeting: string): Promise<SlotLetter | undefined> {
  const [row] = await em.execute<{ letter: SlotLetter }[]>('select slot_letter(?) as letter where slot_is_lost(?)', [meeting, meeting]);
  return row?.letter;
}

/** The mail that the time which was agreed no longer holds: who says so, and nothing else. */
export function writeLost({ email, locale, byAdviser, country }: SlotLetter): AnyMail {
  return { to: email, locale, template: 'slotLost', params: { byAdviser, country: named(country, locale).text } };
}

/** What a host tells several of their meetings apart by. */
const lineOf = (letter: SlotLetter): string => `${inMail(alongChain(letter, 'subject', letter.locale)!)} – ${named(letter.city, letter.locale).text}`;

/** The mail that a meeting does not take place: who says so, and nothing else. Of several meetings of one host which ones, so that nobody takes the second for the first told twice. */
function writeCancelled(letters: readonly SlotLetter[]): AnyMail {
  const { email, locale, byAdviser, country } = letters[0]!;
  const params = { byAdviser, country: named(country, locale).text };
  return letters.length === 1 ? { to: email, locale, template: 'meetingCancelled', params } : { to: email, locale, template: 'meetingsCancelled', params: { ...params, meetings: letters.map(lineOf) } };
}

/** One mail for each host, language, and whoever says so. */
function mailsTo(letters: readonly SlotLetter[]): AnyMail[] {
  const byHost = Map.groupBy(letters, ({ email, locale, byAdviser, country }) => JSON.stringify([email.toLowerCase(), locale, byAdviser, named(country, locale).text]));
  return [...byHost.values()].map(writeCancelled);
}

/** Tells the hosts who wait for a meeting, or for those of a leg, that it does not take place, each by one mail: who says so, and of several meetings which. Before it is gone; `which`: by which key. */
export async function tellCancelled(em: EntityManager, which: 'meeting_uuid' | 'leg_uuid', key: string): Promise<void> {
  const rows = await em.execute<{ letter: SlotLetter }[]>(`select slot_letter(meeting_uuid) as letter from slot_offer where ${which} = ? and is_slot_awaited(meeting_uuid) order by meeting_uuid`, [key]);
  await queueMails(em, mailsTo(rows.map(({ letter }) => letter)));
}

/** Tells the same to the hosts who wait for a meeting of a mission that was given up, each once and by one mail, in the transaction in which it was. */
export async function tellGivenUp(em: EntityManager, mission: string): Promise<void> {
  const rows = await em.execute<{ letter: SlotLetter }[]>('select take_cancelled_slots(?) as letter', [mission]);
  await queueMails(em, mailsTo(rows.map(({ letter }) => letter)));
}

/** What a host has answered, and who is told. */
export interface AnswerLetter {
  /** The keys of the meeting and of its leg. */
  readonly key: string;
  readonly leg: string;
  readonly isTaken: boolean;
  readonly city: Names;
  readonly readers: readonly { readonly email: string; readonly locale: Locale }[];
}

/** The mails that a host has answered: in which city, whether a slot was taken, and the way to the page, where all else is read. */
export function writeAnswered({ leg, isTaken, city, readers }: AnswerLetter, origin: string): AnyMail[] {
  return readers.map(({ email, locale }) => ({ to: email, locale, template: 'slotsAnswered', params: { city: named(city, locale).text, isTaken, link: `${origin}/${locale}/legs/MissionLeg_${leg}/meetings` } }));
}

/** The mail with the link; a reminder voids the link of before. */
export function writeOffer(letter: SlotLetter, { secret, origin, isReminder }: { readonly secret: string; readonly origin: string; readonly isReminder: boolean }): AnyMail {
  const { email, locale, byAdviser, answersUntil, minutes } = letter;
  const params = { byAdviser, country: named(letter.country, locale).text, city: named(letter.city, locale).text, subject: inMail(alongChain(letter, 'subject', locale)!), minutes, answersUntil, link: `${origin}/${locale}/slots#${secret}`, isReminder };
  return { to: email, locale, template: 'slotsOffered', params };
}
