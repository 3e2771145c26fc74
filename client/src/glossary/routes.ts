import type { RouteRecordRaw } from 'vue-router';

/** The page of the glossary, under the locale. */
export const glossaryRoutes: RouteRecordRaw[] = [
  { path: 'glossary', name: 'glossary', component: () => import('./GlossaryPage.vue'), meta: { texts: ['conditions', 'glossary'], description: 'glossary.intro' } },
];
