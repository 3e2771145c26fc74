import type { Locale } from '@passerelle/shared/locales.ts';
import type { AnyVariables, TypedDocumentNode } from '@urql/vue';

import { clientFor } from './client.ts';

/** Asks before anything is shown, so that the answer is at hand when it is: for what would push the page down. Never fails, and waits so many milliseconds at most. */
export async function askAhead<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>, variables: Variables, locale: Locale, atMost: number,
): Promise<void> {
  await Promise.race([
    clientFor(locale).query(query, variables).toPromise(),
    new Promise((resolve) => {
      setTimeout(resolve, atMost);
    }),
  ]);
}
