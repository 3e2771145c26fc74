/** Partial routes, kept as numbers in growing arrays: nothing is allocated for each. */

/** In `next` and `parent`: there is none. */
export const NONE = -1;

export interface Labels {
  readonly words: number;
  count: number;
  /** Where the partial route ends, and when the last visit starts. */
  vertex: Int32Array;
  time: Int32Array;
  /** Its worth, the objective, by which routes are compared, and its gain, the reduced profit, by which they are bounded: whole numbers, which circles may make larger than 32 bits. */
  worth: Float64Array;
  gain: Float64Array;
  /** The label that it continues, or NONE. */
  parent: Int32Array;
  /** The next label at the same vertex in the order of time, or NONE. */
  next: Int32Array;
  /** 1 where another is better. */
  isDominated: Uint8Array;
  /** Sets of vertices: remembered as visited; and blocked, which are these and those that cannot be reached any more. */
  visited: Int32Array;
  blocked: Int32Array;
}

export function noLabels(words: number, capacity = 1024): Labels {
  const ints = (): Int32Array => new Int32Array(capacity);
  return {
    words, count: 0, vertex: ints(), time: ints(), worth: new Float64Array(capacity), gain: new Float64Array(capacity), parent: ints(), next: ints(), isDominated: new Uint8Array(capacity),
    visited: new Int32Array(capacity * words), blocked: new Int32Array(capacity * words),
  };
}

/** Makes room for one more at the end. */
export function reserve(labels: Labels): void {
  if (labels.count < labels.vertex.length) return;
  const capacity = labels.vertex.length * 2;
  const grown = (from: Int32Array, size: number): Int32Array => { const to = new Int32Array(size); to.set(from); return to; };
  for (const key of ['vertex', 'time', 'parent', 'next'] as const) labels[key] = grown(labels[key], capacity);
  for (const key of ['worth', 'gain'] as const) { const to = new Float64Array(capacity); to.set(labels[key]); labels[key] = to; }
  for (const key of ['visited', 'blocked'] as const) labels[key] = grown(labels[key], capacity * labels.words);
  const isDominated = new Uint8Array(capacity);
  isDominated.set(labels.isDominated);
  labels.isDominated = isDominated;
}

/** The vertices of a partial route, from the depot on. */
export function walkOf({ vertex, parent }: Labels, label: number): number[] {
  const walk: number[] = [];
  for (let at = label; at !== NONE; at = parent[at]!) walk.push(vertex[at]!);
  return walk.reverse();
}
