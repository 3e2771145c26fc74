import type { Locale } from '@passerelle/shared/locales.ts';
import { provideClient } from '@urql/vue';
import { computed } from 'vue';

import { clientFor } from './client.ts';

/** Gives the pages below the client of the API, in the locale of the moment. */
export function useApi(locale: () => Locale): void {
  provideClient(computed(() => clientFor(locale())));
}
