/** The body of a request, as JSON: what is not JSON, too long or packed is refused before it is read. */
import type { IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';
import { Refusal } from './refusal.ts';

/** The largest body, in bytes: room for the longest that one mutation keeps, the texts of a mission's report and of its findings in another script. */
export const MAX_BODY = 512 * 1024;

/** Reads and parses the body. Throws Refusal. */
export async function readJson(request: IncomingMessage, maximum = MAX_BODY): Promise<unknown> {
  refuseByHeaders(request, maximum);
  const text = decode(await readBytes(request, maximum));
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('BAD_REQUEST', 'The body is not JSON');
  }
}

function refuseByHeaders(request: IncomingMessage, maximum: number): void {
  const { 'content-type': type, 'content-encoding': encoding = 'identity', 'content-length': length } = request.headers;
  if (!isJson(type)) throw new Refusal('BAD_REQUEST', 'Send the body as application/json in UTF-8', { status: 415 });
  if (encoding.trim().toLowerCase() !== 'identity') {
    throw new Refusal('BAD_REQUEST', 'Send the body as it is, not compressed', { status: 415, headers: { 'accept-encoding': 'identity' } });
  }
  if (Number(length) > maximum) throw tooLarge(maximum);
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

function readBytes(request: IncomingMessage, maximum: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const read = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= maximum) {
        chunks.push(chunk);
        return;
      }
      request.off('data', read);
      reject(tooLarge(maximum));
    };
    request.on('data', read);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => reject(new Refusal('BAD_REQUEST', 'The body ended too early')));
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
