/** Chance that repeats: the same seed gives the same demonstration. */
import { unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand';
import { v7 } from 'uuid';

export interface Chance {
  /** An integer from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** True in so many cases of a hundred. */
  percent(likely: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Up to `count` different elements, in their order. */
  some<T>(from: readonly T[], count: number): T[];
  /** A version 7 UUID of that instant. */
  uuid(at: Date): string;
}

export function chance(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const int = (from: number, to: number): number => unsafeUniformIntDistribution(from, to, generator);
  return {
    int,
    percent: (likely) => int(1, 100) <= likely,
    pick: (from) => from[int(0, from.length - 1)]!,
    some: (from, count) => {
      const indices = from.map((_, index) => index);
      for (let i = indices.length - 1; i > 0; i -= 1) {
        const j = int(0, i);
        [indices[i], indices[j]] = [indices[j]!, indices[i]!];
      }
      return indices.slice(0, count).sort((a, b) => a - b).map((index) => from[index]!);
    },
    uuid: (at) => v7({ msecs: at.getTime(), random: Uint8Array.from({ length: 16 }, () => int(0, 255)), seq: int(0, 2 ** 31 - 1) }),
  };
}
