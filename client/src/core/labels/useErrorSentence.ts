import { useI18n } from 'vue-i18n';

import type { FailureCode } from '../api/index.ts';

/** An address that nobody can have (RFC 2606), to show where a demonstration wants such a one. */
export const EXAMPLE_ADDRESS = 'name@ngo.example';

/** The sentence of a failure in the reader's language: what happened, what was kept, what to do. */
export function useErrorSentence(): (code: FailureCode) => string {
  const { t } = useI18n();
  return (code) => t(`errors.${code}`, { example: EXAMPLE_ADDRESS });
}
