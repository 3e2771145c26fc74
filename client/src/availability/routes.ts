import type { RouteRecordRaw } from 'vue-router';

/** The pages of calls for availability, under the locale: the adviser’s, that of an expert with an account, and that of whoever has a link. */
export const availabilityRoutes: RouteRecordRaw[] = [
  { path: 'availability', name: 'availability', component: () => import('./CallsPage.vue'), meta: { texts: ['availability', 'conditions'], isUnlisted: true } },
  { path: 'availability/new', name: 'availability-new', component: () => import('./NewCallPage.vue'), meta: { texts: ['availability', 'conditions', 'dates', 'guard', 'prepare'], isUnlisted: true } },
  { path: 'availability/:id', name: 'availability-call', component: () => import('./CallPage.vue'), props: true, meta: { texts: ['availability', 'conditions', 'dates', 'guard', 'prepare', 'substitutes'], isUnlisted: true } },
  { path: 'own-availability', name: 'own-availability', component: () => import('./OwnAvailabilityPage.vue'), meta: { texts: ['availability', 'guard', 'prepare', 'substitutes'], isUnlisted: true } },
  { path: 'availability-answer', name: 'availability-answer', component: () => import('./AnswerPage.vue'), meta: { texts: ['availability', 'guard', 'prepare', 'substitutes'], isUnlisted: true } },
];
