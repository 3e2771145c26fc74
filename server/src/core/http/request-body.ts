/** The body of a request, as JSON: what is not JSON, too long or packed is refused before it is read. */
import type { IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';
import { Refusal } from './refusal.ts';

/** The largest body, in bytes: room for the longest that one mutation keeps, the texts of a mission's report and of its findings in another script. */
export const MAX_BODY = 512 * 1024;

/** The same for whoever is not signed in: room for the longest that a visitor sends, answers to the forty questions of a form, a thousand signs each in any script of the sixteen languages. */
export const MAX_VISITOR_BODY = 128 * 1024;

/** Refuses what is no JSON, packed, or says itself that it is larger than anybody's may be. Throws Refusal. */
export function refuseByHeaders(request: IncomingMessage, maximum: number): void {
  const { 'content-type': type, 'content-encoding': encoding = 'identity' } = request.headers;
  if (!isJson(type)) throw new Refusal('BAD_REQUEST', 'Send the body as application/json in UTF-8', { status: 415 });
  if (encoding.trim().toLowerCase() !== 'identity') {
    throw new Refusal('BAD_REQUEST', 'Send the body as it is, not compressed', { status: 415, headers: { 'accept-encoding': 'identity' } });
  }
  if (saysLarger(request, maximum)) throw tooLarge(maximum);
}

/** Reads and parses the body. Throws Refusal, or what `beyond` gives for one that is larger. */
export async function readJson(request: IncomingMessage, maximum: number, beyond: (maximum: number) => Error = tooLarge): Promise<unknown> {
  if (saysLarger(request, maximum)) throw beyond(maximum);
  const text = decode(await readBytes(request, maximum, beyond));
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('BAD_REQUEST', 'The body is not JSON');
  }
}

function saysLarger({ headers }: IncomingMessage, maximum: number): boolean {
  return Number(headers['content-length']) > maximum;
}

function isJson(type: string | undefined): boolean {
  try {
    const { essence, params } = new MIMEType(type ?? '');
    return essence === 'application/json' && (params.get('charset') ?? 'utf-8').toLowerCase() === 'utf-8';
  } catch {
    return false;
  }
}

function tooLarge(maximum: number): Refusal {
  return new Refusal('PAYLOAD_TOO_LARGE', `The body is larger than ${maximum} bytes`);
}

function readBytes(request: IncomingMessage, maximum: number, beyond: (maximum: number) => Error): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const tooEarly = (): void => reject(new Refusal('BAD_REQUEST', 'The body ended too early'));
    // Whoever has left while it was asked who they are sends nothing any more, and nothing tells of it.
    if (request.destroyed) {
      tooEarly();
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    const read = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= maximum) {
        chunks.push(chunk);
        return;
      }
      request.off('data', read);
      reject(beyond(maximum));
    };
    request.on('data', read);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', tooEarly);
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Refusal('BAD_REQUEST', 'The body is not UTF-8');
  }
}
