import { ref } from 'vue';
import { createRouter, type Router, type RouterHistory, START_LOCATION } from 'vue-router';

import { loadMessages, LOCALE_PARAM, localeOf, localisedPath, locale, setAlternates, setLocale } from './core/i18n/index.ts';
import { hasMoved } from './core/ui/index.ts';
import { countryRoutes } from './countries/index.ts';
import { expertRoutes } from './experts/index.ts';
import { homeRoutes } from './home/index.ts';
import { pageRoutes } from './pages/index.ts';
import { trainingRoutes } from './trainings/index.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** The parts of the catalogue that the page needs beside `core`: files of `locales/<tag>/`. */
    readonly texts?: readonly string[];
  }
}

/** The address of a page whose parts could not be loaded; undefined when all is well. */
export const unreachable = ref<string>();

/** The addresses of the client. Each names its locale; one that does not is sent to the best for `languages`. */
export function createAppRouter(history: RouterHistory, languages: () => readonly string[]): Router {
  const router = createRouter({
    history,
    sensitive: true,
    // A place in a page is looked for by the page, once it is drawn.
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path || to.hash ? undefined : { top: 0 }),
    routes: [
      { path: `/${LOCALE_PARAM}`, children: [...countryRoutes, ...expertRoutes, ...trainingRoutes, ...pageRoutes, ...homeRoutes] },
      {
        path: '/:path(.*)*',
        redirect: ({ path, query, hash }) => ({ path: localisedPath(path, languages()), query, hash, replace: true }),
      },
    ],
  });

  router.beforeResolve(async (to) => {
    const next = localeOf(to);
    if (!next) return;
    const isNew = next !== locale.value || document.documentElement.lang !== next || !router.currentRoute.value.name;
    await (isNew ? setLocale : loadMessages)(next, to.meta.texts ?? []);
  });

  router.afterEach((to, from, failure) => {
    if (failure) return;
    unreachable.value = undefined;
    if (from !== START_LOCATION && to.path !== from.path) hasMoved.value = true;
    const named = localeOf(to);
    if (named) setAlternates(to.fullPath.slice(named.length + 1) || '/');
  });

  router.onError((_error, to) => {
    unreachable.value = to.fullPath;
  });

  return router;
}
