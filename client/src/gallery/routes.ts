import type { RouteRecordRaw } from 'vue-router';

/** The page that shows the parts of pages in all their states, under the locale. It is in no menu. */
export const galleryRoutes: RouteRecordRaw[] = [
  { path: 'components', name: 'components', component: () => import('./GalleryPage.vue'), meta: { texts: ['conditions', 'costs', 'dates', 'files', 'gallery', 'guard', 'prepare', 'trainings', 'travel'], isUnlisted: true } },
];
