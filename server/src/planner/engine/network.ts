/**
 * The compiled form of a problem of routes: integers and indices, no names. It is the team orienteering problem with time windows
 * (Vansteenwegen, Souffriau, Vanden Berghe and Van Oudheusden 2009), with several windows at each vertex (Souffriau et al. 2013) and
 * travel that need not keep the triangle inequality: a route goes from vertex to vertex by the direct links only.
 */

/** Time is counted in ticks, whole numbers from 0 on; no time reaches this one. */
export const NEVER = 0x3fffffff;
/** In `travel`: nobody goes this way. */
export const NO_LINK = -1;
/** Where every route begins and ends. */
export const DEPOT = 0;

export interface Network {
  /** Vertices, the depot included. */
  readonly size: number;
  /** How many routes there are at most; any of them may be empty. */
  readonly routes: number;
  /** No route leaves the depot before `departsAt`, none comes back after `returnsBy`. */
  readonly departsAt: number;
  readonly returnsBy: number;
  /** What a visit is worth, once: whole numbers from 0 on. */
  readonly profit: Int32Array;
  /** Ticks from the start of a visit to its end. */
  readonly service: Int32Array;
  /** Ticks from `from` to `to` at `from * size + to`, or NO_LINK. */
  readonly travel: Int32Array;
  /** The windows of vertex v are those from `firstWindow[v]` to before `firstWindow[v + 1]`, in time order, apart from each other. */
  readonly firstWindow: Int32Array;
  /** A visit starts from `opens` to `closes`, both included; it may end later. */
  readonly opens: Int32Array;
  readonly closes: Int32Array;
}

export interface VertexData {
  readonly profit: number;
  readonly service: number;
  readonly windows: readonly (readonly [opens: number, closes: number])[];
}

export interface NetworkData {
  readonly routes: number;
  readonly departsAt: number;
  readonly returnsBy: number;
  /** The first is the depot: of it, only the service counts, before each departure. */
  readonly vertices: readonly VertexData[];
  /** `travel[from][to]`. */
  readonly travel: readonly (readonly number[])[];
}

/** Compiles. Throws a RangeError where a number is none that the search can count with, or travel is not between all vertices. */
export function networkOf(data: NetworkData): Network {
  const size = data.vertices.length;
  for (const { profit, service, windows } of data.vertices) whole(profit, service, ...windows.flat());
  for (const row of data.travel) for (const ticks of row) if (ticks !== NO_LINK) whole(ticks);
  whole(data.routes, data.departsAt, data.returnsBy);
  if (data.travel.length !== size || data.travel.some((row) => row.length !== size)) throw new RangeError('Travel is to be known from each vertex to each.');
  // Half of it, so that scaled profits stay whole numbers of 32 bits.
  whole(2 * data.vertices.reduce((sum, { profit }) => sum + profit, 0));
  const departsAt = data.departsAt + data.vertices[DEPOT]!.service;
  whole(departsAt);
  return withWindows({
    size, routes: data.routes, departsAt, returnsBy: data.returnsBy,
    profit: Int32Array.from(data.vertices, ({ profit }, vertex) => (vertex === DEPOT ? 0 : profit)),
    service: Int32Array.from(data.vertices, ({ service }, vertex) => (vertex === DEPOT ? 0 : service)),
    travel: Int32Array.from(data.travel.flat()),
  }, data.vertices.map(({ windows }) => windows));
}

/** With windows given for each vertex, put in order, those that meet made one. */
export function withWindows(rest: Omit<Network, 'firstWindow' | 'opens' | 'closes'>, windows: readonly VertexData['windows'][]): Network {
  const firstWindow = new Int32Array(rest.size + 1);
  const opens: number[] = [];
  const closes: number[] = [];
  for (let vertex = 0; vertex < rest.size; vertex += 1) {
    const first = opens.length;
    for (const [open, close] of [...windows[vertex]!].filter(([from, to]) => from <= to).sort(([a], [b]) => a - b)) {
      if (opens.length > first && open <= closes.at(-1)! + 1) closes.push(Math.max(closes.pop()!, close));
      else { opens.push(open); closes.push(close); }
    }
    firstWindow[vertex + 1] = opens.length;
  }
  return { ...rest, firstWindow, opens: Int32Array.from(opens), closes: Int32Array.from(closes) };
}

/** The windows of a vertex, as they were given. */
export function windowsOf(network: Network, vertex: number): [number, number][] {
  const windows: [number, number][] = [];
  for (let window = network.firstWindow[vertex]!; window < network.firstWindow[vertex + 1]!; window += 1) windows.push([network.opens[window]!, network.closes[window]!]);
  return windows;
}

/** When a visit may start at the earliest for somebody who is there at `time`: NEVER, if no window is left. */
export function earliestStart(network: Network, vertex: number, time: number): number {
  const end = network.firstWindow[vertex + 1]!;
  for (let window = network.firstWindow[vertex]!; window < end; window += 1) {
    if (time <= network.closes[window]!) return time > network.opens[window]! ? time : network.opens[window]!;
  }
  return NEVER;
}

/** When a visit may start at the latest, at `time` or before: −1, if no window is open by then. */
export function latestStart(network: Network, vertex: number, time: number): number {
  const first = network.firstWindow[vertex]!;
  for (let window = network.firstWindow[vertex + 1]! - 1; window >= first; window -= 1) {
    if (time >= network.opens[window]!) return time < network.closes[window]! ? time : network.closes[window]!;
  }
  return -1;
}

function whole(...numbers: readonly number[]): void {
  for (const number of numbers) if (!Number.isInteger(number) || number < 0 || number >= NEVER) throw new RangeError(`The planner counts in whole numbers from 0 to below ${NEVER}, not with ${number}.`);
}
