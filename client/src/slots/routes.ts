import type { RouteRecordRaw } from 'vue-router';

/** The page of the host of a meeting who has a link, under the locale. */
export const slotRoutes: RouteRecordRaw[] = [
  { path: 'slots', name: 'slots', component: () => import('./HostPage.vue'), meta: { texts: ['availability', 'dates', 'guard', 'meetings', 'missions', 'prepare', 'slots'], isUnlisted: true } },
];
