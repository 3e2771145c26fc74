import type { Suggestion } from './need.ts';

/** Pairs of needs that belong together, and those that were put together. */
export interface Measured {
  readonly needs: number;
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
  /** The share of the pairs put together that belong together. */
  readonly precision: number;
  /** The share of the pairs that belong together that were put together. */
  readonly recall: number;
}

/** A need whose group somebody has said; null where it belongs to none. */
export interface Labelled {
  readonly key: string;
  readonly group: string | null;
}

const pairsOf = (keys: readonly string[]): string[] => keys.flatMap((a, i) => keys.slice(i + 1).map((b) => (a < b ? `${a} ${b}` : `${b} ${a}`)));

/** Counts pairs, as clusters are compared by what they say of each two (Rand, 1971). */
export function measure(needs: readonly Labelled[], suggestions: readonly Suggestion[]): Measured {
  const groups = Map.groupBy(needs.filter(({ group }) => group !== null), ({ group }) => group);
  const wanted = new Set([...groups.values()].flatMap((members) => pairsOf(members.map(({ key }) => key))));
  const found = suggestions.flatMap(({ needs: keys }) => pairsOf(keys));
  const right = found.filter((pair) => wanted.has(pair)).length;
  return { needs: needs.length, wanted: wanted.size, found: found.length, right, precision: found.length === 0 ? 1 : right / found.length, recall: wanted.size === 0 ? 1 : right / wanted.size };
}
