import type { RouteRecordRaw } from 'vue-router';

/** The page on which the embassy and the adviser keep who coordinates action against trafficking in a country, under the locale. */
export const coordinationRoutes: RouteRecordRaw[] = [
  {
    path: 'countries/:code([A-Z]{2})/coordination', name: 'country-coordination', component: () => import('./CoordinationPage.vue'), props: true,
    meta: { texts: ['conditions', 'coordination', 'costs', 'countryFile', 'dates', 'guard', 'keepers', 'needs', 'prepare', 'provisions', 'travel'], isUnlisted: true },
  },
];
