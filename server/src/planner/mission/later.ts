/** Plans that have begun, in the order in which they are looked at: a binary heap. */
import { compareValues, type Value } from '@passerelle/shared/planning.ts';
import type { Label } from './label.ts';

export interface Waiting {
  readonly label: Label;
  /** What no plan that it becomes exceeds. */
  readonly most: Value;
}

interface One extends Waiting {
  readonly at: number;
}

type Order = (one: One, other: One) => boolean;

/** The earliest first; of those at one instant, the one that came first. */
const EARLIEST: Order = (one, other) => one.at < other.at;
/** The most promising first; of those that promise the same the later one, and then the one that came last. */
const BEST: Order = (one, other) => (compareValues(one.most, other.most) || one.at - other.at) > 0;

export class Later {
  private readonly heap: One[] = [];
  private readonly isBefore: Order;
  private count = 0;

  constructor(isBestFirst: boolean) {
    this.isBefore = isBestFirst ? BEST : EARLIEST;
  }

  /** Those that wait, in no order. */
  *[Symbol.iterator](): Generator<Waiting> {
    yield* this.heap;
  }

  push(label: Label, most: Value): void {
    const { heap, isBefore } = this;
    const one = { label, most, at: label.now * 2 ** 20 + (this.count % 2 ** 20) };
    this.count += 1;
    let n = heap.push(one) - 1;
    for (let above = (n - 1) >> 1; n > 0 && isBefore(one, heap[above]!); above = (n - 1) >> 1) {
      heap[n] = heap[above]!;
      n = above;
    }
    heap[n] = one;
  }

  pop(): Waiting | undefined {
    const { heap, isBefore } = this;
    const first = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let n = 0;
    for (let below = 1; below < heap.length; below = 2 * n + 1) {
      const next = below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!) ? below + 1 : below;
      if (!isBefore(heap[next]!, last)) break;
      heap[n] = heap[next]!;
      n = next;
    }
    heap[n] = last;
    return first;
  }
}
