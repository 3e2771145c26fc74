import type { RouteRecordRaw } from 'vue-router';

/** The meetings of a leg, under the locale: for the adviser and for the post of the leg. */
export const meetingRoutes: RouteRecordRaw[] = [
  { path: 'legs/:id/meetings', name: 'leg-meetings', component: () => import('./MeetingsPage.vue'), props: true, meta: { texts: ['availability', 'conditions', 'dates', 'guard', 'labels', 'legs', 'meetings', 'missions', 'prepare', 'slots'], isUnlisted: true } },
];
