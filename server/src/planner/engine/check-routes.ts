/** Reads routes anew, visit by visit, from the definition of the problem alone: nothing of the search is used. */
import type { NetworkData } from './network.ts';

export interface Checked {
  /** Of the vertices that are visited. */
  readonly profit: number;
  /** What is wrong, in words for whoever reads the test; empty where the routes are possible. */
  readonly faults: readonly string[];
}

/** Whether the routes, each a list of vertices between two stays at the depot, can be driven, and what they are worth. */
export function checkRoutes(data: NetworkData, routes: readonly (readonly number[])[]): Checked {
  const faults: string[] = [];
  const visits = routes.flat();
  if (routes.length > data.routes) faults.push(`${routes.length} routes where ${data.routes} may be.`);
  if (new Set(visits).size < visits.length) faults.push('A vertex is visited twice.');
  for (const vertex of visits) if (!Number.isInteger(vertex) || vertex <= 0 || vertex >= data.vertices.length) faults.push(`There is no vertex ${vertex} to visit.`);
  if (faults.length === 0) for (const route of routes) if (route.length > 0) faults.push(...faultsOf(data, route));
  return { profit: visits.reduce((sum, vertex) => sum + (data.vertices[vertex]?.profit ?? 0), 0), faults };
}

function faultsOf(data: NetworkData, route: readonly number[]): string[] {
  const faults: string[] = [];
  let time = data.departsAt;
  let at = 0;
  for (const next of [...route, 0]) {
    const ticks = data.travel[at]![next]!;
    if (ticks < 0) faults.push(`No link leads from ${at} to ${next}.`);
    time += data.vertices[at]!.service + ticks;
    at = next;
    if (next === 0) break;
    const starts = data.vertices[next]!.windows.filter(([opens, closes]) => opens <= closes && time <= closes).map(([opens]) => Math.max(opens, time));
    if (starts.length === 0) faults.push(`Vertex ${next} is reached at ${time}, when it is closed for good.`);
    else time = Math.min(...starts);
  }
  if (time > data.returnsBy) faults.push(`A route comes back at ${time}, after ${data.returnsBy}.`);
  return faults;
}
