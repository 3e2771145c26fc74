import type { RouteRecordRaw } from 'vue-router';

/** The page of what is kept of a country, for its embassy and the adviser, under the locale. */
export const upkeepRoutes: RouteRecordRaw[] = [
  { path: 'countries/:code([A-Z]{2})/upkeep', name: 'country-upkeep', component: () => import('./UpkeepPage.vue'), props: true, meta: { texts: ['conditions', 'costs', 'countryFile', 'dates', 'guard', 'holidays', 'keepers', 'needs', 'prepare', 'travel', 'upkeep'], isUnlisted: true } },
];
