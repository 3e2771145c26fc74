import { matchLocale } from '@passerelle/shared/negotiation.ts';

const LANGUAGE_TAG = /^[a-z]{2,3}([-_][a-z0-9]{1,8})*$/i;

/**
 * The same path under a locale, for one that names none or one we lack: what it names counts first (`/sr-RS/countries`),
 * then the languages of the browser.
 */
export function localisedPath(path: string, languages: readonly string[]): string {
  const [first = '', ...rest] = path.split('/').filter(Boolean);
  if (LANGUAGE_TAG.test(first)) return `/${[matchLocale([first, ...languages]), ...rest].join('/')}`;
  return `/${[matchLocale(languages), ...(first ? [first, ...rest] : [''])].join('/')}`;
}
