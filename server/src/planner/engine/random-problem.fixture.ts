/** Problems drawn at random, small enough for brute force, with what makes them hard: several windows, detours that are shorter, links that are missing, no service, no way, no time. */
import { type NetworkData, NO_LINK, type VertexData } from './network.ts';
import { chanceOf } from './random.ts';

/** The same problem for the same seed; `most` vertices besides the depot. */
export function randomProblem(seed: number, most = 7): NetworkData {
  const chance = chanceOf(seed);
  const from = (first: number, last: number): number => first + chance.below(last - first + 1);
  const size = from(2, most) + 1;
  const horizon = from(20, 160);
  const isMetric = chance.next() < 0.2;
  const serviceMost = chance.next() < 0.3 ? 0 : 12;
  const profitMost = chance.next() < 0.3 ? 3 : 40;
  const windowMost = from(1, 3);
  const departsAt = from(0, 10);
  const places = Array.from({ length: size }, () => [from(0, 30), from(0, 30)] as const);
  const vertices = Array.from({ length: size }, (): VertexData => ({
    profit: from(0, profitMost), service: from(0, serviceMost),
    windows: Array.from({ length: from(1, windowMost) }, () => { const opens = from(0, horizon); return [opens, opens + from(-1, horizon >> 1)] as const; }).map(([opens, closes]) => [opens, Math.max(closes, 0)] as const),
  }));
  const ticks = (one: number, other: number): number => {
    if (one === other) return 0;
    if (isMetric) return Math.abs(places[one]![0] - places[other]![0]) + Math.abs(places[one]![1] - places[other]![1]);
    if (chance.next() < 0.08) return NO_LINK;
    return chance.next() < 0.15 ? 0 : from(0, 40);
  };
  const travel = vertices.map((_, one) => vertices.map((__, other) => ticks(one, other)));
  const routes = from(1, 3);
  // The service at the depot may then end after the return.
  const isShort = chance.next() < 0.05;
  return { routes, departsAt, returnsBy: departsAt + (isShort ? from(0, 12) : horizon), vertices, travel };
}
