import type { RouteRecordRaw } from 'vue-router';

/** The page of the training record, under the locale. */
export const recordRoutes: RouteRecordRaw[] = [
  { path: 'training-record', name: 'training-record', component: () => import('./RecordPage.vue'), meta: { texts: ['conditions', 'dates', 'record'], isUnlisted: true } },
];
