import { expect, test } from 'vitest';
import { checkRoutes } from './check-routes.ts';
import { bruteForce } from './brute-force.fixture.ts';
import { DEPOT, earliestStart, latestStart, NEVER, type NetworkData, networkOf, NO_LINK, windowsOf } from './network.ts';
import { randomProblem } from './random-problem.fixture.ts';
import { mirrored, shortestTimes, tightened } from './tighten.ts';

const DEPOT_DATA = { profit: 0, service: 0, windows: [] };

const line: NetworkData = {
  routes: 1, departsAt: 5, returnsBy: 100,
  vertices: [DEPOT_DATA, { profit: 3, service: 10, windows: [[60, 70], [0, 20], [21, 30]] }, { profit: 4, service: 5, windows: [[0, 200]] }],
  travel: [[0, 10, 10], [10, 0, 10], [40, 10, 0]],
};

test('windows are put in order, and those that meet are one', () => {
  expect(windowsOf(networkOf(line), 1)).toEqual([[0, 30], [60, 70]]);
});

test('a visit starts in the first window that is left, and at the latest in the last one that is open', () => {
  const network = networkOf(line);
  expect([-1, 0, 30, 31, 60, 70, 71].map((time) => earliestStart(network, 1, time))).toEqual([0, 0, 30, 60, 60, 70, NEVER]);
  expect([-1, 0, 30, 31, 59, 60, 99].map((time) => latestStart(network, 1, time))).toEqual([-1, 0, 30, 30, 30, 60, 70]);
});

test('what no route can use is cut off: before one can be there, after one can be home, by the shortest way', () => {
  const network = tightened(networkOf(line));
  expect(windowsOf(network, 1)).toEqual([[15, 30], [60, 70]]);
  // Home from vertex 2 is shorter over vertex 1: 5 + 10 + 10 + 10 ticks.
  expect(windowsOf(network, 2)).toEqual([[15, 65]]);
  expect(windowsOf(network, DEPOT)).toEqual([]);
});

test('the shortest way counts the service on it and never leads over the depot', () => {
  expect([...shortestTimes(networkOf(line))]).toEqual([0, 10, 10, 20, 0, 20, 35, 15, 0]);
});

test('the mirror of the mirror is the network', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const network = tightened(networkOf(randomProblem(seed)));
    expect(mirrored(mirrored(network))).toEqual(network);
  }
});

test('a mirror has the same routes, backwards: brute force finds the same profit', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const data = randomProblem(seed, 5);
    const network = mirrored(tightened(networkOf(data)));
    const mirror: NetworkData = {
      ...network, vertices: data.vertices.map(({ profit }, vertex) => ({ profit, service: network.service[vertex]!, windows: windowsOf(network, vertex) })),
      travel: data.vertices.map((_, from) => data.vertices.map((__, to) => network.travel[from * network.size + to]!)),
    };
    expect(bruteForce(mirror).profit, `seed ${seed}`).toBe(bruteForce(data).profit);
  }
});

test('the checker accepts what brute force finds, and counts the same profit', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const data = randomProblem(seed);
    const { profit, routes } = bruteForce(data);
    expect(checkRoutes(data, routes), `seed ${seed}`).toEqual({ profit, faults: [] });
  }
});

test('the checker says what is wrong', () => {
  const data: NetworkData = { ...line, travel: [[0, 10, 10], [NO_LINK, 0, 10], [40, 10, 0]] };
  expect(checkRoutes(data, [[2]]).faults).toEqual([]);
  expect(checkRoutes(data, [[1]]).faults).toEqual(['No link leads from 1 to 0.']);
  expect(checkRoutes(data, [[2], [1]]).faults).toEqual(['2 routes where 1 may be.']);
  expect(checkRoutes(data, [[2, 2]]).faults).toEqual(['A vertex is visited twice.']);
  expect(checkRoutes(data, [[0, 3]]).faults).toEqual(['There is no vertex 0 to visit.', 'There is no vertex 3 to visit.']);
  expect(checkRoutes({ ...data, returnsBy: 30 }, [[2]]).faults).toEqual(['A route comes back at 60, after 30.']);
  expect(checkRoutes({ ...data, departsAt: 80 }, [[1, 2]]).faults).toContain('Vertex 1 is reached at 90, when it is closed for good.');
});

test('what the search cannot count with is refused', () => {
  for (const wrong of [0.5, -3, Number.NaN, NEVER]) {
    expect(() => networkOf({ ...line, returnsBy: wrong })).toThrow(RangeError);
    expect(() => networkOf({ ...line, departsAt: NEVER - 10, vertices: [{ ...DEPOT_DATA, service: 10 }, ...line.vertices.slice(1)] })).toThrow(RangeError);
    expect(() => networkOf({ ...line, travel: [[0, wrong, 0], [0, 0, 0], [0, 0, 0]] })).toThrow(RangeError);
  }
  expect(() => networkOf({ ...line, travel: [[0, 1], [1, 0]] })).toThrow('from each vertex to each');
});
