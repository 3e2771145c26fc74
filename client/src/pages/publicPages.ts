import type { RouteRecordNormalized } from 'vue-router';

import { LOCALE_PARAM } from '../core/i18n/index.ts';

/** The names of the pages that need nothing but a language to be found, unlisted ones left out, in the order of the routes, the first page first. */
export function publicPagesOf(routes: readonly Pick<RouteRecordNormalized, 'name' | 'path' | 'meta' | 'components'>[]): string[] {
  const root = `/${LOCALE_PARAM}`;
  return routes
    .filter(({ name, path, meta, components }) => typeof name === 'string' && components && !meta.isUnlisted && path.startsWith(root) && !path.slice(root.length).includes(':'))
    .sort((a, b) => a.path.split('/').length - b.path.split('/').length)
    .map(({ name }) => String(name));
}
