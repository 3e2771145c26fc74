/** What is given back: what was taken, and in the window that it was taken in. */
import pg from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { Limiter } from './limiter.ts';

const POINTS = 5;
const LIMIT = { points: POINTS, seconds: 3_600 };
const database = testDatabase('empty');
let pool: pg.Pool;
let limiter: Limiter;
const beside = (): Limiter => new Limiter(pool, 'secret', { try: LIMIT, remembered: { ...LIMIT, isRemembered: true } });

beforeAll(() => {
  pool = new pg.Pool({ connectionString: database().owner });
});
afterAll(async () => {
  await pool.end();
});
beforeEach(async () => {
  await pool.query('delete from rate_limit');
  limiter = beside();
});

const until = async (times = 1): Promise<number> => {
  const lasts = await limiter.take('try', 'anna', times);
  return Date.now() + lasts;
};
const refused = { extensions: { code: 'RATE_LIMITED' } };
const left = async (what = 'try'): Promise<number> => {
  const { rows } = await pool.query<{ points: number }>(`select points from rate_limit where key like $1 || ':%'`, [what]);
  return POINTS - (rows[0]?.points ?? 0);
};
/** The window that is counted in is over. */
const end = (): Promise<unknown> => pool.query('update rate_limit set expire = $1', [Date.now() - 1]);
/** Gives back as a counter does that asks after no window. */
async function giveBackAnyhow(): Promise<void> {
  const { rows } = await pool.query<{ key: string }>('select key from rate_limit');
  const counter = new RateLimiterPostgres({ storeClient: pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true, keyPrefix: 'try', points: POINTS, duration: LIMIT.seconds });
  await counter.reward(rows[0]!.key.replace('try:', ''), 1);
}

describe('a try that is given back', () => {
  test('may be made again', async () => {
    await until(4);
    await limiter.giveBack('try', 'anna', await until());
    expect(await left()).toBe(1);
    await until();
    await expect(until()).rejects.toMatchObject(refused);
  });

  test('is nobody else’s', async () => {
    await limiter.giveBack('try', 'boris', await until());
    expect(await left()).toBe(POINTS - 1);
  });

  test('gives nothing once its window is over, and a counter that gave it all the same lets one too many through', async () => {
    const taken = await until();
    await end();
    await limiter.giveBack('try', 'anna', taken);
    await until(POINTS);
    await expect(until()).rejects.toMatchObject(refused);
    await end();
    await giveBackAnyhow();
    await until(POINTS + 1);
  });

  test('gives nothing in the window after its own', async () => {
    const taken = await until();
    await end();
    await until(POINTS - 1);
    // A window ends at least its length after the one before it.
    await pool.query('update rate_limit set expire = $1', [taken + LIMIT.seconds * 1_000]);
    await limiter.giveBack('try', 'anna', taken);
    expect(await left()).toBe(1);
    // The control: in its own it does.
    await pool.query('update rate_limit set expire = $1', [taken]);
    await limiter.giveBack('try', 'anna', taken);
    expect(await left()).toBe(2);
  });

  test('never gives more than there are', async () => {
    const taken = await until();
    for (let n = 0; n < 3; n += 1) await limiter.giveBack('try', 'anna', taken);
    expect(await left()).toBe(POINTS);
  });
});

describe('several that are too many', () => {
  test('are not counted at all, so that fewer may still be asked for', async () => {
    await until(3);
    await expect(until(3)).rejects.toMatchObject(refused);
    expect(await left()).toBe(2);
    await until(2);
  });

  test('give nothing back where a process remembers that all is used up: they were not counted', async () => {
    await limiter.take('remembered', 'anna', POINTS);
    const one = (): Promise<number> => limiter.take('remembered', 'anna');
    await expect(one()).rejects.toMatchObject(refused);
    for (let n = 0; n < 3; n += 1) await expect(limiter.take('remembered', 'anna', 2)).rejects.toMatchObject(refused);
    expect(await left('remembered')).toBeLessThanOrEqual(0);
    await expect(beside().take('remembered', 'anna')).rejects.toMatchObject(refused);
  });
});
