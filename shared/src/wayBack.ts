import { isLocale } from './locales.ts';

/** Any origin will do to resolve an address against: the answer is the path alone. */
const HERE = 'https://here.invalid';

/**
 * The path of this site that an address of a page asks to be led back to, or `otherwise`: a sign-in page must not send
 * people to another site. What a browser would read as another host is refused: `//evil`, `/\evil`, tabs and line breaks
 * among them, and whole addresses.
 */
export function wayBack(asked: unknown, otherwise: string): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])/.test(asked) || /[\\\p{Cc}]/u.test(asked)) return otherwise;
  const url = URL.parse(asked, HERE);
  if (url?.origin !== HERE || url.pathname.startsWith('//')) return otherwise;
  return url.pathname + url.search + url.hash;
}

/** The path of the same page in another language; as it is where it names none, or none is given. */
export function inLanguage(path: string, locale: string | null | undefined): string {
  const [, named] = /^\/([^/?#]+)/.exec(path) ?? [];
  return locale && isLocale(named) ? `/${locale}${path.slice(named.length + 1)}` : path;
}
