/**
 * Counts that are taken from the database a few at a time: a process takes the thirtieth part of what somebody may do and gives
 * it out by itself, so that most of what is counted costs no statement. Never more than the limit is given out, by all processes
 * together; what one of them has not given out when the rest is used up is lost to the others. Where there are not so many left, as many are taken as are needed.
 */
import { LRUCache } from 'lru-cache';

interface Lease {
  left: number;
  /** Until when it counts, in milliseconds since 1970. */
  until: number;
}

/** Takes so many from the database, and gives for how many milliseconds they count. Throws when there are not so many. */
type Take = (subject: string, times: number) => Promise<number>;

const PARTS = 30;
/** In milliseconds: two readings of when one window ends differ by less, and no window is as short. */
const SAME_WINDOW = 60_000;
/** Of how many subjects a process remembers what is left; of the others it asks the database. */
const SUBJECTS = 10_000;

export class Leases {
  readonly #part: number;
  readonly #take: Take;
  readonly #leases = new LRUCache<string, Lease>({ max: SUBJECTS });
  readonly #underWay = new Map<string, Promise<void>>();

  /** `most`: how many a process takes at once at the most, where nobody asks for more together. */
  constructor(limit: number, take: Take, most = Infinity) {
    this.#part = Math.max(1, Math.min(most, Math.floor(limit / PARTS)));
    this.#take = take;
  }

  /** Counts so often for `subject`. Gives until when it counts, in milliseconds since 1970. Throws what taking from the database throws. */
  async take(subject: string, times: number): Promise<number> {
    let lease = this.#leaseOf(subject);
    while (!lease || lease.left < times) {
      await (this.#underWay.get(subject) ?? this.#more(subject, times - (lease?.left ?? 0)));
      lease = this.#leaseOf(subject);
    }
    lease.left -= times;
    return lease.until;
  }

  /** Takes back what was counted here and counts until then: nothing once that is over. */
  giveBack(subject: string, times: number, until: number): void {
    const lease = this.#leaseOf(subject);
    if (lease && lease.until - until < SAME_WINDOW) lease.left += times;
  }

  #leaseOf(subject: string): Lease | undefined {
    const lease = this.#leases.get(subject);
    return lease && lease.until > Date.now() ? lease : undefined;
  }

  /** Takes what is missing and some more, or else what is missing; whoever comes meanwhile waits for it. */
  #more(subject: string, missing: number): Promise<void> {
    const work = this.#taken(subject, missing).finally(() => this.#underWay.delete(subject));
    this.#underWay.set(subject, work);
    return work;
  }

  async #taken(subject: string, missing: number): Promise<void> {
    const ahead = Math.max(missing, this.#part);
    const [times, lasts] = await this.#take(subject, ahead).then((milliseconds) => [ahead, milliseconds] as const, async (refusal: unknown) => {
      if (ahead === missing) throw refusal;
      return [missing, await this.#take(subject, missing)] as const;
    });
    this.#leases.set(subject, { left: (this.#leaseOf(subject)?.left ?? 0) + times, until: Date.now() + lasts });
  }
}
