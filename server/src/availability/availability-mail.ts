/** The mail to who is asked. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { alongChain, inMail, type InWords } from '../core/translation/index.ts';
import type { AnyMail } from '../mail/index.ts';

/** What is said of a call, in each language. */
export type CallInWords = InWords<'title' | 'note'>;

/** Who is asked by a call, as they are written to: by whom, for which days (`2027-11-08`), with what their link holds. */
export interface Asked {
  readonly email: string;
  readonly locale: Locale;
  readonly adviser: string;
  readonly secret: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly answersUntil: string;
  /** Whether they were asked before, by a link that this one voids. */
  readonly isReminder: boolean;
}

/** The mail to who is asked. A title in another language is followed by the code of that language, as in other mails. */
export function writeAsked({ email, locale, adviser, secret, fromOn, untilOn, answersUntil, isReminder }: Asked, call: CallInWords, origin: string): AnyMail {
  const params = { title: inMail(alongChain(call, 'title', locale)!), adviser, link: `${origin}/${locale}/availability-answer#${secret}`, fromOn, untilOn, answersUntil, isReminder };
  return { to: email, locale, template: 'availabilityRequest', params };
}
