/** From when on a vertex cannot be reached any more. */
import type { Labels } from './labels.ts';
import { DEPOT, type Network } from './network.ts';

export interface LastStarts {
  /** Writes what a label blocks: what it has visited and, of what is remembered where it is, what it cannot reach any more. */
  block(labels: Labels, label: number, memory: Int32Array): void;
}

/** Of a tightened network; `times` are its shortest times, so a vertex that may be reached by a detour is not taken for unreachable (Feillet et al. 2004, without the triangle inequality). */
export function lastStarts({ size, firstWindow, closes }: Network, times: Int32Array): LastStarts {
  // When a visit at `from` starts at the latest so that `to` can be reached: at `from * size + to`.
  const last = new Int32Array(size * size);
  for (let to = DEPOT + 1; to < size; to += 1) {
    const end = firstWindow[to + 1]!;
    const close = end === firstWindow[to]! ? -1 : closes[end - 1]!;
    for (let from = 0; from < size; from += 1) last[from * size + to] = close - times[from * size + to]!;
  }
  return {
    block({ words, vertex, time, visited, blocked }, label, memory) {
      const at = vertex[label]!;
      for (let word = 0; word < words; word += 1) {
        let set = visited[label * words + word]!;
        for (let left = memory[at * words + word]! & ~set; left !== 0; left &= left - 1) {
          const bit = 31 - Math.clz32(left & -left);
          if (time[label]! > last[at * size + word * 32 + bit]!) set |= 1 << bit;
        }
        blocked[label * words + word] = set;
      }
    },
  };
}
