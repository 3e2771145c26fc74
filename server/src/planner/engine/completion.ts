/**
 * How much a partial route can still gain, read from the labels of the search in the other direction (completion bounds: Christofides, Mingozzi
 * and Toth 1981). Those are complete: not the bounded bidirectional labelling of Righini and Salani 2006, which stops half-way and joins. The labels of the mirror at a vertex are gone through from the highest gain down,
 * to the first that fits: in time, and with no vertex that both remember.
 */
import { NONE, type Labels } from './labels.ts';
import { wordOf, bitOf } from './memory.ts';
import type { Network } from './network.ts';

export interface Completion {
  /** Labels that were looked at, ever. */
  work: number;
  /** Whether the label can be a part of a route that gains at least `least`, the label's gain at its vertex counted once. */
  canReach(labels: Labels, label: number, least: number): boolean;
}

/** `other` are labels of the mirror, found with the gains `gain` (vertex by vertex), none of them left out that `least` needs. */
export function completionOf({ size, departsAt, returnsBy, service }: Network, other: Labels, gain: Int32Array): Completion {
  const sorted = byVertex(other, size);
  const { time, visited, words } = other;
  const otherGain = other.gain;
  const sum = departsAt + returnsBy;

  const isApart = (labels: Labels, label: number, index: number, vertex: number): boolean => {
    for (let word = 0; word < words; word += 1) {
      const both = labels.visited[label * words + word]! & visited[index * words + word]!;
      if ((word === wordOf(vertex) ? both & ~bitOf(vertex) : both) !== 0) return false;
    }
    return true;
  };

  const completion: Completion = {
    work: 0,
    canReach(labels, label, least) {
      const vertex = labels.vertex[label]!;
      const by = sum - service[vertex]! - labels.time[label]!;
      const needs = least - labels.gain[label]! + gain[vertex]!;
      for (const index of sorted[vertex]!) {
        completion.work += 1;
        if (otherGain[index]! < needs) return false;
        if (time[index]! <= by && isApart(labels, label, index, vertex)) return true;
      }
      return false;
    },
  };
  return completion;
}

function byVertex({ count, vertex, gain, isDominated }: Labels, size: number): Int32Array[] {
  const lists = Array.from({ length: size }, (): number[] => []);
  for (let label = 0; label < count; label += 1) if (isDominated[label] === 0 && vertex[label] !== NONE) lists[vertex[label]!]!.push(label);
  return lists.map((list) => Int32Array.from(list).sort((one, two) => gain[two]! - gain[one]! || one - two));
}
