import type { RouteRecordRaw } from 'vue-router';

/** The page of the register of personal data, under the locale. */
export const registerRoutes: RouteRecordRaw[] = [
  { path: 'data-register', name: 'register', component: () => import('./RegisterPage.vue'), meta: { texts: ['pages', 'register'], description: 'register.intro' } },
];
