/** What of an error leaves the server: its code and parameters, never a stack, a statement or a path. */
import { randomUUID } from 'node:crypto';
import { ERROR_CODES, type ErrorCode } from '@passerelle/shared/errors.ts';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { UserError } from '../errors.ts';

/** Told of an error that is a fault of ours, with the reference that the answer carries. */
export type LogError = (reference: string, error: unknown) => void;

/** Messages may repeat what was sent; nobody needs to be sent much of it back. */
const LONGEST_MESSAGE = 400;

const isOurs = (code: unknown): code is ErrorCode => (ERROR_CODES as readonly unknown[]).includes(code);

/** Formats an error for the answer. An unknown one is told to `log` under a reference that the answer carries. */
export function errorFormatter(log: LogError) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = originalOf(error);
    if (original instanceof UserError) {
      return plain({ ...formatted, message: original.message }, original.extensions.code as ErrorCode, original.extensions.params as Params);
    }
    const code = codeOf(formatted, error, original);
    if (code === 'QUERY_TOO_COMPLEX') return plain({ message: 'This document is longer or nested deeper than documents may be' }, code);
    return code === 'INTERNAL_SERVER_ERROR' ? faultOf(original, log) : plain(formatted, code);
  };
}

/** The answer for a fault of ours: nothing but a reference, under which the log has the error. */
export function faultOf(error: unknown, log: LogError): GraphQLFormattedError {
  const reference = randomUUID();
  log(reference, error);
  return { message: 'Something went wrong on the server', extensions: { code: 'INTERNAL_SERVER_ERROR', reference } };
}

/** The error at the bottom of those that GraphQL and Apollo wrap around it. */
function originalOf(error: unknown): unknown {
  let original = error;
  while (original instanceof GraphQLError && !(original instanceof UserError) && original.originalError) original = original.originalError;
  return original;
}

function codeOf(formatted: GraphQLFormattedError, error: unknown, original: unknown): ErrorCode {
  const given = formatted.extensions?.code;
  if (given === 'GRAPHQL_PARSE_FAILED' && isTooLong(formatted, original)) return 'QUERY_TOO_COMPLEX';
  if (given === 'OPERATION_RESOLUTION_FAILURE') return 'BAD_REQUEST';
  return isOurs(given) && given !== 'INTERNAL_SERVER_ERROR' ? given : codeWithoutCode(error, original);
}

/** The parser stops at a number of tokens; where they are all brackets, its own depth can end it before. */
function isTooLong({ message }: GraphQLFormattedError, original: unknown): boolean {
  return original instanceof RangeError || / contains more tha[nt] \d+ /.test(message);
}

/** Apollo refuses some requests with a status and no code; graphql-js refuses arguments by pointing at them. */
function codeWithoutCode(error: unknown, original: unknown): ErrorCode {
  const status = error instanceof GraphQLError ? (error.extensions.http as { status?: number } | undefined)?.status : undefined;
  if (status !== undefined && status < 500) return 'BAD_REQUEST';
  if (!(original instanceof GraphQLError) || !original.nodes || original.path) return 'INTERNAL_SERVER_ERROR';
  return original.nodes[0]?.kind === Kind.OPERATION_DEFINITION ? 'GRAPHQL_VALIDATION_FAILED' : 'BAD_USER_INPUT';
}

type Params = Readonly<Record<string, unknown>>;

function plain({ message, locations, path }: GraphQLFormattedError, code: ErrorCode, params: Params = {}): GraphQLFormattedError {
  const said = message.replace(/,? did you mean .*$/is, '');
  return {
    message: said.length > LONGEST_MESSAGE ? `${said.slice(0, LONGEST_MESSAGE).toWellFormed()}…` : said,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, ...(Object.keys(params).length > 0 && { params }) },
  };
}
