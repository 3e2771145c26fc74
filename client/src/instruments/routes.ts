import type { RouteRecordRaw } from 'vue-router';

/** The pages of legal instruments, under the locale. */
export const instrumentRoutes: RouteRecordRaw[] = [
  { path: 'instruments', name: 'instruments', component: () => import('./InstrumentListPage.vue'), meta: { texts: ['conditions', 'instruments', 'labels'], description: 'instruments.intro' } },
  { path: 'instruments/:code', name: 'instrument', component: () => import('./InstrumentPage.vue'), props: true, meta: { texts: ['instruments', 'labels'], description: 'instruments.intro' } },
];
