/** A binary heap (Williams 1964): what comes first is taken first. */
export class Heap<T> {
  private readonly list: T[] = [];
  private readonly isFirst: (one: T, other: T) => boolean;

  constructor(isFirst: (one: T, other: T) => boolean) {
    this.isFirst = isFirst;
  }

  /** Those that wait, in no order. */
  [Symbol.iterator](): Iterator<T> {
    return this.list.values();
  }

  push(one: T): void {
    const { list } = this;
    let n = list.push(one) - 1;
    for (let above = (n - 1) >> 1; n > 0 && this.isFirst(one, list[above]!); above = (n - 1) >> 1) {
      list[n] = list[above]!;
      n = above;
    }
    list[n] = one;
  }

  pop(): T | undefined {
    const { list } = this;
    const [first, last] = [list[0], list.pop()];
    if (last === undefined || list.length === 0) return first;
    let n = 0;
    for (let below = 1; below < list.length; below = 2 * n + 1) {
      const next = below + 1 < list.length && this.isFirst(list[below + 1]!, list[below]!) ? below + 1 : below;
      if (!this.isFirst(list[next]!, last)) break;
      list[n] = list[next]!;
      n = next;
    }
    list[n] = last;
    return first;
  }
}
