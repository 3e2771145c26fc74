/** What of an error leaves the server: its code and parameters, never a stack, a statement or a path. */
import { randomUUID } from 'node:crypto';
import { ERROR_CODES, type ErrorCode } from '@passerelle/shared/errors.ts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { UserError } from '../errors.ts';

/** Apollo's own codes that are, for people, another way of saying one of ours. */
const SAME: Readonly<Record<string, ErrorCode>> = {
  OPERATION_RESOLUTION_FAILURE: 'BAD_REQUEST',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_FOUND',
};

function isOurs(code: unknown): code is ErrorCode {
  return (ERROR_CODES as readonly unknown[]).includes(code);
}

/** Formats an error for the answer. An unknown one is told to `log` under a reference that the answer carries. */
export function errorFormatter(log: (reference: string, error: unknown) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const given = formatted.extensions?.code;
    const original = error instanceof GraphQLError && error.originalError ? error.originalError : error;
    const known = original instanceof UserError || isTokenLimit(formatted) ? original : error;
    if (isTokenLimit(formatted)) return plain(formatted, 'QUERY_TOO_COMPLEX');
    const code = known instanceof UserError ? (known.extensions.code as ErrorCode) : (SAME[String(given)] ?? given);
    if (isOurs(code) && code !== 'INTERNAL_SERVER_ERROR') {
      const params = known instanceof UserError ? (known.extensions.params as Record<string, unknown>) : {};
      return plain(known instanceof UserError ? { ...formatted, message: known.message } : formatted, code, params);
    }
    const reference = randomUUID();
    log(reference, original);
    return { message: 'Something went wrong on the server', extensions: { code: 'INTERNAL_SERVER_ERROR', reference } };
  };
}

function isTokenLimit(formatted: GraphQLFormattedError): boolean {
  return formatted.message.includes('Document contains more than') && formatted.message.includes('tokens');
}

function plain({ message, locations, path }: GraphQLFormattedError, code: ErrorCode, params: Readonly<Record<string, unknown>> = {}): GraphQLFormattedError {
  return {
    message: message.replace(/ Did you mean .*$/s, ''),
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, ...(Object.keys(params).length > 0 && { params }) },
  };
}
