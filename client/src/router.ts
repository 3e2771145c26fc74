import { ref } from 'vue';
import { createRouter, type RouteLocationNormalized, type Router, type RouteRecordRaw, type RouterHistory, START_LOCATION } from 'vue-router';

import { accountRoutes } from './accounts/index.ts';
import { loadMessages, LOCALE_PARAM, localeOf, locale, setAlternates, setDescription, setLocale } from './core/i18n/index.ts';
import { hasMoved } from './core/ui/index.ts';
import { countryRoutes } from './countries/index.ts';
import { deskRoutes } from './desk/index.ts';
import { newExpertRoutes } from './entering/index.ts';
import { expertRoutes } from './experts/index.ts';
import { glossaryRoutes } from './glossary/index.ts';
import { homeRoutes } from './home/index.ts';
import { instrumentRoutes } from './instruments/index.ts';
import { memberRoutes } from './members/index.ts';
import { myDataRoutes } from './my-data/index.ts';
import { organisationRoutes } from './organisations/index.ts';
import { recommendationRoutes } from './recommendations/index.ts';
import { publicationRoutes } from './reports/index.ts';
import { pageRoutes } from './pages/index.ts';
import { newSessionRoutes } from './preparing/index.ts';
import { shownPracticeRoutes } from './practices/index.ts';
import { registerRoutes } from './register/index.ts';
import { trainingRoutes } from './trainings/index.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** The parts of the catalogue that the page needs beside `core`: files of `locales/<tag>/`. */
    readonly texts?: readonly string[];
    /** The key, in those texts, of the sentence that says what the page is to those who find it in a list of results. */
    readonly description?: string;
    /** Whether the page is in no list for visitors, nor to be found by a search: one for those who build the site, or for some only. */
    readonly isUnlisted?: boolean;
  }
}

/** What all addresses that name their locale stand under; no page. */
const LOCALISED = 'localised';

/** The address of a page whose parts could not be loaded; undefined when all is well. */
export const unreachable = ref<string>();

/**
 * The addresses of the client. Each names its locale. `inner` are those of `innerRoutes.ts`, where
 * they are needed at once; else they come when an address is none of the others.
 */
export function createAppRouter(history: RouterHistory, inner: readonly RouteRecordRaw[] = []): Router {
  const router = createRouter({
    history,
    sensitive: true,
    scrollBehavior: (to, from, saved) => {
      if (saved) return saved;
      if (to.hash) return toPlace(to.hash);
      // A document begins at its top by itself; asked to, the browser would have to lay it out at once.
      return from === START_LOCATION || isSamePage(to, from) ? undefined : { top: 0 };
    },
    routes: [
      {
        path: `/${LOCALE_PARAM}`,
        name: LOCALISED,
        children: [
          ...countryRoutes, ...expertRoutes, ...newExpertRoutes, ...instrumentRoutes, ...organisationRoutes, ...recommendationRoutes, ...publicationRoutes, ...shownPracticeRoutes, ...glossaryRoutes, ...newSessionRoutes, ...trainingRoutes,
          ...pageRoutes, ...accountRoutes, ...deskRoutes, ...memberRoutes, ...myDataRoutes, ...registerRoutes, ...homeRoutes, ...inner,
        ],
      },
      // Of an address without a locale the server chooses one: the document is in it, where nothing is at that address.
      { path: '/:path(.*)*', redirect: ({ fullPath }) => `/${document.documentElement.lang}${fullPath}` },
    ],
  });

  let isWhole = inner.length > 0;
  router.beforeEach(async ({ name, path, query, hash }) => {
    if (isWhole || name !== 'not-found') return undefined;
    const { innerRoutes } = await import('./innerRoutes.ts');
    for (const route of innerRoutes) router.addRoute(LOCALISED, route);
    isWhole = true;
    return { path, query, hash, replace: true };
  });

  router.beforeResolve(async (to) => {
    const next = localeOf(to);
    if (!next) return;
    const isNew = next !== locale.value || import.meta.env.SSR || document.documentElement.lang !== next || !router.currentRoute.value.name;
    await (isNew ? setLocale : loadMessages)(next, to.meta.texts ?? []);
  });

  router.afterEach((to, from, failure) => {
    if (failure) return;
    unreachable.value = undefined;
    // In another language it is the same page: the focus stays where the language was chosen.
    if (from !== START_LOCATION && to.path !== from.path) hasMoved.value = !isSamePage(to, from);
    const named = localeOf(to);
    if (!named) return;
    setAlternates(to.fullPath.slice(named.length + 1) || '/');
    setDescription(to.meta.description);
  });

  router.onError((_error, to) => {
    unreachable.value = to.fullPath;
  });

  return router;
}

/** Whether two addresses are of one page, perhaps in two languages or with other conditions. */
function isSamePage(to: RouteLocationNormalized, from: RouteLocationNormalized): boolean {
  return to.name === from.name && JSON.stringify({ ...to.params, locale: '' }) === JSON.stringify({ ...from.params, locale: '' });
}

/** Takes the reader to a part of the page: the eye by scrolling, which the page's margins correct, and the focus. */
function toPlace(hash: string): false {
  const place = document.getElementById(hash.slice(1));
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
  return false;
}
