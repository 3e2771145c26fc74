import { ERROR_CODES, type ErrorCode } from '@passerelle/shared/errors.ts';
import type { CombinedError } from '@urql/vue';

/** Why nothing came: a code of the API, or NETWORK when the API was not reached. */
export type FailureCode = ErrorCode | 'NETWORK';

/** A request that failed, as people are told of it. */
export interface Failure {
  readonly code: FailureCode;
  /** What the log of the server knows the fault by. */
  readonly reference?: string;
  /** Which of the fields it is about, as the API calls it. */
  readonly field?: string;
}

/** What to tell of an error of a request. A code we do not know is a fault of ours. */
export function failureOf(error: CombinedError): Failure {
  const [first] = error.graphQLErrors;
  if (!first) return { code: 'NETWORK' };
  const { code, reference, params } = first.extensions as { code?: unknown; reference?: unknown; params?: { field?: unknown } };
  return {
    code: ERROR_CODES.find((known) => known === code) ?? 'INTERNAL_SERVER_ERROR',
    ...(typeof reference === 'string' ? { reference } : {}),
    ...(typeof params?.field === 'string' ? { field: params.field } : {}),
  };
}
