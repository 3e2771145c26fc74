/** Plans that have begun, the earliest first: a binary heap; of those at one instant, the one that came first. */
import type { Label } from './label.ts';

export class Later {
  private readonly heap: { readonly label: Label; readonly at: number }[] = [];
  private count = 0;

  get size(): number {
    return this.heap.length;
  }

  /** Those that wait, in no order. */
  *[Symbol.iterator](): Generator<Label> {
    for (const { label } of this.heap) yield label;
  }

  push(label: Label): void {
    const heap = this.heap;
    const one = { label, at: label.now * 2 ** 20 + (this.count % 2 ** 20) };
    this.count += 1;
    let n = heap.push(one) - 1;
    for (let above = (n - 1) >> 1; n > 0 && heap[above]!.at > one.at; above = (n - 1) >> 1) {
      heap[n] = heap[above]!;
      n = above;
    }
    heap[n] = one;
  }

  pop(): Label | undefined {
    const heap = this.heap;
    const first = heap[0]?.label;
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let n = 0;
    for (let below = 1; below < heap.length; below = 2 * n + 1) {
      const least = below + 1 < heap.length && heap[below + 1]!.at < heap[below]!.at ? below + 1 : below;
      if (heap[least]!.at >= last.at) break;
      heap[n] = heap[least]!;
      n = least;
    }
    heap[n] = last;
    return first;
  }
}
