/**
 * A good route of some vertices, by heuristic labelling: partial routes visit nothing twice, but of two at the same vertex only one is kept that starts
 * earlier or gains more, whatever they have visited (relaxed dominance, as in heuristic pricing: Desaulniers, Lessard and Hadjar 2008). Nothing is proved.
 */
import { type Labels, NONE, noLabels, reserve, walkOf } from './labels.ts';
import { bitOf, wordOf } from './memory.ts';
import { DEPOT, earliestStart, type Network, NO_LINK } from './network.ts';
import { queueOf } from './time-queue.ts';

export interface HeuristicRoute {
  /** The best by `gain` of those that come home; empty where there is none, or the work is used up. */
  readonly route: readonly number[];
  /** Labels that were made or refused. */
  readonly work: number;
}

/** Of a tightened network. `vertices` are those that may be visited, each gains `gain`; the arrays of one call are used again by the next. */
export function heuristicLabelling(network: Network): (vertices: readonly number[], gain: Float64Array, maxWork: number) => HeuristicRoute {
  const { size, service, travel, departsAt, returnsBy } = network;
  const words = (size + 31) >> 5;
  const labels = noLabels(words);
  const fronts = frontsOf(labels, size);
  const queue = queueOf(departsAt, returnsBy);
  let best = NONE;

  return (vertices, gain, maxWork) => {
    labels.count = 0;
    fronts.clear();
    best = NONE;
    let work = vertices.length;
    for (const vertex of vertices) extend(NONE, vertex, gain);
    for (let label = queue.pop(); label !== NONE; label = queue.pop()) {
      if (labels.isDominated[label] === 1) continue;
      for (const vertex of vertices) extend(label, vertex, gain);
      work += vertices.length;
      if (work <= maxWork) continue;
      while (queue.pop() !== NONE);
      return { route: [], work };
    }
    return { route: walkOf(labels, best), work };
  };

  /** Continues a label, or the depot, with a visit. */
  function extend(label: number, vertex: number, gain: Float64Array): void {
    const at = label === NONE ? DEPOT : labels.vertex[label]!;
    if (label !== NONE && (labels.visited[label * words + wordOf(vertex)]! & bitOf(vertex)) !== 0) return;
    const ticks = travel[at * size + vertex]!;
    if (ticks === NO_LINK) return;
    const time = earliestStart(network, vertex, (label === NONE ? departsAt : labels.time[label]! + service[at]!) + ticks);
    if (time > returnsBy) return;
    reserve(labels);
    labels.vertex[labels.count] = vertex;
    labels.time[labels.count] = time;
    labels.gain[labels.count] = gain[vertex]! + (label === NONE ? 0 : labels.gain[label]!);
    if (fronts.insert(labels.count)) keep(label);
  }

  function keep(parent: number): void {
    const made = labels.count;
    const [vertex, time] = [labels.vertex[made]!, labels.time[made]!];
    labels.count += 1;
    labels.parent[made] = parent;
    labels.isDominated[made] = 0;
    if (parent === NONE) labels.visited.fill(0, made * words, (made + 1) * words); else labels.visited.copyWithin(made * words, parent * words, (parent + 1) * words);
    const word = made * words + wordOf(vertex);
    labels.visited[word] = labels.visited[word]! | bitOf(vertex);
    queue.push(made, time);
    const home = travel[vertex * size + DEPOT]!;
    if (home !== NO_LINK && time + service[vertex]! + home <= returnsBy && (best === NONE || labels.gain[made]! > labels.gain[best]!)) best = made;
  }
}

interface Fronts {
  clear(): void;
  /** Puts in a label, and takes out what it makes needless; false where another makes it so. */
  insert(label: number): boolean;
}

/** Of each vertex the labels that are left, in the order of time, which is that of gain, too. */
function frontsOf(labels: Labels, size: number): Fronts {
  const fronts = Array.from({ length: size }, (): number[] => []);

  /** How many labels of the front start at `time` or before. */
  const upTo = (front: readonly number[], time: number): number => {
    let [low, high] = [0, front.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (labels.time[front[middle]!]! <= time) low = middle + 1; else high = middle;
    }
    return low;
  };

  return {
    clear() { for (const front of fronts) front.length = 0; },
    insert(label) {
      const { time, gain, isDominated } = labels;
      const front = fronts[labels.vertex[label]!]!;
      const place = upTo(front, time[label]!);
      if (place > 0 && gain[front[place - 1]!]! >= gain[label]!) return false;
      const first = place > 0 && time[front[place - 1]!] === time[label] ? place - 1 : place;
      let end = place;
      while (end < front.length && gain[front[end]!]! <= gain[label]!) end += 1;
      for (let index = first; index < end; index += 1) isDominated[front[index]!] = 1;
      front.splice(first, end - first, label);
      return true;
    },
  };
}
