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
      if (times > 1) await counter.reward(key, times);
      throw new UserError('RATE_LIMITED', 'Too often: wait a while', { seconds: Math.ceil(error.msBeforeNext / 1000) });
    }
  }

  /** Takes back what was counted once for `subject`. */
  async giveBack(what: string, subject: string): Promise<void> {
    await this.#counters.get(what)!.reward(this.#keyOf(what, subject), 1);
  }

  #keyOf(what: string, subject: string): string {
    return createHmac('sha256', this.#secret).update(`${what} ${subject}`).digest('base64url');
  }

  /** Forgets what no longer counts. */
  async forget(): Promise<void> {
    await this.#pool.query('delete from rate_limit where expire < $1', [Date.now()]);
  }
}
