/** GraphQL over HTTP on node:http: reads the request, lets Apollo answer, says how long the answer may be kept. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import bodyParser from 'body-parser';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { localeOf } from './locale.ts';

export const MAX_BODY = '100kb';

/** The locale is added by the handler. */
export type ContextFor = (locale: Locale) => Context;

type Request = IncomingMessage & { body?: unknown };

const parseJson = bodyParser.json({ limit: MAX_BODY, inflate: false, type: ['application/json'] });

/** Answers `/graphql`. */
export function graphqlHandler(server: ApolloServer<Context>, contextFor: ContextFor) {
  return async (request: Request, response: ServerResponse): Promise<void> => {
    try {
      await answer(server, contextFor, request, response);
    } catch (error) {
      refuse(response, error);
    }
  };
}

async function answer(server: ApolloServer<Context>, contextFor: ContextFor, request: Request, response: ServerResponse): Promise<void> {
  const queryAt = request.url!.indexOf('?');
  const search = new URLSearchParams(queryAt < 0 ? '' : request.url!.slice(queryAt + 1));
  const locale = localeOf(search, request.headers['accept-language']);
  if (request.method === 'POST') await readBody(request, response);
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const result = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method!, headers, search: searchFor(search), body: bodyFor(request.body) },
    context: async () => contextFor(locale),
  });
  if (result.body.kind !== 'complete') throw new UserError('BAD_REQUEST', 'Incremental delivery is not offered');
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.statusCode = result.status ?? 200;
  response.setHeader('content-language', locale === 'cnr' ? 'cnr' : locale);
  response.setHeader('vary', search.has('locale') ? 'Accept, Accept-Encoding' : 'Accept, Accept-Encoding, Accept-Language');
  send(request, response, result.body.string);
}

/** A visitor's GET may be kept by any cache, which asks again each time; nothing else may be kept at all. */
function send(request: IncomingMessage, response: ServerResponse, body: string): void {
  const isCacheable = request.method === 'GET' && response.statusCode === 200;
  response.setHeader('cache-control', isCacheable ? 'public, no-cache' : 'no-store');
  if (isCacheable) {
    const tag = `"${createHash('sha1').update(body).digest('base64url')}"`;
    response.setHeader('etag', tag);
    if (request.headers['if-none-match'] === tag) {
      response.removeHeader('content-length');
      response.statusCode = 304;
      response.end();
      return;
    }
  }
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(request.method === 'HEAD' ? undefined : body);
}

function readBody(request: Request, response: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    parseJson(request, response, (error?: unknown) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** A document's id becomes what Apollo knows persisted documents by. */
function persisted(id: string): object {
  return { persistedQuery: { version: 1, sha256Hash: id.replace(/^sha256:/, '') } };
}

function searchFor(search: URLSearchParams): string {
  const id = search.get('documentId');
  if (id !== null && !search.has('query')) search.set('extensions', JSON.stringify(persisted(id)));
  return `?${search.toString()}`;
}

function bodyFor(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('documentId' in body) || 'query' in body) return body;
  const { documentId, ...rest } = body as Record<string, unknown>;
  return typeof documentId === 'string' ? { ...rest, extensions: persisted(documentId) } : body;
}

/** The HTTP errors of body-parser, and our own, as a GraphQL answer with a code. */
function refuse(response: ServerResponse, error: unknown): void {
  const status = (error as { status?: unknown }).status;
  const refusal =
    error instanceof UserError ? error
    : status === 413 ? new UserError('PAYLOAD_TOO_LARGE', `The body is larger than ${MAX_BODY}`)
    : new UserError('BAD_REQUEST', 'The body cannot be read as JSON');
  response.statusCode = status === 415 ? 415 : (refusal.extensions.http as { status: number }).status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  const { code, params } = refusal.extensions;
  response.end(`${JSON.stringify({ errors: [{ message: refusal.message, extensions: { code, params } }] })}\n`);
}
