/** What is best, by trying everything: of problems with at most nine vertices. Reads the problem as it is given, and knows nothing of the search. */
import type { NetworkData } from './network.ts';

export interface Best {
  readonly profit: number;
  readonly routes: readonly (readonly number[])[];
}

/** The best routes. */
export function bruteForce(data: NetworkData): Best {
  const routeOf = everySet(data);
  const full = 1 << data.vertices.length;
  let best = new Map<number, number[][]>([[0, []]]);
  for (let route = 0; route < data.routes; route += 1) {
    const more = new Map(best);
    for (const [done, routes] of best) {
      for (const [set, order] of routeOf) if ((set & done) === 0 && !more.has(set | done)) more.set(set | done, [...routes, order]);
    }
    best = more;
  }
  let found: Best = { profit: 0, routes: [] };
  for (let set = 0; set < full; set += 1) {
    const routes = best.get(set);
    const profit = data.vertices.reduce((sum, vertex, index) => sum + ((set >> index) & 1 ? vertex.profit : 0), 0);
    if (routes && profit > found.profit) found = { profit, routes };
  }
  return found;
}

/** An order for each set of vertices that one route can visit. */
function everySet(data: NetworkData): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const go = (route: readonly number[], at: number, leaves: number, set: number): void => {
    const home = data.travel[at]![0]!;
    if (route.length > 0 && home >= 0 && leaves + home <= data.returnsBy && !found.has(set)) found.set(set, [...route]);
    for (let next = 1; next < data.vertices.length; next += 1) {
      const ticks = data.travel[at]![next]!;
      if ((set >> next) & 1 || ticks < 0) continue;
      const start = startAt(data, next, leaves + ticks);
      if (start < Infinity) go([...route, next], next, start + data.vertices[next]!.service, set | (1 << next));
    }
  };
  go([], 0, data.departsAt + data.vertices[0]!.service, 0);
  return found;
}

function startAt(data: NetworkData, vertex: number, time: number): number {
  const starts = data.vertices[vertex]!.windows.map(([opens, closes]) => (time <= closes && opens <= closes ? Math.max(opens, time) : Infinity));
  return Math.min(Infinity, ...starts);
}
