/** What becomes of an answer on its way out: how long it may be kept, and whether it has to be sent at all. */
import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Locale } from '@passerelle/shared/locales.ts';
import { encode } from './encode.ts';

/** How long a connection is listened to after its request was refused, so that the answer is read before it closes. */
const LINGER = 500;

/** A visitor's GET may be kept by any cache, which asks again each time, unless the answer is private; nothing else may be kept at all. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, { body, isPrivate }: { body: string; isPrivate: boolean }, locale: Locale): void {
  const isWhole = response.statusCode === 200 && !body.startsWith('{"errors"');
  if (isWhole) response.setHeader('content-language', locale);
  if (!isWhole || isPrivate || request.method === 'POST') {
    sendOnce(request, response, body);
    return;
  }
  // Weak: the same answer may travel compressed. The locale is in it, since answers without texts are the same in all.
  // Encoded once: tag, length and socket all take the same bytes.
  const bytes = encode(body);
  const [type] = String(response.getHeader('content-type')).split(';', 1);
  const tag = `W/"${locale}:${type}:${hash('sha256', bytes, 'base64url').slice(0, 27)}"`;
  sendTagged(response, bytes, tag, request.headers['if-none-match']);
}

/** Sends what any cache may keep that asks again each time; `known` is what the request says that it has already. */
export function sendTagged(response: ServerResponse, bytes: Buffer, tag: string, known: string | undefined): void {
  response.setHeader('cache-control', 'public, no-cache');
  response.setHeader('etag', tag);
  if (isKnown(known, tag)) {
    response.removeHeader('content-type');
    response.statusCode = 304;
    response.end();
  } else {
    response.setHeader('content-length', bytes.length);
    response.end(bytes);
  }
}

/** Sends what nobody may keep. Where the request is still coming, says that the connection ends, and ends it soon. */
export function sendOnce(request: IncomingMessage, response: ServerResponse, body: string): void {
  const bytes = encode(body);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-length', bytes.length);
  if (request.complete || !hasBody(request)) {
    response.end(bytes);
    return;
  }
  response.setHeader('connection', 'close');
  response.write(bytes);
  request.resume();
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, LINGER);
  request.once('end', end).once('close', end);
}

/** Whether a request has a body, read or not. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isKnown(header: string | undefined, tag: string): boolean {
  return header !== undefined && (header.trim() === '*' || header.split(',').some((known) => known.trim().replace(/^(W\/)?/, 'W/') === tag));
}
