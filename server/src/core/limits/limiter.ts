/** How often something may be done: counted in the database, so that all processes count together. */
import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { UserError } from '../errors.ts';

/** So often in so many seconds. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
  /** Whether a process remembers by itself who has used it up, and does not ask the database again before it is over. */
  readonly isRemembered?: boolean;
}

/**
 * Gives back what counts still and was counted in the window that ends by then. The window after it ends a whole window later, so that the
 * few milliseconds between two readings of the clock tell none for the other.
 */
const GIVE_BACK = 'update rate_limit set points = greatest(points - $2, 0) where key = $1 and expire > $3 and expire <= $4';

export class Limiter {
  readonly #pool: pg.Pool;
  readonly #secret: string;
  readonly #counters: ReadonlyMap<string, RateLimiterPostgres>;

  /** `limits` by what is counted. Without the database each process counts by itself: nothing is open. */
  constructor(pool: pg.Pool, secret: string, limits: Readonly<Record<string, Limit>>) {
    this.#pool = pool;
    this.#secret = secret;
    this.#counters = new Map(Object.entries(limits).map(([keyPrefix, { points, seconds: duration, isRemembered = false }]) => [keyPrefix, new RateLimiterPostgres({
      storeClient: pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true, keyPrefix, points, duration, clearExpiredByTimeout: false,
      ...(isRemembered && { inMemoryBlockOnConsumed: points + 1 }),
      insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
    })]));
  }

  /**
   * Counts once for `subject`, or `times`, which is kept as a hash only. Several are counted together or not at all, so that fewer may
   * still be asked for. Gives in how many milliseconds it counts no longer. Throws RATE_LIMITED with the seconds to wait.
   */
  async take(what: string, subject: string, times = 1): Promise<number> {
    const key = this.#keyOf(what, subject);
    const counter = this.#counters.get(what)!;
    try {
      return (await counter.consume(key, times)).msBeforeNext;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      // Whom the process remembers was not counted.
      if (times > 1 && error.consumedPoints > 0) await this.#giveBack(what, key, times, Date.now() + error.msBeforeNext);
      throw new UserError('RATE_LIMITED', 'Too often: wait a while', { seconds: Math.ceil(error.msBeforeNext / 1000) });
    }
  }

  /**
   * Takes back what was counted once for `subject`, and counts until then, in milliseconds since 1970: nothing once that is over, since what
   * is counted by then are other tries.
   */
  async giveBack(what: string, subject: string, until: number): Promise<void> {
    await this.#giveBack(what, this.#keyOf(what, subject), 1, until);
  }

  /** A database that is away keeps what it has counted. */
  async #giveBack(what: string, key: string, times: number, until: number): Promise<void> {
    await this.#pool.query(GIVE_BACK, [this.#counters.get(what)!.getKey(key), times, Date.now(), until]).catch(() => undefined);
  }

  #keyOf(what: string, subject: string): string {
    return createHmac('sha256', this.#secret).update(`${what} ${subject}`).digest('base64url');
  }

  /** Forgets what no longer counts. */
  async forget(): Promise<void> {
    await this.#pool.query('delete from rate_limit where expire < $1', [Date.now()]);
  }
}
