import { useI18n } from 'vue-i18n';

import type { FailureCode } from '../api/index.ts';

/** The sentence of a failure in the reader's language: what happened, what was kept, what to do. */
export function useErrorSentence(): (code: FailureCode) => string {
  const { t } = useI18n();
  const sentences: Readonly<Record<FailureCode, () => string>> = {
    NETWORK: () => t('errors.NETWORK'),
    GRAPHQL_PARSE_FAILED: () => t('errors.GRAPHQL_PARSE_FAILED'),
    GRAPHQL_VALIDATION_FAILED: () => t('errors.GRAPHQL_VALIDATION_FAILED'),
    BAD_USER_INPUT: () => t('errors.BAD_USER_INPUT'),
    BAD_REQUEST: () => t('errors.BAD_REQUEST'),
    PAYLOAD_TOO_LARGE: () => t('errors.PAYLOAD_TOO_LARGE'),
    QUERY_TOO_COMPLEX: () => t('errors.QUERY_TOO_COMPLEX'),
    VICTIM_DATA: () => t('errors.VICTIM_DATA'),
    UNKNOWN_LOCALE: () => t('errors.UNKNOWN_LOCALE'),
    UNAUTHENTICATED: () => t('errors.UNAUTHENTICATED'),
    STEP_UP_REQUIRED: () => t('errors.STEP_UP_REQUIRED'),
    INVENTED_PERSON: () => t('errors.INVENTED_PERSON'),
    RATE_LIMITED: () => t('errors.RATE_LIMITED'),
    PROOF_REQUIRED: () => t('errors.PROOF_REQUIRED'),
    PERSISTED_QUERY_NOT_FOUND: () => t('errors.PERSISTED_QUERY_NOT_FOUND'),
    TIMEOUT: () => t('errors.TIMEOUT'),
    SERVICE_UNAVAILABLE: () => t('errors.SERVICE_UNAVAILABLE'),
    INTERNAL_SERVER_ERROR: () => t('errors.INTERNAL_SERVER_ERROR'),
  };
  return (code) => sentences[code]();
}
