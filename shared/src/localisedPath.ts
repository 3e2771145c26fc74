import { isNamed, matchLocale } from './negotiation.ts';

const LANGUAGE_TAG = /^[a-z]{2,3}([-_][a-z0-9]{1,8})*$/i;

/** Whether the first part of a path names a language: one of ours however it is called, or any other by the two letters that most have. */
const isLanguage = (part: string): boolean => LANGUAGE_TAG.test(part) && (isNamed(part) || /^[a-z]{2}(?:[-_]|$)/i.test(part));

/**
 * The same path under a locale, for one that names none or one we lack: what it names counts first (`/sr-RS/countries`),
 * then the languages of the reader.
 */
export function localisedPath(path: string, languages: readonly string[]): string {
  const [first = '', ...rest] = path.split('/').filter(Boolean);
  if (isLanguage(first)) return `/${[matchLocale([first, ...languages]), ...rest].join('/')}`;
  return `/${[matchLocale(languages), ...(first ? [first, ...rest] : [''])].join('/')}`;
}
