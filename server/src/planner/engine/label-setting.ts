/**
 * Label setting for the elementary shortest path problem with resource constraints (Desrochers 1988; Feillet, Dejax, Gendreau and Gueguen 2004),
 * on what routes remember (memory.ts). A label is dominated by one at the same vertex that starts no later, with no less profit and gain, and
 * has remembered nothing that the other could still visit. Where a bucket of the queue is wider than a tick, or an arc takes no time, a label may be dominated after it was
 * extended: then it is label correcting. Exact for the relaxation that the memory is; exact for routes where the best is elementary.
 */
import { dominates } from './dominance.ts';
import { lastStarts, type LastStarts } from './last-starts.ts';
import { type Labels, NONE, noLabels, reserve } from './labels.ts';
import type { Completion } from './completion.ts';
import { bitOf, type Memory, wordOf } from './memory.ts';
import { DEPOT, earliestStart, NEVER, NO_LINK, type Network } from './network.ts';
import { queueOf } from './time-queue.ts';

export interface Labelling {
  readonly labels: Labels;
  /** Whether all labels were followed; otherwise nothing can be concluded. */
  readonly isComplete: boolean;
  /** Labels made or compared. */
  readonly work: number;
}

export interface LabellingOptions {
  readonly memory: Memory;
  /** Of each vertex: what a visit is worth, and what it gains (may be below 0). */
  readonly worth: Int32Array;
  readonly gain: Int32Array;
  /** Labels are left out that cannot be part of a route that gains `least`. */
  readonly completion?: Completion;
  readonly least?: number;
  readonly maxWork: number;
  readonly maxLabels: number;
}

/** All labels of the (tightened) network that are needed. `times` are its shortest times. */
export function labelsOf(network: Network, times: Int32Array, options: LabellingOptions): Labelling {
  const { memory, maxWork, maxLabels } = options;
  const labels = noLabels(memory.words);
  if (network.returnsBy < network.departsAt) return { labels, isComplete: true, work: 0 };
  const queue = queueOf(network.departsAt, network.returnsBy);
  const add = adderOf(network, lastStarts(network, times), labels, options);
  for (let vertex = DEPOT + 1; vertex < network.size; vertex += 1) {
    const label = add.extend(NONE, vertex);
    if (label !== NONE) queue.push(label, labels.time[label]!);
  }
  for (let label = queue.pop(); label !== NONE; label = queue.pop()) {
    if (labels.isDominated[label] === 1) continue;
    for (let vertex = DEPOT + 1; vertex < network.size; vertex += 1) {
      const longer = add.extend(label, vertex);
      if (longer !== NONE) queue.push(longer, labels.time[longer]!);
    }
    if (add.work() > maxWork || labels.count > maxLabels) return { labels, isComplete: false, work: add.work() };
  }
  return { labels, isComplete: true, work: add.work() };
}

interface Adder {
  /** The label that continues another (or the depot) with a visit, or NONE where there is none, or none that is needed. */
  extend(label: number, vertex: number): number;
  work(): number;
}

function adderOf(network: Network, last: LastStarts, labels: Labels, options: LabellingOptions): Adder {
  const { size, departsAt, service, travel } = network;
  const { memory: { words, sets }, worth, gain, completion, least = 0 } = options;
  const heads = new Int32Array(size).fill(NONE);
  const insert = inserterInto(labels, heads);
  let work = 0;

  function extend(label: number, vertex: number): number {
    work += 1;
    const at = label === NONE ? DEPOT : labels.vertex[label]!;
    if (label !== NONE && (labels.visited[label * words + wordOf(vertex)]! & bitOf(vertex)) !== 0) return NONE;
    const ticks = travel[at * size + vertex]!;
    if (ticks === NO_LINK) return NONE;
    const time = earliestStart(network, vertex, (label === NONE ? departsAt : labels.time[label]! + service[at]!) + ticks);
    return time === NEVER ? NONE : keep(label, vertex, time);
  }

  function keep(label: number, vertex: number, time: number): number {
    reserve(labels);
    const made = labels.count;
    labels.vertex[made] = vertex;
    labels.time[made] = time;
    labels.worth[made] = worth[vertex]! + (label === NONE ? 0 : labels.worth[label]!);
    labels.gain[made] = gain[vertex]! + (label === NONE ? 0 : labels.gain[label]!);
    labels.parent[made] = label;
    labels.isDominated[made] = 0;
    for (let word = 0; word < words; word += 1) {
      labels.visited[made * words + word] = label === NONE ? 0 : labels.visited[label * words + word]! & sets[vertex * words + word]!;
    }
    labels.visited[made * words + wordOf(vertex)] = labels.visited[made * words + wordOf(vertex)]! | bitOf(vertex);
    last.block(labels, made, sets);
    if (!insert.isNew(made)) return NONE;
    if (completion && !completion.canReach(labels, made, least)) return NONE;
    insert.add(made);
    labels.count += 1;
    return made;
  }

  return { extend, work: () => work + insert.work() + (completion?.work ?? 0) };
}

interface Into {
  /** Whether no label dominates this one, which is not counted yet. */
  isNew(label: number): boolean;
  /** Puts it into the list of its vertex; what it dominates goes. */
  add(label: number): void;
  work(): number;
}

/** Lists of labels by vertex, in the order of time. */
function inserterInto(labels: Labels, heads: Int32Array): Into {
  let work = 0;

  return {
    isNew(label) {
      const time = labels.time[label]!;
      for (let at = heads[labels.vertex[label]!]!; at !== NONE && labels.time[at]! <= time; at = labels.next[at]!) {
        work += 1;
        if (dominates(labels, at, label)) return false;
      }
      return true;
    },
    add(label) {
      const [vertex, time] = [labels.vertex[label]!, labels.time[label]!];
      let before = NONE;
      let at = heads[vertex]!;
      for (; at !== NONE && labels.time[at]! < time; at = labels.next[at]!) before = at;
      labels.next[label] = at;
      if (before === NONE) heads[vertex] = label; else labels.next[before] = label;
      for (before = label; at !== NONE; at = labels.next[at]!) {
        work += 1;
        if (dominates(labels, label, at)) { labels.isDominated[at] = 1; labels.next[before] = labels.next[at]!; } else before = at;
      }
    },
    work: () => work,
  };
}
