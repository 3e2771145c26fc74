/** What files a process takes and gives at once: each that comes is whole in memory meanwhile. */
import { Outgoing } from './give-file.ts';

/** So many are received and checked at once, whatever they are brought to, and one of a person. */
const AT_ONCE = 3;

export class FileTraffic {
  readonly outgoing = new Outgoing();
  readonly #coming = new Set<string>();

  /** Takes a place for a file that somebody brings; gives what leaves it, or undefined where there is none. */
  enter(person: string): (() => void) | undefined {
    if (this.#coming.size >= AT_ONCE || this.#coming.has(person)) return undefined;
    this.#coming.add(person);
    return () => void this.#coming.delete(person);
  }
}
