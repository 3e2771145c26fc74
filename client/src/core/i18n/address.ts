import { LOCALE_TAGS, type Locale, isLocale } from '@passerelle/shared/locales.ts';
import type { LocationQuery, RouteLocationNormalized, RouteLocationRaw } from 'vue-router';

/** The parameter of the address that names the locale, for route records. */
export const LOCALE_PARAM = `:locale(${LOCALE_TAGS.join('|')})`;

/** The locale that an address names, if it names one. */
export function localeOf(route: Pick<RouteLocationNormalized, 'params'>): Locale | undefined {
  return isLocale(route.params.locale) ? route.params.locale : undefined;
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
