/** What files a process takes and gives at once: each that comes is whole in memory meanwhile. */
import { Outgoing } from './give-file.ts';

/** So many are on their way at once, whatever they are brought to, and one of a person or by a link; and so many are looked at. */
const [COMING, CHECKED] = [12, 3];

/** So many wait until they may come, of all and of one; nothing of them is read meanwhile. After so many milliseconds they are told to try again. */
const [WAITING, OF_ONE, PATIENCE] = [24, 3, 8_000];

/** A file that waits until it may come. */
interface Waiting {
  readonly subject: string;
  readonly begin: () => void;
}

export class FileTraffic {
  readonly outgoing = new Outgoing();
  readonly #coming = new Set<string>();
  readonly #next: (() => void)[] = [];
  #waiting: readonly Waiting[] = [];
  #free = CHECKED;

  /**
   * Takes a place for a file that somebody brings (`subject`: a person, or a link), as soon as there is one: whoever has two windows, or two devices, has one file after the other
   * arrive. Gives what leaves it, or undefined where there is none in time, or who waits has gone (`gone`).
   */
  async enter(subject: string, gone?: AbortSignal): Promise<(() => void) | undefined> {
    if (this.#hasRoom(subject)) this.#coming.add(subject);
    else if (!(await this.#room(subject, gone))) return undefined;
    return () => this.#leave(subject);
  }

  #hasRoom(subject: string): boolean {
    return this.#coming.size < COMING && !this.#coming.has(subject);
  }

  /** True once there is room, which is kept for who has waited; false where too many wait, or for too long. */
  async #room(subject: string, gone: AbortSignal | undefined): Promise<boolean> {
    if (this.#waiting.length >= WAITING || this.#waiting.filter((one) => one.subject === subject).length >= OF_ONE) return false;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const waiting = { subject, begin: () => resolve(true) };
    this.#waiting = [...this.#waiting, waiting];
    const giveUp = (): void => {
      this.#waiting = this.#waiting.filter((one) => one !== waiting);
      resolve(false);
    };
    const clock = setTimeout(giveUp, PATIENCE);
    gone?.addEventListener('abort', giveUp);
    try {
      return await promise;
    } finally {
      clearTimeout(clock);
      gone?.removeEventListener('abort', giveUp);
    }
  }

  #leave(subject: string): void {
    this.#coming.delete(subject);
    const next = this.#waiting.find((one) => this.#hasRoom(one.subject));
    if (!next) return;
    this.#waiting = this.#waiting.filter((one) => one !== next);
    this.#coming.add(next.subject);
    next.begin();
  }

  /** Looks at a file that has come, once there is a place for it: whoever came first is first. What is still on its way takes none. */
  async check<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#next.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#next.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
