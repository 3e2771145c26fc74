/** The language of a request: what its address says, else what its headers ask for. */
import { isLocale, type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { matchLocale } from '@passerelle/shared/negotiation.ts';
import { UserError } from '../errors.ts';

const PREFERENCE = /^\s*([A-Za-z0-9*_-]{1,35})\s*(?:;\s*q\s*=\s*([01](?:\.\d{1,3})?))?\s*$/;

/** Longer headers are not read to their end: nobody speaks so many languages. */
const MAX_HEADER = 2_000;

/** The tags of an Accept-Language header, dearest first; parts that are malformed are passed over. */
export function acceptedLanguages(header: string): string[] {
  return header
    .slice(0, MAX_HEADER)
    .split(',')
    .map((part) => PREFERENCE.exec(part))
    .filter((match) => match !== null)
    .map((match) => ({ tag: match[1]!, quality: match[2] === undefined ? 1 : Number(match[2]) }))
    .filter(({ tag, quality }) => quality > 0 && tag !== '*')
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** Throws UNKNOWN_LOCALE when the address names a locale that is not one of the sixteen. */
export function localeOf(search: URLSearchParams, acceptLanguage: string | undefined): Locale {
  const named = search.get('locale');
  if (named === null) return matchLocale(acceptedLanguages(acceptLanguage ?? ''));
  if (isLocale(named)) return named;
  throw new UserError('UNKNOWN_LOCALE', `Not one of the locales of this server: ${LOCALE_TAGS.join(', ')}`);
}
