import type { RouteRecordRaw } from 'vue-router';

/** The pages of countries, under the locale. */
export const countryRoutes: RouteRecordRaw[] = [
  { path: 'countries', name: 'countries', component: () => import('./CountryListPage.vue'), meta: { texts: ['conditions', 'labels', 'map', 'countries'], description: 'countries.intro' } },
  { path: 'countries/:code([A-Z]{2})', name: 'country', component: () => import('./CountryPage.vue'), props: true, meta: { texts: ['trainings', 'experts', 'holidays', 'keepers', 'labels', 'map', 'countries'], description: 'countries.lead' } },
];
