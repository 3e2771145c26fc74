import type { RouteRecordRaw } from 'vue-router';

/** The pages of text, under the locale. */
export const pageRoutes: RouteRecordRaw[] = [
  { path: 'about-the-data', name: 'about-data', component: () => import('./AboutDataPage.vue'), meta: { texts: ['pages'], description: 'pages.about-data.intro' } },
  { path: 'accessibility', name: 'accessibility', component: () => import('./AccessibilityPage.vue'), meta: { texts: ['pages'], description: 'pages.accessibility.intro' } },
  { path: 'legal-notice', name: 'legal', component: () => import('./LegalPage.vue'), meta: { texts: ['pages'] } },
  { path: 'privacy', name: 'privacy', component: () => import('./PrivacyPage.vue'), meta: { texts: ['pages'], description: 'pages.privacy.intro' } },
  { path: 'contact', name: 'contact', component: () => import('./ContactPage.vue'), meta: { texts: ['pages'] } },
  { path: 'sitemap', name: 'sitemap', component: () => import('./SitemapPage.vue'), meta: { texts: ['pages'], description: 'pages.sitemap.intro' } },
];
