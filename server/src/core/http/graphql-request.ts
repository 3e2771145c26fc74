/** From an HTTP request to what Apollo takes: the body is read, and a document's id becomes a persisted query. */
import type { IncomingMessage } from 'node:http';
import { type HTTPGraphQLRequest, HeaderMap } from '@apollo/server';
import { Refusal } from './refusal.ts';
import { MAX_BODY, readJson, refuseByHeaders } from './request-body.ts';
import { refuseVariables } from './variables.ts';

/** How much a request may bring. */
export interface RequestLimits {
  /** Bytes of a body, whoever sends it. */
  readonly body?: number;
  /** Values in the variables. */
  readonly values?: number;
}

/** How large the body of whoever asks may be, and what they are told of a larger one where that is something else than that it is too large. */
export interface BodyBound {
  readonly bytes: number;
  readonly beyond?: () => Error;
}

/** Counts a request before its body is read, and says how much of that is read; of one without a body `asked` is all there is. Throws what refuses it. */
type Admit = (asked: Pick<HTTPGraphQLRequest, 'method' | 'search'>) => Promise<BodyBound>;

const METHODS = ['GET', 'HEAD', 'POST'];

/** Reads the request, once it is admitted. `search` is its query string. Throws Refusal, and what `admit` throws. */
export async function graphqlRequest(request: IncomingMessage, search: URLSearchParams, limits: RequestLimits, admit: Admit): Promise<HTTPGraphQLRequest> {
  const method = request.method!;
  if (!METHODS.includes(method)) {
    throw new Refusal('BAD_REQUEST', `Ask by ${METHODS.join(', ')}`, { status: 405, headers: { allow: METHODS.join(', ') } });
  }
  if (method === 'POST') refuseByHeaders(request, limits.body ?? MAX_BODY);
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  if (method !== 'POST') {
    const asked = { method: 'GET', headers, search: searchFor(search, limits), body: undefined };
    await admit(asked);
    return asked;
  }
  const asked = { method, headers, search: '' };
  const { bytes, beyond } = await admit(asked);
  return { ...asked, body: bodyFor(await readJson(request, limits.body ?? bytes, beyond), limits) };
}

function bodyFor(body: unknown, limits: RequestLimits): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const { documentId, ...rest } = body as Record<string, unknown>;
  if (typeof (rest.query ?? '') !== 'string') throw new Refusal('BAD_REQUEST', 'query must be a string');
  refuseVariables(rest.variables, limits.values);
  if (documentId === undefined) return rest;
  if (typeof documentId !== 'string') throw new Refusal('BAD_REQUEST', 'documentId must be a string');
  return { ...rest, extensions: { ...(rest.extensions as object | undefined), ...persisted(documentId) } };
}

function searchFor(search: URLSearchParams, limits: RequestLimits): string {
  refuseVariables(parsed(search.get('variables')), limits.values);
  const documentId = search.get('documentId');
  if (documentId !== null) search.set('extensions', JSON.stringify({ ...(parsed(search.get('extensions')) as object | undefined), ...persisted(documentId) }));
  return `?${search.toString()}`;
}

/** A document's id is the SHA-256 of its text, which may be said before it. */
function persisted(documentId: string): object {
  return { persistedQuery: { version: 1, sha256Hash: documentId.replace(/^sha256:/, '') } };
}

/** Undefined for what is no JSON: Apollo refuses that itself. */
function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
