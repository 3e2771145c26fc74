import { mulberry32 } from '@passerelle/shared/mulberry32.ts';

/** Chance that is the same for the same seed, on every machine. */
export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
}

/** Chance that a seed begins. */
export function chanceOf(seed: number): Chance {
  const draw = mulberry32(seed);
  const next = (): number => draw() / 4_294_967_296;
  return { next, below: (end) => Math.floor(next() * end) };
}
