/** A file that comes in: whole in memory, and nowhere else until it was checked. */
import type { IncomingMessage } from 'node:http';
import { UserError } from '../errors.ts';
import { RefusedFile } from './refused-file.ts';

/** What is said of a file in a header: JSON, encoded as in an address. Undefined for what no page of ours sends. */
export function saidIn<Said>({ headers }: IncomingMessage, header: string, read: (said: unknown) => Said | undefined): Said | undefined {
  const said = headers[header];
  try {
    return typeof said === 'string' ? read(JSON.parse(decodeURIComponent(said))) : undefined;
  } catch {
    return undefined;
  }
}

/** The body, as long as it has no more than `most` bytes. Throws RefusedFile, BAD_REQUEST where it ends too early. */
export async function bytesOf(request: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw new RefusedFile('TOO_LARGE');
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > most) throw new RefusedFile('TOO_LARGE');
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw new UserError('BAD_REQUEST', 'The file ended too early');
  }
  return Buffer.concat(chunks);
}
