/**
 * Chance that is the same for the same seed on every machine: whole numbers from 0 to below 2³², by the generator mulberry32 (Ettinger 2017), 32 bits of
 * state and integer arithmetic alone. Not for secrets.
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
