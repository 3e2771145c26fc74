/** Has needs compared in a thread of its own, one comparison after the other, and remembers what came of the last ones. */
import { Worker } from 'node:worker_threads';
import type { NeedToCompare, Suggestion } from '@passerelle/shared/common-needs/index.ts';
import { LRUCache } from 'lru-cache';
import { UserError } from '../core/errors.ts';

/** What is compared. */
export interface Comparison {
  readonly needs: readonly NeedToCompare[];
  /** Pairs that do not belong together, and needs that are in one group, by their keys. */
  readonly apart: readonly (readonly [string, string])[];
  readonly together: readonly (readonly string[])[];
  /** Whether they are one already: what they share is asked, and nothing else. */
  readonly isOne?: boolean;
}

/** In milliseconds: ten times what a thousand needs take. */
const MOST_TIME = 20_000;
const REMEMBERED = 50;
/** In milliseconds: so long nobody tries again what took too long. */
const REST = 600_000;
/** How many wait for their turn: the last of them for a minute or two. */
const MOST_WAITING = 5;

// The built server has one file for the thread, beside its own.
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './compare-thread.ts' : './compare-thread.js', import.meta.url);

async function inThread(comparison: Comparison): Promise<readonly Suggestion[]> {
  const thread = new Worker(THREAD, { workerData: comparison, execArgv: [], env: {} });
  let clock: NodeJS.Timeout | undefined;
  try {
    return await new Promise<readonly Suggestion[]>((resolve, reject) => {
      clock = setTimeout(() => reject(new UserError('TIMEOUT', 'Comparing the needs takes too long')), MOST_TIME);
      thread.once('message', (came) => resolve(came as readonly Suggestion[])).once('error', reject).once('exit', (code) => reject(new Error(`The thread that compares needs ended with ${code}`)));
    });
  } finally {
    clearTimeout(clock);
    await thread.terminate();
  }
}

export class Comparisons {
  readonly #make: typeof inThread;
  readonly #came = new LRUCache<string, Promise<readonly Suggestion[]>>({ max: REMEMBERED, ttlResolution: 0, perf: { now: () => Date.now() } });
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** `make` makes one comparison. */
  constructor(make = inThread) {
    this.#make = make;
  }

  /** What came, or comes, of a comparison of this name; undefined where it was not asked for lately. */
  lately(name: string): Promise<readonly Suggestion[]> | undefined {
    return this.#came.get(name);
  }

  /**
   * Compares needs; `name` says all that the comparison depends on: asked again under it nothing is compared anew. Throws
   * TIMEOUT, for ten minutes where it took too long once, and SERVICE_UNAVAILABLE while too many wait.
   */
  async of(name: string, comparison: Comparison): Promise<readonly Suggestion[]> {
    const known = this.#came.get(name);
    if (known) return known;
    if (this.#waiting >= MOST_WAITING) throw new UserError('SERVICE_UNAVAILABLE', 'Too many comparisons of needs are asked for');
    this.#waiting += 1;
    const comes = this.#last.then(() => this.#make(comparison)).finally(() => {
      this.#waiting -= 1;
    });
    this.#last = comes.catch(() => undefined);
    this.#came.set(name, comes);
    comes.catch((error: unknown) => {
      if (error instanceof UserError && error.extensions.code === 'TIMEOUT') this.#came.set(name, comes, { ttl: REST });
      else this.#came.delete(name);
    });
    return comes;
  }
}
