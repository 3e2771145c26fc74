import { expect, test } from 'vitest';
import { upperBound } from './bound.ts';
import { exactRoute } from './exact.ts';
import { localSearch } from './local-search.ts';
import { type NetworkData, networkOf } from './network.ts';
import { directionOf } from './relaxed-routes.ts';
import { labelsOf } from './label-setting.ts';
import { leastMemory } from './memory.ts';
import { tightened } from './tighten.ts';

const LIMITS = { maxWork: 1_000_000, maxLabels: 1000 };

const late: NetworkData = {
  routes: 2, departsAt: 10, returnsBy: 12,
  vertices: [{ profit: 0, service: 5, windows: [] }, { profit: 3, service: 0, windows: [[0, 100]] }],
  travel: [[0, 0], [0, 0]],
};

test('where the service at the depot ends after the return, nothing is visited, and that is proved', () => {
  const network = tightened(networkOf(late));
  const { times } = directionOf(network);
  expect(labelsOf(network, times, { memory: leastMemory(network, times), worth: network.profit, gain: network.profit, ...LIMITS })).toMatchObject({ isComplete: true, labels: { count: 0 } });
  expect(upperBound(network, { value: 0, ...LIMITS }).bound).toBe(0);
  expect(exactRoute(network, { known: { profit: 0, route: [] }, ...LIMITS })).toMatchObject({ profit: 0, bound: 0 });
  expect(localSearch(network, { seed: 1, maxWork: 10_000 })).toMatchObject({ profit: 0, routes: [] });
});

test('without places to visit or routes there is nothing to search', () => {
  for (const data of [{ ...late, returnsBy: 50, routes: 0 }, { ...late, vertices: late.vertices.slice(0, 1), travel: [[0]] }]) {
    expect(localSearch(tightened(networkOf(data)), { seed: 1, maxWork: 100_000_000 })).toEqual({ profit: 0, routes: [], work: 0 });
    expect(upperBound(tightened(networkOf(data)), { value: 0, ...LIMITS }).bound).toBe(0);
  }
});
