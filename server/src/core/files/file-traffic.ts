/** What files a process takes and gives at once: each that comes is whole in memory meanwhile. */
import { Outgoing } from './give-file.ts';

/** So many are on their way at once, whatever they are brought to, and one of a person; and so many are looked at. */
const [COMING, CHECKED] = [12, 3];

export class FileTraffic {
  readonly outgoing = new Outgoing();
  readonly #coming = new Set<string>();
  readonly #next: (() => void)[] = [];
  #free = CHECKED;

  /** Takes a place for a file that somebody brings; gives what leaves it, or undefined where there is none. */
  enter(person: string): (() => void) | undefined {
    if (this.#coming.size >= COMING || this.#coming.has(person)) return undefined;
    this.#coming.add(person);
    return () => void this.#coming.delete(person);
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
