import { expect, test } from 'vitest';
import { mulberry32 } from '@passerelle/shared/mulberry32.ts';
import { cheapestHit, type AtLeast } from './hitting.ts';

const STEPS = [1, 2, 3];
const every = (count: number): number[][] => Array.from({ length: count }).reduce<number[][]>((all) => all.flatMap((some) => [0, ...STEPS].map((one) => [...some, one])), [[]]);

test('of all sets that have one of each core it is the cheapest', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const next = mulberry32(seed);
    const count = 1 + (next() % 4);
    const prices = Array.from({ length: count }, () => 1 + (next() % 9));
    const priceOf = ({ offer, amount }: AtLeast): number => (amount === 0 ? 0 : prices[offer]! + amount);
    const cores = Array.from({ length: next() % 5 }, () => Array.from({ length: 1 + (next() % 3) }, (): AtLeast => ({ offer: next() % count, amount: STEPS[next() % 3]! })));
    const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount, offer) => sum + priceOf({ offer, amount }), 0);
    const hits = every(count).filter((amounts) => cores.every((core) => core.some(({ offer, amount }) => amounts[offer]! >= amount)));
    const found = cheapestHit(cores, { count, priceOf, below: 25 });
    const cheapest = Math.min(...hits.map(total));
    expect([seed, found ? total(found) : null]).toEqual([seed, cheapest < 25 ? cheapest : null]);
    if (found) expect(hits).toContainEqual(found);
  }
});

test('a core of nothing has no hit', () => {
  expect(cheapestHit([[]], { count: 1, priceOf: () => 1, below: 10 })).toBeNull();
});
