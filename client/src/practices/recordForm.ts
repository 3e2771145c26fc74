/** Entries of the record as they are typed, compared and sent. */
import type { Locale } from '@passerelle/shared/locales.ts';

import { comparing } from '../core/editing/index.ts';
import type { Practice, PracticeInput, Publication, PublicationInput, RecordFault } from './usePractices.ts';

/** Days are empty, or as `2027-03-28`. */
export interface TypedPractice {
  sourceLocale: Locale;
  title: string;
  audience: string;
  result: string;
  country: string;
  theme: string;
  shownOn: string;
  isPublic: boolean;
  consentedOn: string;
}
const PRACTICE_FIELDS = ['sourceLocale', 'title', 'audience', 'result', 'country', 'theme', 'shownOn', 'isPublic', 'consentedOn'] as const satisfies readonly (keyof TypedPractice)[];
export type PracticeFieldName = (typeof PRACTICE_FIELDS)[number];

export interface TypedPublication {
  year: string;
  title: string;
  locale: Locale;
  url: string;
  isPublic: boolean;
  consentedOn: string;
}
const PUBLICATION_FIELDS = ['year', 'title', 'locale', 'url', 'isPublic', 'consentedOn'] as const satisfies readonly (keyof TypedPublication)[];
export type PublicationFieldName = (typeof PUBLICATION_FIELDS)[number];

export const emptyPractice = (locale: Locale): TypedPractice => ({ sourceLocale: locale, title: '', audience: '', result: '', country: '', theme: '', shownOn: '', isPublic: false, consentedOn: '' });
export const emptyPublication = (locale: Locale): TypedPublication => ({ year: '', title: '', locale, url: '', isPublic: false, consentedOn: '' });

/** In the language in which it was first written, and in no other. */
export function typedPractice({ texts, country, theme, shownOn, isPublic, consentedOn }: Pick<Practice, 'texts' | 'country' | 'theme' | 'shownOn' | 'isPublic' | 'consentedOn'>): TypedPractice {
  const source = texts.find(({ isSource }) => isSource)!;
  return { sourceLocale: source.locale as Locale, title: source.title ?? '', audience: source.audience ?? '', result: source.result ?? '', country: country.code, theme: theme.code, shownOn, isPublic, consentedOn: consentedOn ?? '' };
}

export const typedPublication = ({ year, title, locale, url, isPublic, consentedOn }: Publication): TypedPublication => ({ year: String(year), title, locale: locale as Locale, url: url ?? '', isPublic, consentedOn: consentedOn ?? '' });

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** `keepsConsent`: whether the adviser writes down the consent; whoever has an account gives it themselves. */
export function practiceInput({ consentedOn, ...typed }: TypedPractice, expert: string | null, keepsConsent: boolean): PracticeInput {
  return { ...typed, expert, consentedOn: keepsConsent ? orNull(consentedOn) : null };
}

export function publicationInput({ year, url, consentedOn, ...typed }: TypedPublication, keepsConsent: boolean): PublicationInput {
  return { ...typed, year: Number(year), url: orNull(url), consentedOn: keepsConsent ? orNull(consentedOn) : null };
}

const missing = (field: RecordFault['field'], text: string): RecordFault[] => (text.trim() === '' ? [{ field, fault: 'MISSING', maximum: null }] : []);

/** What is wrong with what is typed, as far as the page can know, in the order of the fields. */
export const practiceFaults = ({ title, country, theme, shownOn }: TypedPractice): RecordFault[] => [...missing('TITLE', title), ...missing('COUNTRY', country), ...missing('THEME', theme), ...missing('SHOWN_ON', shownOn)];

export const publicationFaults = ({ title, year }: TypedPublication): RecordFault[] => [...missing('TITLE', title), ...(/^\d{4}$/.test(year.trim()) ? [] : [{ field: 'YEAR', fault: 'MISSING', maximum: null } as const])];

export const comparingPractices = comparing<TypedPractice, PracticeFieldName>(PRACTICE_FIELDS);
export const comparingPublications = comparing<TypedPublication, PublicationFieldName>(PUBLICATION_FIELDS);
