/** The mails by which a host is offered slots, reminded of them, and told that the one they took no longer holds: in their language, of the one meeting alone. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { alongChain, inMail, type InWords, type LocalizedText } from '../core/translation/index.ts';
import type { AnyMail } from '../mail/index.ts';

/** What something is called, by language. */
export type Names = Readonly<Record<string, string>>;

/** A meeting as its host is told of it. */
export interface MeetingInWords extends InWords<'subject'> {
  readonly byAdviser: boolean;
  /** `2027-11-01`. */
  readonly answersUntil: string;
  readonly minutes: number;
  readonly country: Names;
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

/** The mail with the link; a reminder voids the link of before. */
export function writeOffer(letter: SlotLetter, { secret, origin, isReminder }: { readonly secret: string; readonly origin: string; readonly isReminder: boolean }): AnyMail {
  const { email, locale, byAdviser, answersUntil, minutes } = letter;
  const params = { byAdviser, country: named(letter.country, locale).text, city: named(letter.city, locale).text, subject: inMail(alongChain(letter, 'subject', locale)!), minutes, answersUntil, link: `${origin}/${locale}/slots#${secret}`, isReminder };
  return { to: email, locale, template: 'slotsOffered', params };
}
