/** How a file goes out: saved, never shown as a page of ours, and bit by bit. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type FileKind, SENT_AS } from './file-kind.ts';

/** A file as it is given. */
export interface GivenFile {
  readonly title: string;
  readonly kind: FileKind;
  /** In bytes. */
  readonly size: number;
  /** Whether it waits until it was looked at for viruses: then it is given to nobody. */
  readonly isHeld?: boolean;
}

/** In bytes: what is in memory of a file, and what costs as much as a question. */
const [SLICE, COSTS_ONE] = [500_000, 1_000_000];
/** So many go to one network, and to all, from a process at once. */
const [MOST_OF_NETWORK, MOST_OF_ALL] = [8, 40];
/** In milliseconds: after that a reader is taken to have gone. */
const PATIENCE = 10 * 60_000;

/** As how many questions a file of so many bytes counts, beside the one that asks for it. */
export function costOf(size: number): number {
  return Math.ceil(size / COSTS_ONE);
}

/** What is on its way. */
export class Outgoing {
  readonly #byNetwork = new Map<string, number>();
  #all = 0;

  /** Counts a file for a network; gives what ends it, or undefined where there are too many. */
  begin(network: string): (() => void) | undefined {
    const own = this.#byNetwork.get(network) ?? 0;
    if (own >= MOST_OF_NETWORK || this.#all >= MOST_OF_ALL) return undefined;
    this.#count(network, 1);
    return () => this.#count(network, -1);
  }

  #count(network: string, by: 1 | -1): void {
    const own = (this.#byNetwork.get(network) ?? 0) + by;
    this.#all += by;
    if (own > 0) this.#byNetwork.set(network, own);
    else this.#byNetwork.delete(network);
  }
}

/** Says what comes: whatever is in it runs nowhere. */
export function sendHead(response: ServerResponse, { title, kind, size }: GivenFile): ServerResponse {
  const { type, ending } = SENT_AS[kind];
  const name = `${title.replaceAll(/[/\\:*?"<>|\s\p{Cc}\p{Cf}]+/gu, ' ').replace(/^[. ]+/, '').trimEnd() || 'document'}.${ending}`;
  response.statusCode = 200;
  response.setHeader('content-type', type);
  response.setHeader('content-disposition', `attachment; filename="document.${ending}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`);
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
  response.setHeader('content-length', size);
  return response;
}

/** Sends a file; `slice` gives what follows the first `from` bytes. What is taken away, or for who asks no longer, ends there. */
export async function sendSlices(response: ServerResponse, file: GivenFile, slice: (from: number, length: number) => Promise<Buffer | undefined>): Promise<void> {
  const slices = async function* (): AsyncGenerator<Buffer> {
    for (let from = 0; from < file.size; from += SLICE) {
      const bytes = await slice(from, SLICE);
      if (!bytes) throw new Error('The file is gone');
      yield bytes;
    }
  };
  try {
    await pipeline(Readable.from(slices(), { highWaterMark: 1 }), sendHead(response, file), { signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    response.destroy();
  }
}
