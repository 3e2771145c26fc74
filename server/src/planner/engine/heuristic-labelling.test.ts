import { expect, test } from 'vitest';
import { bruteForce } from './brute-force.fixture.ts';
import { checkRoutes } from './check-routes.ts';
import { heuristicLabelling } from './heuristic-labelling.ts';
import { networkOf } from './network.ts';
import { randomProblem } from './random-problem.fixture.ts';
import { mirrored, tightened } from './tighten.ts';

test('a route by heuristic labels can be driven, in both directions, and is nearly always the best', () => {
  let best = 0;
  for (let seed = 0; seed < 400; seed += 1) {
    const data = { ...randomProblem(seed), routes: 1 };
    const network = tightened(networkOf(data));
    const most = bruteForce(data).profit;
    const vertices = data.vertices.map((_, vertex) => vertex).slice(1);
    for (const isMirror of [false, true]) {
      const { route } = heuristicLabelling(isMirror ? mirrored(network) : network)(vertices, Float64Array.from(network.profit), Infinity);
      const { profit, faults } = checkRoutes(data, [isMirror ? route.toReversed() : route]);
      expect(faults, `seed ${seed}`).toEqual([]);
      expect(profit, `seed ${seed}`).toBeLessThanOrEqual(most);
      if (profit === most) best += 1;
    }
  }
  expect(best).toBeGreaterThan(720);
});

test('where its work is used up it gives nothing, and begins anew the next time', () => {
  const network = tightened(networkOf(randomProblem(6, 60)));
  const vertices = [...network.profit.keys()].slice(1);
  const label = heuristicLabelling(network);
  const gain = Float64Array.from(network.profit);
  const whole = label(vertices, gain, Infinity);
  expect(whole.route.length).toBeGreaterThan(1);
  expect(label(vertices, gain, whole.work / 2).route).toEqual([]);
  expect(label(vertices, gain, whole.work)).toEqual(whole);
  expect(label([], gain, Infinity)).toEqual({ route: [], work: 0 });
  for (const vertex of label(vertices.slice(0, 20), gain, Infinity).route) expect(vertices.slice(0, 20)).toContain(vertex);
});
