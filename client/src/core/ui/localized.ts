import type { Locale } from '@passerelle/shared/locales.ts';
import { useI18n } from 'vue-i18n';

/** A text as the API gives it: with the language it is in. */
export interface LocalizedValue {
  readonly text: string;
  /** The locale of `text`. */
  readonly locale: string;
  readonly isFallback: boolean;
  readonly isOutdated: boolean;
  /** Whether a star stands behind it, for a note that stands elsewhere. */
  readonly isStarred?: boolean;
  /** Of a note: whose texts print it, where it is not that of all others. */
  readonly lead?: string;
}

/** A country, with the note that goes with its name where there is one. */
export interface NotedCountry {
  readonly code: string;
  readonly nameNote: LocalizedValue | null;
}

/** The name of a country with its star, where a note goes with it that stands elsewhere. */
export function starred<Name extends LocalizedValue>(name: Name, nameNote: LocalizedValue | null | undefined): Name {
  return nameNote ? { ...name, text: `${name.text}*`, isStarred: true } : name;
}

/** The name of a choice by its code, as plain text, with its star where a note goes with it; the code itself where there is no such choice. */
export function nameIn(choices: readonly { readonly code: string; readonly name: LocalizedValue; readonly nameNote?: LocalizedValue | null }[], code: string): string {
  const found = choices.find((one) => one.code === code);
  return found ? starred(found.name, found.nameNote).text : code;
}

/** Says in the reader's language which language a text is in ("Text in French"). */
export function useLanguageNote(): (locale: Locale) => string {
  const { t } = useI18n();
  const notes: Readonly<Record<Locale, () => string>> = {
    fr: () => t('fallback.fr'),
    en: () => t('fallback.en'),
    sq: () => t('fallback.sq'),
    bs: () => t('fallback.bs'),
    bg: () => t('fallback.bg'),
    hr: () => t('fallback.hr'),
    el: () => t('fallback.el'),
    hu: () => t('fallback.hu'),
    mk: () => t('fallback.mk'),
    ro: () => t('fallback.ro'),
    'sr-Cyrl': () => t('fallback.sr-Cyrl'),
    'sr-Latn': () => t('fallback.sr-Latn'),
    cnr: () => t('fallback.cnr'),
    sl: () => t('fallback.sl'),
    tr: () => t('fallback.tr'),
    uk: () => t('fallback.uk'),
  };
  return (locale) => notes[locale]();
}
