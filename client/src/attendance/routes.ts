import type { RouteRecordRaw } from 'vue-router';

/** The pages of attendance, under the locale. */
export const attendanceRoutes: RouteRecordRaw[] = [
  { path: 'trainings/:id/attendance', name: 'session-attendance', component: () => import('./AttendancePage.vue'), props: true, meta: { texts: ['attendance', 'conditions', 'guard', 'members'], isUnlisted: true } },
  // The server lets this page ask for the camera, by its name.
  { path: 'trainings/:id/check-in', name: 'session-check-in', component: () => import('./CheckInPage.vue'), props: true, meta: { texts: ['attendance', 'conditions'], isUnlisted: true } },
  { path: 'pass', name: 'pass', component: () => import('./PassPage.vue'), meta: { texts: ['attendance'], isUnlisted: true } },
  { path: 'verify/:number?', name: 'verify', component: () => import('./VerifyPage.vue'), props: true, meta: { texts: ['attendance', 'trainingPages'], isUnlisted: true } },
];
