import type { RouteRecordRaw } from 'vue-router';

const meta = { texts: ['pages'] };

/** The pages of text, under the locale. */
export const pageRoutes: RouteRecordRaw[] = [
  { path: 'about-the-data', name: 'about-data', component: () => import('./AboutDataPage.vue'), meta },
  { path: 'accessibility', name: 'accessibility', component: () => import('./AccessibilityPage.vue'), meta },
  { path: 'legal-notice', name: 'legal', component: () => import('./LegalPage.vue'), meta },
  { path: 'privacy', name: 'privacy', component: () => import('./PrivacyPage.vue'), meta },
  { path: 'contact', name: 'contact', component: () => import('./ContactPage.vue'), meta },
  { path: 'sitemap', name: 'sitemap', component: () => import('./SitemapPage.vue'), meta },
];
