/** Who can be visited after whom, depending on when one leaves: the neighbourhood of an insertion. */
import { DEPOT, earliestStart, NEVER, NO_LINK, type Network } from './network.ts';

export interface Followers {
  /** The list of those that can be visited next by somebody who leaves `vertex` at `leaves`. */
  listOf(vertex: number, leaves: number): number;
  /** List l is from `first[l]` to before `first[l + 1]`: vertices, and when their visits end at the earliest, in the order of that. */
  readonly first: Int32Array;
  readonly vertex: Int32Array;
  readonly ends: Int32Array;
}

/** Parts of the time in which a vertex may be left, each with a list of its own: of those who leave when the part begins. */
const PARTS = 8;

export function followersOf(network: Network): Followers {
  const { size } = network;
  const { from, width } = partsOf(network);
  const first = [0];
  const vertices: number[] = [];
  const ends: number[] = [];
  const soonest = new Float64Array(size);
  for (let list = 0; list < size * PARTS; list += 1) {
    const vertex = Math.floor(list / PARTS);
    const next = from[vertex]! < NEVER ? nextOf(network, vertex, from[vertex]! + (list % PARTS) * width[vertex]!, soonest) : [];
    for (const to of next) { vertices.push(to); ends.push(soonest[to]!); }
    first.push(vertices.length);
  }
  return {
    listOf: (vertex, leaves) => vertex * PARTS + Math.min(PARTS - 1, Math.floor((leaves - from[vertex]!) / width[vertex]!)),
    first: Int32Array.from(first), vertex: Int32Array.from(vertices), ends: Int32Array.from(ends),
  };
}

/** Of each vertex when it is left at the earliest, or NEVER, and how long a part is. The depot is always left at once. */
function partsOf({ size, departsAt, service, firstWindow, opens, closes }: Network): { from: Float64Array; width: Float64Array } {
  const from = new Float64Array(size).fill(NEVER);
  const width = new Float64Array(size).fill(1);
  from[DEPOT] = departsAt;
  for (let vertex = DEPOT + 1; vertex < size; vertex += 1) {
    const [start, end] = [firstWindow[vertex]!, firstWindow[vertex + 1]!];
    if (start === end) continue;
    from[vertex] = opens[start]! + service[vertex]!;
    width[vertex] = Math.ceil((closes[end - 1]! - opens[start]! + 1) / PARTS);
  }
  return { from, width };
}

/** What can be visited after `vertex`, sorted by when the visit ends, which is written into `soonest`. */
function nextOf(network: Network, vertex: number, leaves: number, soonest: Float64Array): number[] {
  const next: number[] = [];
  for (let to = DEPOT + 1; to < network.size; to += 1) {
    const ticks = network.travel[vertex * network.size + to]!;
    const starts = to === vertex || ticks === NO_LINK ? NEVER : earliestStart(network, to, leaves + ticks);
    if (starts === NEVER) continue;
    soonest[to] = starts + network.service[to]!;
    next.push(to);
  }
  return next.sort((one, other) => soonest[one]! - soonest[other]! || one - other);
}
