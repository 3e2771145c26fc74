/** Refusals: a code that the client has a sentence for, and the parameters of that sentence. */
import type { ErrorCode } from '@passerelle/shared/errors.ts';
import { GraphQLError } from 'graphql';

/** HTTP status by code, for errors that stop the whole request. 200 where GraphQL answers with partial data. */
export const STATUS: Readonly<Record<ErrorCode, number>> = {
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  PAYLOAD_TOO_LARGE: 413,
  QUERY_TOO_COMPLEX: 400,
  LIST_TOO_LONG: 400,
  VICTIM_DATA: 400,
  PROTECTED_PLACE: 400,
  TRANSLATION_EXISTS: 400,
  UNKNOWN_LOCALE: 400,
  UNAUTHENTICATED: 401,
  STEP_UP_REQUIRED: 403,
  INVENTED_PERSON: 403,
  LISTED_PERSON: 403,
  DEMONSTRATION_ADDRESS: 400,
  TRAINER_BUSY: 400,
  RATE_LIMITED: 429,
  PROOF_REQUIRED: 403,
  PERSISTED_QUERY_NOT_FOUND: 404,
  TIMEOUT: 503,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** What a refusal may say besides its code: words and numbers of ours, or a list of such. */
type Param = string | number | readonly Readonly<Record<string, string | number>>[];

/**
 * Thrown where a request is refused. `message` is for developers, in English; people read the sentence of `code` in
 * their language, filled with `params`.
 */
export class UserError extends GraphQLError {
  constructor(code: ErrorCode, message: string, params: Readonly<Record<string, Param>> = {}) {
    super(message, { extensions: { code, params, http: { status: STATUS[code] } } });
    this.name = 'UserError';
  }
}
