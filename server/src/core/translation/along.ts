/** Texts that a function of the database gives whole, for who is written to or has a link: along the chain of a language. */
import { type Locale, probes } from '@passerelle/shared/locales.ts';
import type { LocalizedText } from './localized-text.ts';

/** What is said of something, by language, each with the version of the source that it says; at `sr-Cyrl in sr-Latn` what is said in Serbian, in Latin letters. */
export interface InWords<Name extends string> {
  readonly sourceLocale: Locale;
  readonly sourceVersion: number;
  readonly texts: Readonly<Record<string, Readonly<Record<Name, string | null>> & { readonly version: number }>>;
}

/** A text along the chain of a language, at last as it was first written; null where it is nowhere. */
export function alongChain<Name extends string>({ sourceLocale, sourceVersion, texts }: InWords<Name>, name: Name, locale: Locale): LocalizedText | null {
  const places = [...probes(locale), { stored: sourceLocale, shown: sourceLocale }].map(({ stored, shown }) => ({ shown, found: texts[stored === shown ? stored : `${stored} in ${shown}`] }));
  const place = places.find(({ found }) => found?.[name]);
  return place?.found ? { text: place.found[name]!, locale: place.shown, isFallback: place.shown !== locale, isOutdated: place.found.version < sourceVersion } : null;
}

/** A text as it stands in a mail: one of another language is followed by the code of that language. */
export const inMail = ({ text, locale, isFallback }: LocalizedText): string => (isFallback ? `${text} (${locale})` : text);
