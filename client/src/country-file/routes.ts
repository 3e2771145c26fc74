import type { RouteRecordRaw } from 'vue-router';

/** The page on which who works for a country finds all that they may see of it, under the locale. */
export const countryFileRoutes: RouteRecordRaw[] = [
  { path: 'countries/:code([A-Z]{2})/file', name: 'country-file', component: () => import('./CountryFilePage.vue'), props: true, meta: { texts: ['account', 'countryFile', 'holidays', 'keepers', 'labels', 'missions', 'needs', 'prepare', 'trainings'], isUnlisted: true } },
];
