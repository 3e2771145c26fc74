/**
 * A turnstile before each session: of those who register for it in this process a few are let through at a time, in the order in which they
 * came. The database would let in one after the other too, but those who wait there each hold a connection, which others need,
 * wake up for each one before them, and may be passed by. It guards nothing: the row of the session does, for all processes.
 */
import { UserError } from '../core/errors.ts';

/** One holds the session; another has read what can be read before, or is writing what is left to be told. */
const WITHIN = 2;
/** For how long somebody waits for those before them, in milliseconds: less than for an answer, so that whoever is told that it was in vain is not registered after that. */
const PATIENCE = 7_000;

interface Line {
  within: number;
  /** Those who wait, the first one first: each is called when it is their turn. */
  readonly waiting: Set<() => void>;
}

export class Turnstile {
  readonly #within: number;
  readonly #patience: number;
  readonly #lines = new Map<string, Line>();

  constructor({ within = WITHIN, patience = PATIENCE }: { readonly within?: number; readonly patience?: number } = {}) {
    this.#within = within;
    this.#patience = patience;
  }

  /** Does `work` once it is its turn at the turnstile of `key`. Throws what it throws, and SERVICE_UNAVAILABLE where its turn does not come in time. */
  async pass<T>(key: string, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(key) ?? { within: 0, waiting: new Set() };
    this.#lines.set(key, line);
    await this.#turn(line);
    try {
      return await work();
    } finally {
      this.#leave(key, line);
    }
  }

  async #turn(line: Line): Promise<void> {
    if (line.within < this.#within) return void (line.within += 1);
    await new Promise<void>((resolve, reject) => {
      const turn = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        line.waiting.delete(turn);
        reject(new UserError('SERVICE_UNAVAILABLE', 'Too many register for this session at once'));
      }, this.#patience);
      line.waiting.add(turn);
    });
  }

  /** Whoever leaves lets in the first one who waits, and stands for them until they are in. */
  #leave(key: string, line: Line): void {
    const [next] = line.waiting;
    if (next) {
      line.waiting.delete(next);
      return next();
    }
    line.within -= 1;
    if (line.within === 0) this.#lines.delete(key);
  }
}
