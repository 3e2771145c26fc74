/** GraphQL over HTTP on node:http: reads the request, lets Apollo answer, refuses what cannot be answered. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloServer, HTTPGraphQLRequest } from '@apollo/server';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { faultOf, type LogError, retryAfter } from '../graphql/index.ts';
import { sendAnswer, sendOnce } from './answer.ts';
import { type BodyBound, graphqlRequest, type RequestLimits } from './graphql-request.ts';
import type { Handler } from './handler.ts';
import { localeOf } from './locale.ts';
import { Refusal } from './refusal.ts';
import { MAX_BODY, MAX_VISITOR_BODY } from './request-body.ts';

export interface GraphqlHandlerOptions {
  readonly server: ApolloServer<Context>;
  /** What an operation is given, made for it alone; the locale is the request's. */
  readonly contextFor: (locale: Locale, request: IncomingMessage, response: ServerResponse) => Promise<Context>;
  /** Whether a request brings a session, whatever it is worth. */
  readonly bringsSession: (headers: IncomingHttpHeaders) => boolean;
  /** Where people reach the site, when it is not where requests say that it is. */
  readonly publicUrl?: string | undefined;
  /** Whether a request asks for a document that pages show themselves with: those are not counted. */
  readonly isTrusted: (hash: string) => boolean;
  readonly logError: LogError;
  readonly limits?: RequestLimits;
  /** After how many milliseconds an answer is no longer waited for: the database's own limits end most before. */
  readonly deadline?: number;
}

const DEADLINE = 8_000;
const RETRY_AFTER = '2';

/** Answers `/graphql`. */
export function graphqlHandler(options: GraphqlHandlerOptions): Handler {
  return async (request, response) => {
    try {
      await answer(options, request, response);
    } catch (error) {
      if (!response.headersSent && !response.destroyed) refuse(options, request, response, error);
    }
  };
}

async function answer(options: GraphqlHandlerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const search = searchOf(request.url!);
  response.setHeader('vary', search.has('locale') ? 'Accept, Accept-Encoding, Cookie' : 'Accept, Accept-Encoding, Accept-Language, Cookie');
  if (isForeign(request, options.publicUrl)) throw new Refusal('BAD_REQUEST', 'Only pages of this site may ask', { status: 403 });
  const locale = localeOf(search, request.headers['accept-language']);
  const context = await options.contextFor(locale, request, response);
  const httpGraphQLRequest = await graphqlRequest(request, search, options.limits ?? {}, async (asked) => {
    if (!isOwnRead(asked, options.isTrusted)) await context.allowance.take(1);
    return boundFor(context.actor.person, options.bringsSession(request.headers));
  });
  const result = await within(
    options.deadline ?? DEADLINE,
    options.server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context }),
  );
  if (result.body.kind !== 'complete') throw new Refusal('BAD_REQUEST', 'Answers are sent whole');
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.statusCode = result.status ?? 200;
  if (response.statusCode === 503) response.setHeader('retry-after', RETRY_AFTER);
  sendAnswer(request, response, { body: result.body.string, isPrivate: context.answer.isPrivate }, locale);
}

/** How large a body may be. Whoever was signed in is told that they are so no longer, not that what they have written is too large. */
function boundFor(person: string | null, bringsSession: boolean): BodyBound {
  if (person !== null) return { bytes: MAX_BODY };
  return { bytes: MAX_VISITOR_BODY, ...(bringsSession && { beyond: () => new UserError('UNAUTHENTICATED', 'Sign in first') }) };
}

/** What stands behind the `?` of an address. */
export function searchOf(url: string): URLSearchParams {
  const queryAt = url.indexOf('?');
  return new URLSearchParams(queryAt < 0 ? '' : url.slice(queryAt + 1));
}

/** Whether one of our own documents is asked for by GET: what only reads, and what caches keep. */
function isOwnRead({ method, search }: Pick<HTTPGraphQLRequest, 'method' | 'search'>, isTrusted: (hash: string) => boolean): boolean {
  if (method !== 'GET') return false;
  const hash = hashIn(new URLSearchParams(search).get('extensions'));
  // A document that comes beside the hash of another is refused.
  return typeof hash === 'string' && isTrusted(hash);
}

/** The hash by which the extensions of a request name a document; undefined where they name none. */
function hashIn(extensions: string | null): unknown {
  try {
    return extensions === null ? undefined : (JSON.parse(extensions) as { persistedQuery?: { sha256Hash?: unknown } } | null)?.persistedQuery?.sha256Hash;
  } catch {
    return undefined;
  }
}

/** Whether a browser says that a page of another site asks with what somebody who is signed in here left in it. */
export function isForeign({ headers }: IncomingMessage, publicUrl: string | undefined): boolean {
  const { cookie, origin, host } = headers;
  return cookie !== undefined && origin !== undefined && ![publicUrl, `http://${host}`, `https://${host}`].includes(origin);
}

/** The work's result, or TIMEOUT when it takes longer. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new UserError('TIMEOUT', 'The operation took too long')), milliseconds);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** Answers with a code and its status; what is not one of our refusals is a fault of ours and is logged. */
export function refuse({ logError }: Pick<GraphqlHandlerOptions, 'logError'>, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const { status, headers, ...body } = refusalFor(error, logError);
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  if (status === 503) response.setHeader('retry-after', RETRY_AFTER);
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  sendOnce(request, response, `${JSON.stringify({ errors: [body] })}\n`);
}

function refusalFor(error: unknown, logError: LogError): { status: number; headers?: Readonly<Record<string, string>>; message: string; extensions: object } {
  if (error instanceof Refusal) {
    const { status, headers, message, code } = error;
    return { status, headers, message, extensions: { code } };
  }
  if (error instanceof UserError) {
    const { code, params, http } = error.extensions as { code: string; params: object; http: { status: number } };
    return { status: http.status, ...(code === 'RATE_LIMITED' && { headers: retryAfter(params) }), message: error.message, extensions: { code, ...(Object.keys(params).length > 0 && { params }) } };
  }
  const { message, extensions } = faultOf(error, logError);
  return { status: 500, message, extensions: extensions! };
}
