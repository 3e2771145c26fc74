/** The language of a request: what its address says, else what its headers ask for. */
import { isLocale, type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { matchLocale } from '@passerelle/shared/negotiation.ts';
import { UserError } from '../errors.ts';

/** Longer headers are not read to their end: nobody speaks so many languages. */
const MAX_HEADER = 2_000;

/** The tags of an Accept-Language header, dearest first; parts that are malformed are passed over. */
export function acceptedLanguages(header: string): string[] {
  return header
    .slice(0, MAX_HEADER)
    .split(',')
    .flatMap(preference)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

function preference(part: string): { tag: string; quality: number }[] {
  const [tag = '', weight, ...more] = part.split(';').map((piece) => piece.trim());
  const quality = weight === undefined ? '1' : /^q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i.exec(weight)?.[1];
  const isUsable = /^[a-z0-9_-]{1,35}$/i.test(tag) && more.length === 0 && Number(quality) > 0;
  return isUsable ? [{ tag, quality: Number(quality) }] : [];
}

/** Throws UNKNOWN_LOCALE when the address names a locale that is not one of the sixteen. */
export function localeOf(search: URLSearchParams, acceptLanguage: string | undefined): Locale {
  const named = search.get('locale');
  if (named === null) return matchLocale(acceptedLanguages(acceptLanguage ?? ''));
  if (isLocale(named)) return named;
  throw new UserError('UNKNOWN_LOCALE', `Not one of the locales of this server: ${LOCALE_TAGS.join(', ')}`);
}
