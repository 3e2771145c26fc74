/** Labels in the order of their time: a queue of buckets (Dial 1969). */
import { NONE } from './labels.ts';

export interface TimeQueue {
  push(label: number, time: number): void;
  /** A label of the earliest bucket, or NONE. */
  pop(): number;
}

const BUCKETS = 1 << 16;

/** Within a bucket, which is one tick where the period is short, the order is any. Nothing can be put in where the period ends before it begins. */
export function queueOf(first: number, last: number): TimeQueue {
  const width = Math.max(1, Math.ceil((last - first + 1) / BUCKETS));
  const heads = new Int32Array(Math.max(0, Math.floor((last - first) / width) + 1)).fill(NONE);
  let follows = new Int32Array(1024);
  let bucket = 0;
  return {
    push(label, time) {
      while (label >= follows.length) { const grown = new Int32Array(follows.length * 2); grown.set(follows); follows = grown; }
      const into = Math.floor((time - first) / width);
      follows[label] = heads[into]!;
      heads[into] = label;
      if (into < bucket) bucket = into;
    },
    pop() {
      while (bucket < heads.length && heads[bucket] === NONE) bucket += 1;
      if (bucket === heads.length) return NONE;
      const label = heads[bucket]!;
      heads[bucket] = follows[label]!;
      return label;
    },
  };
}
