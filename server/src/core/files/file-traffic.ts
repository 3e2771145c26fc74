/** What files a process takes and gives at once: each that comes is whole in memory meanwhile. */
import { Outgoing } from './give-file.ts';

/** So many are on their way at once, whatever they are brought to, and one of a person or by a link: of these, so many by links, and by links from one network. */
const COMING = { all: 12, byLink: 6, ofNetwork: 3 } as const;

/** So many wait until they may come, and of one; nothing of them is read meanwhile. After `PATIENCE` milliseconds they are told to try again. */
const [WAITING, OF_ONE, PATIENCE] = [{ all: 24, byLink: 12, ofNetwork: 6 } as const, 3, 8_000];

/** After so many milliseconds whoever sends gives way to who waits for their place. */
const OWN_TIME = 30_000;

/** So many are looked at at once. */
const CHECKED = 3;

/** Who brings a file: a person, or whoever has a link, of whom the network is known that they come from. */
export interface Sender {
  readonly subject: string;
  readonly network?: string | undefined;
}

/** The place of a file that is on its way. */
export interface FilePlace {
  readonly leave: () => void;
  /** Whether who has it has had their time, and somebody waits who would have it. */
  readonly isDue: () => boolean;
}

/** A file that waits until it may come. */
interface Waiting {
  readonly sender: Sender;
  readonly begin: () => void;
}

/** Whether there is room for one more beside these. */
function hasRoom({ network }: Sender, others: readonly Sender[], most: typeof COMING | typeof WAITING): boolean {
  if (others.length >= most.all) return false;
  if (network === undefined) return true;
  const byLink = others.filter((other) => other.network !== undefined);
  return byLink.length < most.byLink && byLink.filter((other) => other.network === network).length < most.ofNetwork;
}

const mayCome = (sender: Sender, coming: readonly Sender[]): boolean => hasRoom(sender, coming, COMING) && coming.every(({ subject }) => subject !== sender.subject);

export class FileTraffic {
  readonly outgoing = new Outgoing();
  readonly #next: (() => void)[] = [];
  #coming: readonly Sender[] = [];
  #waiting: readonly Waiting[] = [];
  #free = CHECKED;

  /**
   * Takes a place for a file that somebody brings, as soon as there is one: whoever has two windows, or two devices, has one file after the other
   * arrive. Gives the place, or undefined where there is none in time, or who waits has gone (`gone`).
   */
  async enter(sender: Sender, gone?: AbortSignal): Promise<FilePlace | undefined> {
    if (mayCome(sender, this.#coming)) this.#coming = [...this.#coming, sender];
    else if (!(await this.#room(sender, gone))) return undefined;
    const since = performance.now();
    return { leave: () => this.#leave(sender), isDue: () => performance.now() - since > OWN_TIME && this.#isAwaited(sender) };
  }

  /** Whether the place of one is what somebody else waits for. */
  #isAwaited(holder: Sender): boolean {
    const others = this.#coming.filter((one) => one !== holder);
    return this.#waiting.some(({ sender }) => sender.subject !== holder.subject && mayCome(sender, others));
  }

  /** True once there is room, which is kept for who has waited; false where too many wait, or for too long. */
  async #room(sender: Sender, gone: AbortSignal | undefined): Promise<boolean> {
    const others = this.#waiting.map((one) => one.sender);
    if (!hasRoom(sender, others, WAITING) || others.filter(({ subject }) => subject === sender.subject).length >= OF_ONE) return false;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const waiting = { sender, begin: () => resolve(true) };
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

  #leave(sender: Sender): void {
    this.#coming = this.#coming.filter((one) => one !== sender);
    // Who goes may make room for more than one: for one of its own network, and for one of another.
    for (;;) {
      const next = this.#waiting.find((one) => mayCome(one.sender, this.#coming));
      if (!next) return;
      this.#waiting = this.#waiting.filter((one) => one !== next);
      this.#coming = [...this.#coming, next.sender];
      next.begin();
    }
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
