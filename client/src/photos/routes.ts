import type { RouteRecordRaw } from 'vue-router';

/** The pages on which photos of experts and of missions are kept, under the locale. */
export const photoRoutes: RouteRecordRaw[] = [
  { path: 'experts/:id/photo', name: 'expert-photo', component: () => import('./ExpertPhotoPage.vue'), props: true, meta: { texts: ['conditions', 'consents', 'dates', 'files', 'missions', 'guard', 'photos', 'prepare', 'proposals', 'reports'], isUnlisted: true } },
  { path: 'missions/:id/photos', name: 'mission-photos', component: () => import('./MissionPhotosPage.vue'), props: true, meta: { texts: ['conditions', 'files', 'guard', 'missions', 'photos', 'prepare', 'reports'], isUnlisted: true } },
];
