import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

const later = (load: () => Promise<{ readonly default: Component }>): Component => defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([load(), loadMessages(locale.value, ['needLinks', 'reports'])]);
  return part.default;
});

/** What missions have found that bears on a recommendation: loaded with its texts for whoever is signed in. */
export const RecommendationFindings = later(() => import('./RecommendationFindings.vue'));

/** What missions have found that is still to be followed up: the same, for the adviser. */
export const DueFindings = later(() => import('./DueFindings.vue'));
