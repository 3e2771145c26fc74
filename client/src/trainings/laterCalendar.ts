import { type Component, defineAsyncComponent, h } from 'vue';

import { loadMessages, locale } from '../core/i18n/index.ts';
import { ListResults } from '../core/ui/index.ts';

const NOTHING_YET = { total: undefined, count: '', empty: '' };

/** The calendar with its holidays and their words, loaded by whoever looks at it: most read the list. Anew for each page, which has one language. */
export function laterCalendar(): Component {
  return defineAsyncComponent({
    loader: async (): Promise<Component> => {
      const [calendar] = await Promise.all([import('./SessionCalendar.vue'), loadMessages(locale.value, ['holidays'])]);
      return calendar.default;
    },
    delay: 0,
    loadingComponent: () => h(ListResults, { ...NOTHING_YET, isLoading: true, failure: undefined }),
    // The address says what is to be seen.
    errorComponent: () => h(ListResults, { ...NOTHING_YET, isLoading: false, failure: { code: 'NETWORK' }, onRetry: () => location.reload() }),
  });
}
