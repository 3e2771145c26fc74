/** How often something may be done: counted in the database, so that all processes count together. */
import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { UserError } from '../errors.ts';

/** So often in so many seconds. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

export class Limiter {
  readonly #pool: pg.Pool;
  readonly #secret: string;
  readonly #counters: ReadonlyMap<string, RateLimiterPostgres>;

  /** `limits` by what is counted. Without the database each process counts by itself: nothing is open. */
  constructor(pool: pg.Pool, secret: string, limits: Readonly<Record<string, Limit>>) {
    this.#pool = pool;
    this.#secret = secret;
    this.#counters = new Map(Object.entries(limits).map(([keyPrefix, { points, seconds: duration }]) => [keyPrefix, new RateLimiterPostgres({
      storeClient: pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true, keyPrefix, points, duration, clearExpiredByTimeout: false,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
    })]));
  }

  /** Counts once for `subject`, which is kept as a hash only. Throws RATE_LIMITED with the seconds to wait. */
  async take(what: string, subject: string): Promise<void> {
    const key = createHmac('sha256', this.#secret).update(`${what} ${subject}`).digest('base64url');
    try {
      await this.#counters.get(what)!.consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new UserError('RATE_LIMITED', 'Too often: wait a while', { seconds: Math.ceil(error.msBeforeNext / 1000) });
    }
  }

  /** Forgets what no longer counts. */
  async forget(): Promise<void> {
    await this.#pool.query('delete from rate_limit where expire < $1', [Date.now()]);
  }
}
