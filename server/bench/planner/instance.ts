/** Reads files of the team orienteering problem with time windows for the engine: those that `@passerelle/shared/planning.ts` reads as problems of missions. */
import { distance, readToptw } from '@passerelle/shared/planning.ts';
import type { NetworkData } from '../../src/planner/engine/index.ts';

/**
 * The problem with `routes` routes. Distances are rounded down to one decimal (Solomon) or two (Cordeau), as the best known values were
 * computed; a tick is that decimal. Windows bound the start of service. Throws RangeError for what is no such file.
 */
export function readInstance(text: string, ticksPerUnit: 10 | 100, routes: number): NetworkData {
  const vertices = readToptw(text);
  const ticks = (value: number): number => Math.round(value * ticksPerUnit);
  const depot = vertices[0]!;
  return {
    routes, departsAt: ticks(depot.opens), returnsBy: ticks(depot.closes),
    vertices: vertices.map(({ service, profit, opens, closes }) => ({ service: ticks(service), profit, windows: [[ticks(opens), ticks(closes)]] })),
    travel: vertices.map((one) => vertices.map((other) => distance(one, other, ticksPerUnit))),
  };
}
