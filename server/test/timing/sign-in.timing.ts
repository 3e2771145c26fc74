/**
 * Whether the time of the answer tells who has an account: asking for a link for an address that somebody has and for one
 * that nobody has, in pairs, in an order drawn by chance. `PAIRS` says how many, 1,000 unless told.
 */
import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { mannWhitney, median } from './mann-whitney.ts';

const PAIRS = Number(process.env.PAIRS ?? 1_000);
const WARM_UP = 100;
/** In milliseconds. */
const MOST = 2;
const LEAST_CHANCE = 0.01;

const server = testServer({ sendLink: async () => undefined, signInLimits: UNLIMITED });

/** Of one length, since a longer request takes longer. */
const somebody = (n: number): string => `somebody${String(n).padStart(4, '0')}@example.org`;
const nobody = (n: number): string => `no.body.${String(n).padStart(4, '0')}@example.org`;

async function time(email: string): Promise<number> {
  const begun = performance.now();
  const { status } = await ask(server(), 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email });
  const took = performance.now() - begun;
  expect(status).toBe(200);
  return took;
}

beforeAll(async () => {
  await server().database.orm.em.fork().execute(
    `insert into person (id, name, email, created_at, updated_at) select gen_random_uuid(), 'Somebody', 'somebody' || lpad(n::text, 4, '0') || '@example.org', now(), now() from generate_series(0, ?::int) n`, [PAIRS + WARM_UP],
  );
  for (let n = 0; n < WARM_UP; n += 1) {
    await time(somebody(PAIRS + n));
    await time(nobody(PAIRS + n));
  }
});

/** The times of each, in milliseconds. */
async function pairs(first: (n: number) => string, second: (n: number) => string): Promise<readonly [number[], number[]]> {
  const times: readonly [number[], number[]] = [[], []];
  for (let n = 0; n < PAIRS; n += 1) {
    const order = randomInt(2) === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const which of order) times[which].push(await time([first, second][which]!(n)));
  }
  return times;
}

describe(`${PAIRS} pairs`, () => {
  test('of an address that somebody has and one that nobody has take the same time', async () => {
    const [known, unknown] = await pairs(somebody, nobody);
    const figures = { 'median, known (ms)': median(known).toFixed(3), 'median, unknown (ms)': median(unknown).toFixed(3), 'difference (ms)': (median(known) - median(unknown)).toFixed(3), p: mannWhitney(known, unknown).toFixed(3) };
    console.table(figures);
    expect(Math.abs(median(known) - median(unknown))).toBeLessThanOrEqual(MOST);
    expect(mannWhitney(known, unknown)).toBeGreaterThan(LEAST_CHANCE);
  });

  test('would be told apart if one of them took a millisecond more: the measure sees it', async () => {
    const [known, unknown] = await pairs(nobody, nobody);
    expect(mannWhitney(known.map((took) => took + 1), unknown)).toBeLessThan(LEAST_CHANCE);
  });
});
