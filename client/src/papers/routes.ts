import type { RouteRecordRaw } from 'vue-router';

/** The papers of missions, under the locale: all for the adviser, those of a leg for its post, an expert's own. */
export const paperRoutes: RouteRecordRaw[] = [
  { path: 'missions/:id/papers', name: 'mission-papers', component: () => import('./MissionPapersPage.vue'), props: true, meta: { texts: ['conditions', 'missions', 'papers'], isUnlisted: true } },
  { path: 'legs/:id/papers', name: 'leg-papers', component: () => import('./LegPapersPage.vue'), props: true, meta: { texts: ['conditions', 'legs', 'missions', 'papers'], isUnlisted: true } },
  { path: 'own-missions/papers', name: 'own-papers', component: () => import('./OwnPapersPage.vue'), meta: { texts: ['conditions', 'missions', 'papers'], isUnlisted: true } },
];
