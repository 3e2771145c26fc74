import './styles/index.css';

import { createApp } from 'vue';
import { createWebHistory } from 'vue-router';

import App from './App.vue';
import { restoreTheme } from './appearance/index.ts';
import { i18n } from './core/i18n/index.ts';
import { createAppRouter } from './router.ts';

restoreTheme();
const router = createAppRouter(createWebHistory(), () => navigator.languages);

createApp(App).use(i18n).use(router).mount('#app');
