import type { RouteRecordRaw } from 'vue-router';

/** The page of what a country has in its law, for the adviser and the embassies, under the locale. */
export const provisionRoutes: RouteRecordRaw[] = [
  {
    path: 'countries/:code([A-Z]{2})/law', name: 'country-law', component: () => import('./CountryLawPage.vue'), props: ({ params, query }) => ({ code: params['code'], instrument: query['instrument'] }),
    meta: { texts: ['account', 'chain', 'conditions', 'costs', 'dates', 'guard', 'instruments', 'labels', 'needs', 'prepare', 'provisions', 'travel'], isUnlisted: true },
  },
];
