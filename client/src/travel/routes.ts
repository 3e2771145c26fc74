import type { RouteRecordRaw } from 'vue-router';

/** The page of what is known of travelling, for those who plan missions, under the locale. */
export const travelRoutes: RouteRecordRaw[] = [
  { path: 'travel', name: 'travel', component: () => import('./TravelPage.vue'), meta: { texts: ['conditions', 'costs', 'dates', 'guard', 'missions', 'prepare', 'travel'], isUnlisted: true } },
];
