import './styles/index.css';

import { createApp } from 'vue';
import { createWebHistory } from 'vue-router';

import App from './App.vue';
import { restoreTheme } from './appearance/index.ts';
import { i18n, locale } from './core/i18n/index.ts';
import { createAppRouter } from './router.ts';
import { serviceKnown } from './service/index.ts';

restoreTheme();
const router = createAppRouter(createWebHistory(), () => navigator.languages);

const app = createApp(App).use(i18n).use(router);
// What is announced above the page would push it down if it came later.
void router.isReady().catch(() => undefined).then(() => serviceKnown(locale.value)).then(() => app.mount('#app'));
