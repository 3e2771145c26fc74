import type { RouteRecordRaw } from 'vue-router';

/** The pages of missions, which are the adviser’s, and of their legs, which posts read, under the locale. */
export const missionRoutes: RouteRecordRaw[] = [
  { path: 'missions', name: 'missions', component: () => import('./MissionsPage.vue'), meta: { texts: ['conditions', 'missions', 'travel'], isUnlisted: true } },
  { path: 'missions/new', name: 'mission-new', component: () => import('./NewMissionPage.vue'), meta: { texts: ['conditions', 'dates', 'guard', 'missions', 'prepare'], isUnlisted: true } },
  { path: 'missions/:id', name: 'mission', component: () => import('./MissionPage.vue'), props: true, meta: { texts: ['budget', 'conditions', 'consultations', 'dates', 'guard', 'legs', 'missions', 'prepare'], isUnlisted: true } },
  { path: 'missions/:id/team', name: 'mission-team', component: () => import('./TeamPage.vue'), props: true, meta: { texts: ['conditions', 'dates', 'guard', 'missions', 'prepare'], isUnlisted: true } },
  { path: 'missions/:id/objectives', name: 'mission-objectives', component: () => import('./ObjectivesPage.vue'), props: true, meta: { texts: ['conditions', 'guard', 'labels', 'missions', 'needLinks', 'prepare'], isUnlisted: true } },
  { path: 'missions/:id/board', name: 'mission-board', component: () => import('./board/BoardPage.vue'), props: true, meta: { texts: ['board', 'budget', 'consultations', 'costs', 'legs', 'map', 'meetings', 'missions'], isUnlisted: true } },
  { path: 'missions/:id/plan', name: 'mission-plan', component: () => import('./plan/PlanPage.vue'), props: true, meta: { texts: ['board', 'budget', 'compare', 'conditions', 'costs', 'dates', 'former', 'map', 'missions', 'pins', 'planCurve', 'planFiles', 'planGoals', 'plans', 'takeOver'], isUnlisted: true } },
  { path: 'own-missions', name: 'own-missions', component: () => import('./OwnLegsPage.vue'), meta: { texts: ['costs', 'labels', 'legs', 'missions'], isUnlisted: true } },
  { path: 'legs', name: 'legs', component: () => import('./LegsPage.vue'), meta: { texts: ['conditions', 'consultations', 'missions'], isUnlisted: true } },
  { path: 'legs/:id', name: 'leg', component: () => import('./LegPage.vue'), props: true, meta: { texts: ['consultations', 'guard', 'legs', 'missions', 'prepare', 'signIn'], isUnlisted: true } },
];
