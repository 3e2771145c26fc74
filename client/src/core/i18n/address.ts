import { LOCALE_TAGS, type Locale, isLocale } from '@passerelle/shared/locales.ts';
import { matchLocale } from '@passerelle/shared/negotiation.ts';
import type { LocationQuery, RouteLocationNormalized, RouteLocationRaw } from 'vue-router';

/** The parameter of the address that names the locale, for route records. */
export const LOCALE_PARAM = `:locale(${LOCALE_TAGS.join('|')})`;

const LANGUAGE_TAG = /^[a-z]{2,3}([-_][a-z0-9]{1,8})*$/i;

/** The locale that an address names, if it names one. */
export function localeOf(route: Pick<RouteLocationNormalized, 'params'>): Locale | undefined {
  return isLocale(route.params.locale) ? route.params.locale : undefined;
}

/**
 * The same path under a locale, for one that names none or one we lack: what it names counts first (`/sr-RS/countries`),
 * then the languages of the browser.
 */
export function localisedPath(path: string, languages: readonly string[]): string {
  const [first = '', ...rest] = path.split('/').filter(Boolean);
  if (LANGUAGE_TAG.test(first)) return `/${[matchLocale([first, ...languages]), ...rest].join('/')}`;
  return `/${[matchLocale(languages), ...(first ? [first, ...rest] : [''])].join('/')}`;
}

/**
 * The address of the same page in another locale, filters kept. The place in a list sorted by title is let go: that
 * order is another one in each language.
 */
export function inLocale(route: Pick<RouteLocationNormalized, 'name' | 'params' | 'query' | 'hash'>, locale: Locale):
RouteLocationRaw {
  return {
    name: route.name ?? 'home',
    params: { ...route.params, locale },
    query: route.query.sort === 'TITLE' ? withoutPlace(route.query) : route.query,
    hash: route.hash,
  };
}

function withoutPlace({ after: _after, before: _before, ...query }: LocationQuery): LocationQuery {
  return query;
}
