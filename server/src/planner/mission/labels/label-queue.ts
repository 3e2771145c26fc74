/** Plans that have begun, in the order in which they are looked at. */
import { compareValues, type Value } from '@passerelle/shared/planning.ts';
import { Heap } from '../model/heap.ts';
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

export class LabelQueue {
  private readonly heap: Heap<One>;
  private count = 0;

  constructor(isBestFirst: boolean) {
    this.heap = new Heap(isBestFirst ? BEST : EARLIEST);
  }

  /** Those that wait, in no order. */
  [Symbol.iterator](): Iterator<Waiting> {
    return this.heap[Symbol.iterator]();
  }

  push(label: Label, most: Value): void {
    this.heap.push({ label, most, at: label.now * 2 ** 20 + (this.count % 2 ** 20) });
    this.count += 1;
  }

  pop(): Waiting | undefined {
    return this.heap.pop();
  }
}
