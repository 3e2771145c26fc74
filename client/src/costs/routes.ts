import type { RouteRecordRaw } from 'vue-router';

/** The pages of the journeys and costs of a mission, and of the rates that allowances are computed from, which are the adviser’s, under the locale. */
export const costRoutes: RouteRecordRaw[] = [
  { path: 'missions/:id/costs', name: 'mission-costs', component: () => import('./CostsPage.vue'), props: true, meta: { texts: ['budget', 'conditions', 'costs', 'dates', 'guard', 'missions', 'prepare', 'record'], isUnlisted: true } },
  { path: 'allowance-rates', name: 'allowance-rates', component: () => import('./RatesPage.vue'), meta: { texts: ['conditions', 'costs', 'dates', 'guard', 'missions', 'prepare'], isUnlisted: true } },
];
