/** The sixteen locales of the product: the one table that every part of it reads. */

export interface LocaleEntry {
  /** Our own tag: in addresses, in the database, in `lang`. */
  readonly tag: Locale;
  /** The language's name in itself. */
  readonly endonym: string;
  /** What `Intl` understands. CLDR has no Montenegrin: it lends the Bosnian rules. */
  readonly intl: string;
  readonly script: 'Latn' | 'Cyrl' | 'Grek';
  /** Where a text comes from when this locale lacks it, nearest first. */
  readonly fallback: readonly Locale[];
}

export const LOCALE_TAGS = [
  'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk',
] as const;

export type Locale = (typeof LOCALE_TAGS)[number];

const entry = (tag: Locale, endonym: string, intl: string, script: LocaleEntry['script'], fallback: Locale[]): LocaleEntry =>
  ({ tag, endonym, intl, script, fallback });

export const LOCALES: Readonly<Record<Locale, LocaleEntry>> = {
  fr: entry('fr', 'français', 'fr', 'Latn', ['en']),
  en: entry('en', 'English', 'en-GB', 'Latn', ['fr']),
  sq: entry('sq', 'shqip', 'sq', 'Latn', ['en', 'fr']),
  bs: entry('bs', 'bosanski', 'bs', 'Latn', ['hr', 'sr-Latn', 'en', 'fr']),
  bg: entry('bg', 'български', 'bg', 'Cyrl', ['en', 'fr']),
  hr: entry('hr', 'hrvatski', 'hr', 'Latn', ['bs', 'sr-Latn', 'en', 'fr']),
  el: entry('el', 'ελληνικά', 'el', 'Grek', ['en', 'fr']),
  hu: entry('hu', 'magyar', 'hu', 'Latn', ['en', 'fr']),
  mk: entry('mk', 'македонски', 'mk', 'Cyrl', ['en', 'fr']),
  ro: entry('ro', 'română', 'ro', 'Latn', ['en', 'fr']),
  'sr-Cyrl': entry('sr-Cyrl', 'српски (ћирилица)', 'sr-Cyrl', 'Cyrl', ['sr-Latn', 'en', 'fr']),
  'sr-Latn': entry('sr-Latn', 'srpski (latinica)', 'sr-Latn', 'Latn', ['bs', 'en', 'fr']),
  cnr: entry('cnr', 'crnogorski', 'bs', 'Latn', ['sr-Latn', 'bs', 'hr', 'en', 'fr']),
  sl: entry('sl', 'slovenščina', 'sl', 'Latn', ['en', 'fr']),
  tr: entry('tr', 'Türkçe', 'tr', 'Latn', ['en', 'fr']),
  uk: entry('uk', 'українська', 'uk', 'Cyrl', ['en', 'fr']),
};

/** True when `tag` is, exactly, one of the sixteen. */
export function isLocale(tag: unknown): tag is Locale {
  return typeof tag === 'string' && Object.hasOwn(LOCALES, tag);
}

/** The stored locales whose texts a reader of `locale` reads in their own language: Serbian in Latin letters is found in Cyrillic ones too. */
export function ownLocales(locale: Locale): readonly Locale[] {
  return probes(locale).filter(({ shown }) => shown === locale).map(({ stored }) => stored);
}

/** One place to look for a text: a stored locale, and whether its Cyrillic is to be shown in Latin letters. */
export interface Probe {
  readonly stored: Locale;
  readonly shown: Locale;
}

/**
 * The places to look for a text, in order, for a reader of `locale`. Serbian in Latin letters is found in its own rows
 * first, then read from Cyrillic ones: the 30-letter table makes that exact (never the other way round).
 */
export function probes(locale: Locale): readonly Probe[] {
  const all = [locale, ...LOCALES[locale].fallback].flatMap((tag): Probe[] =>
    tag === 'sr-Latn'
      ? [{ stored: 'sr-Latn', shown: 'sr-Latn' }, { stored: 'sr-Cyrl', shown: 'sr-Latn' }]
      : [{ stored: tag, shown: tag }],
  );
  return all.filter((probe, i) => all.findIndex((other) => other.stored === probe.stored) === i);
}
