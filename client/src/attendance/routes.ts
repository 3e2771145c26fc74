import type { RouteRecordRaw } from 'vue-router';

/** The pages of attendance, under the locale. Their texts stand with those of registrations, what is sent once a session is over with those of evaluations. */
export const attendanceRoutes: RouteRecordRaw[] = [
  { path: 'trainings/:id/attendance', name: 'session-attendance', component: () => import('./AttendancePage.vue'), props: true, meta: { texts: ['conditions', 'evaluation', 'guard', 'members', 'registrations'], isUnlisted: true } },
  // The server lets this page ask for the camera, by its name.
  { path: 'trainings/:id/check-in', name: 'session-check-in', component: () => import('./CheckInPage.vue'), props: true, meta: { texts: ['conditions', 'registrations'], isUnlisted: true } },
  { path: 'pass', name: 'pass', component: () => import('./PassPage.vue'), meta: { texts: ['registrations'], isUnlisted: true } },
  { path: 'certificate', name: 'own-certificate', component: () => import('./OwnCertificatePage.vue'), meta: { texts: ['conditions', 'registrations'], isUnlisted: true } },
  { path: 'verify/:number?', name: 'verify', component: () => import('./VerifyPage.vue'), props: true, meta: { texts: ['registrations', 'trainingPages'], isUnlisted: true } },
];
