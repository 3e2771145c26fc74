/**
 * What a partial route remembers: of the vertices that it has visited only those in the memory of the vertex where it is, its ng-set (ng-routes: Baldacci,
 * Mingozzi and Roberti 2011). Memories grow only where a relaxed route goes round in a circle (decremental state space relaxation: Boland, Dethridge and
 * Dumitrescu 2006; Righini and Salani 2008, 2009), and there only along the circle (dynamic ng-path relaxation: Roberti and Mingozzi 2014). With all vertices in all memories the relaxation is the problem itself.
 */
import { DEPOT, type Network } from './network.ts';

export interface Memory {
  /** 32-bit words of a set of vertices. */
  readonly words: number;
  /** Of each vertex the set of those that are remembered there, `words` words from `vertex * words` on. */
  readonly sets: Int32Array;
}

export const wordOf = (vertex: number): number => vertex >> 5;
export const bitOf = (vertex: number): number => 1 << (vertex & 31);

/** Each vertex remembers itself, and those from which a circle takes no time: or relaxed routes would not end. */
export function leastMemory({ size }: Network, times: Int32Array): Memory {
  const words = (size + 31) >> 5;
  const memory = { words, sets: new Int32Array(size * words) };
  for (let at = DEPOT + 1; at < size; at += 1) {
    for (let other = DEPOT + 1; other < size; other += 1) if (times[at * size + other]! + times[other * size + at]! === 0) rememberAt(memory, at, other);
  }
  return memory;
}

/** Moreover its `count` nearest. */
export function rememberNearest({ size }: Network, memory: Memory, nearest: Int32Array, count: number): void {
  for (let at = DEPOT + 1; at < size; at += 1) {
    for (let index = 0; index <= Math.min(count, size - 2); index += 1) if (nearest[at * size + index] !== DEPOT) rememberAt(memory, at, nearest[at * size + index]!);
  }
}

/** Everything everywhere: no circles are left. */
export function rememberAll({ size }: Network, memory: Memory): void {
  for (let at = DEPOT + 1; at < size; at += 1) for (let other = DEPOT + 1; other < size; other += 1) rememberAt(memory, at, other);
}

function rememberAt({ words, sets }: Memory, at: number, vertex: number): void {
  const word = at * words + wordOf(vertex);
  sets[word] = sets[word]! | bitOf(vertex);
}

/** What was visited twice is remembered all along between: false where nothing was. */
export function forbidCircles(memory: Memory, walk: readonly number[]): boolean {
  const last = new Map<number, number>();
  let isCircular = false;
  walk.forEach((vertex, position) => {
    const before = last.get(vertex);
    if (before !== undefined) {
      isCircular = true;
      for (let between = before + 1; between < position; between += 1) rememberAt(memory, walk[between]!, vertex);
    }
    last.set(vertex, position);
  });
  return isCircular;
}
