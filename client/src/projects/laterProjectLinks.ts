import { type Component, defineAsyncComponent } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';

const later = (load: () => Promise<{ readonly default: Component }>): Component => defineAsyncComponent(async (): Promise<Component> => {
  const [part] = await Promise.all([load(), loadMessages(locale.value, ['labels', 'projects'])]);
  return part.default;
});

/** The projects of what a page shows: loaded with their texts for whoever is signed in. */
export const ProjectLinks = later(() => import('./ProjectLinks.vue'));

/** The same of a training session. */
export const SessionProjects = later(() => import('./SessionProjects.vue'));
