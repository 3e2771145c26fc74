import './styles/index.css';

import { createWebHistory } from 'vue-router';

import App from './App.vue';
import { restoreTheme } from './appearance/index.ts';
import { format, i18n } from './core/i18n/index.ts';
import { takeOver } from './frame/index.ts';
import { createAppRouter } from './router.ts';

const router = createAppRouter(createWebHistory(), () => navigator.languages);

void takeOver(App, document.getElementById('app')!, location, {
  prepare: async (app) => {
    app.use(i18n).use(router);
    await router.isReady().catch(() => undefined);
  },
  warmUp: [() => format.value.integer(0), () => format.value.date('2026-01-01')],
}).then(restoreTheme);
