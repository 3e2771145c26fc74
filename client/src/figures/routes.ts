import type { RouteRecordRaw } from 'vue-router';

/** The page of the figures, under the locale. */
export const figureRoutes: RouteRecordRaw[] = [
  { path: 'training-figures', name: 'training-figures', component: () => import('./FiguresPage.vue'), meta: { texts: ['conditions', 'coverage', 'dates', 'record'], isUnlisted: true } },
];
