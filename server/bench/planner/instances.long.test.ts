import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checkRoutes, exactRoute, localSearch, networkOf, tightened, upperBound } from '../../src/planner/engine/index.ts';
import { bestKnownOnes, dataOf } from './instances.ts';

const LIMITS = { maxLabels: 300_000 };

test('there is a file for each best known value', async () => {
  const ones = await bestKnownOnes();
  expect(ones).toHaveLength(29);
  for (const { name } of ones) expect(await readFile(new URL(`instances/${name}.txt`, import.meta.url), 'utf8'), name).not.toBe('');
});

test.each(['c', 'pr01', 'pr02', 'pr03', 'pr04', 'pr05'])('with little work no bound of %s… falls below the best known value, nor below what is found', async (first) => {
  for (const { name, routes, bestKnown } of (await bestKnownOnes()).filter((one) => one.name.startsWith(first))) {
    const data = await dataOf(name, routes);
    const network = tightened(networkOf(data));
    const found = localSearch(network, { seed: 1, maxWork: 300_000 });
    expect(checkRoutes(data, found.routes), `${name}, ${routes}`).toEqual({ profit: found.profit, faults: [] });
    // Known values of several routes are not proved: a better one may be found.
    expect(upperBound(network, { value: found.profit, maxWork: 3_000_000, ...LIMITS }).bound, `${name}, ${routes}`).toBeGreaterThanOrEqual(Math.max(bestKnown, found.profit));
  }
});

test('the best route of narrow windows is proved at once, from nothing that is known', async () => {
  for (const [name, best] of [['c101', 320], ['c105', 340]] as const) {
    const data = await dataOf(name, 1);
    const exact = exactRoute(tightened(networkOf(data)), { known: { profit: 0, route: [] }, maxWork: 30_000_000, ...LIMITS });
    expect(exact, name).toMatchObject({ profit: best, bound: best });
    expect(checkRoutes(data, [exact.route]), name).toEqual({ profit: best, faults: [] });
  }
});
