import './styles/index.css';

import { createWebHistory, type Router } from 'vue-router';

import { broughtSession } from './accounts/index.ts';
import App from './App.vue';
import { restoreTheme } from './appearance/index.ts';
import { format, i18n } from './core/i18n/index.ts';
import { turn } from './core/ui/index.ts';
import { takeOver } from './frame/index.ts';
import { createAppRouter } from './router.ts';

let router: Router | undefined;

void takeOver(App, document.getElementById('app')!, location, {
  prepare: [
    (app) => {
      app.use(i18n);
    },
    async (app) => {
      const inner = broughtSession ? (await import('./innerRoutes.ts')).innerRoutes : [];
      router = createAppRouter(createWebHistory(), inner);
      await turn();
      app.use(router);
      await router.isReady().catch(() => undefined);
    },
  ],
  warmUp: () => format.value.date('2026-01-01'),
}).then(restoreTheme).then(() => {
  import('./frame/places.ts').then(({ keepPlace }) => keepPlace(router!)).catch(() => undefined);
  import('./appearance/letters.ts').then(({ bringLetters }) => bringLetters((then) => router?.afterEach((to, from) => to.path !== from.path && then()))).catch(() => undefined);
});
