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

/** How long nothing may come, and from when on how much must have come, in milliseconds and bytes for each of them: a bad line of a telephone has more. */
export const PACE: Pace = { silence: 10_000, grace: 20_000, least: 8 };

interface Pace {
  readonly silence: number;
  readonly grace: number;
  readonly least: number;
}

const slow = (): UserError => new UserError('TIMEOUT', 'The file comes too slowly');

/** What comes next, unless nothing does for so long. Throws TIMEOUT. */
async function within<T>(next: Promise<T>, silence: number): Promise<T> {
  let clock: NodeJS.Timeout | undefined;
  next.catch(() => undefined);
  try {
    return await Promise.race([next, new Promise<never>((_resolve, reject) => { clock = setTimeout(() => reject(slow()), silence); })]);
  } finally {
    clearTimeout(clock);
  }
}

function isSlow(length: number, took: number, { grace, least }: Pace): boolean {
  return took > grace && length < took * least;
}

/**
 * The body, as long as it has no more than `most` bytes. Throws RefusedFile, BAD_REQUEST where it ends too early, TIMEOUT where it comes too slowly, or still
 * comes when its place is due (`isDue`).
 */
export async function bytesOf(request: Pick<IncomingMessage, 'headers' | 'iterator'>, most: number, isDue: () => boolean, pace: Pace = PACE): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw new RefusedFile('TOO_LARGE');
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    const began = performance.now();
    const isOver = (): boolean => isSlow(length, performance.now() - began, pace) || isDue();
    const coming = (request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    for (let one = await within(coming.next(), pace.silence); !one.done; one = await within(coming.next(), pace.silence)) {
      length += one.value.length;
      if (length > most) throw new RefusedFile('TOO_LARGE');
      if (isOver()) throw slow();
      chunks.push(one.value);
    }
  } catch (error) {
    if (error instanceof RefusedFile || error instanceof UserError) throw error;
    throw new UserError('BAD_REQUEST', 'The file ended too early');
  }
  return Buffer.concat(chunks);
}
