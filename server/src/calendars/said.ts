/** Texts with the language that they are in. */
import { isLocale, type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import type { LocalizedText } from '../core/translation/index.ts';

/** A text and its language; undefined for one of several languages. */
export interface Said {
  readonly text: string;
  readonly locale: Locale | undefined;
}

/** A text with the name of its language behind it where that is not the reader's. */
export function said({ text, locale, isFallback }: Omit<LocalizedText, 'isOutdated'>): Said {
  const language = isLocale(locale) ? locale : undefined;
  return { text: isFallback && language ? `${text} [${LOCALES[language].endonym}]` : text, locale: language };
}

/** Several texts as one, which is of no language where they are of several. */
export function together(parts: readonly Said[], glue: string): Said {
  const [first] = parts;
  return { text: parts.map(({ text }) => text).join(glue), locale: parts.every(({ locale }) => locale === first?.locale) ? first?.locale : undefined };
}
