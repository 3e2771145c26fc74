/** The words of a call in somebody's language, and the mail to who is asked. */
import { type Locale, probes } from '@passerelle/shared/locales.ts';
import type { LocalizedText } from '../core/translation/index.ts';
import type { AnyMail } from '../mail/index.ts';

/** What is said of a call, by language, each with the version of the source that it says; at `sr-Cyrl in sr-Latn` what is said in Serbian, in Latin letters. */
export interface CallInWords {
  readonly sourceLocale: Locale;
  readonly sourceVersion: number;
  readonly texts: Readonly<Record<string, { readonly title: string | null; readonly note: string | null; readonly version: number }>>;
}

/** A text of a call along the chain of a language, at last as it was first written; null where it is nowhere. */
export function said({ sourceLocale, sourceVersion, texts }: CallInWords, name: 'title' | 'note', locale: Locale): LocalizedText | null {
  const places = [...probes(locale), { stored: sourceLocale, shown: sourceLocale }].map(({ stored, shown }) => ({ shown, found: texts[stored === shown ? stored : `${stored} in ${shown}`] }));
  const place = places.find(({ found }) => found?.[name]);
  return place?.found ? { text: place.found[name]!, locale: place.shown, isFallback: place.shown !== locale, isOutdated: place.found.version < sourceVersion } : null;
}

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
  const title = said(call, 'title', locale)!;
  const params = { title: title.isFallback ? `${title.text} (${title.locale})` : title.text, adviser, link: `${origin}/${locale}/availability-answer#${secret}`, fromOn, untilOn, answersUntil, isReminder };
  return { to: email, locale, template: 'availabilityRequest', params };
}
