import { useI18n } from 'vue-i18n';

import type { FailureCode } from '../api/index.ts';
import { loadMessages, locale } from '../i18n/index.ts';

/** An address that nobody can have (RFC 2606), to show where a demonstration wants such a one. */
export const EXAMPLE_ADDRESS = 'name@ngo.example';

/** Failures of any page, told at once; all others are refusals of the server, whose sentences come when the first one does. */
const AT_ONCE = ['NETWORK', 'TIMEOUT', 'SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'] as const;
type AtOnce = (typeof AT_ONCE)[number];
const isAtOnce = (code: FailureCode): code is AtOnce => AT_ONCE.some((known) => known === code);

/** The sentence of a failure in the reader's language: what happened, what was kept, what to do. */
export function useErrorSentence(): (code: FailureCode) => string {
  const { t, te } = useI18n();

  function refusal(code: Exclude<FailureCode, AtOnce>): string {
    if (te(`refusals.${code}`)) return t(`refusals.${code}`, { example: EXAMPLE_ADDRESS });
    // Where they cannot be had, it is said that something failed; what is drawn is drawn again once they have come.
    void loadMessages(locale.value, ['refusals']).catch(() => undefined);
    return t('errors.title');
  }

  return (code) => (isAtOnce(code) ? t(`errors.${code}`) : refusal(code));
}
