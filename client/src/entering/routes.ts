import type { RouteRecordRaw } from 'vue-router';

/** The page on which the adviser changes what stands about an expert, under the locale. */
export const enteringRoutes: RouteRecordRaw[] = [
  {
    path: 'experts/:id/edit', name: 'expert-edit', component: () => import('./EditExpertPage.vue'), props: true,
    meta: { texts: ['conditions', 'dates', 'guard', 'prepare', 'consents', 'experts', 'labels', 'entering', 'signIn'], isUnlisted: true },
  },
];

/** The page on which an expert proposes to change their own sheet, and the one on which the adviser decides about that, under the locale. */
export const proposalRoutes: RouteRecordRaw[] = [
  { path: 'own-sheet', name: 'own-sheet', component: () => import('./OwnSheetPage.vue'), meta: { texts: ['conditions', 'guard', 'prepare', 'account', 'consents', 'experts', 'labels', 'entering', 'proposals'], isUnlisted: true } },
  { path: 'sheet-proposals', name: 'sheet-proposals', component: () => import('./ProposalsPage.vue'), meta: { texts: ['conditions', 'guard', 'prepare', 'consents', 'experts', 'labels', 'entering', 'photos', 'proposals'], isUnlisted: true } },
];
