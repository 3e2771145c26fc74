import type { Closeness, Spoken } from './need.ts';

/** What each part of the closeness counts for; together 1. */
const SHARE = { concepts: 0.6, words: 0.1, themes: 0.15, audiences: 0.07, pillar: 0.04, period: 0.04 } as const;

/** Half as close in time after a year. */
const HALF_AFTER_MONTHS = 12;

const common = (a: readonly string[], b: readonly string[]): string[] => a.filter((one) => b.includes(one));

/** Of what both have together, how much both have: Ruzicka’s form of the index of Jaccard (1912), weighted. */
function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [key, weight] of a) {
    all += weight;
    if (b.has(key)) shared += weight;
  }
  for (const [key, weight] of b) if (!a.has(key)) all += weight;
  return all === 0 ? 0 : shared / all;
}

/** The main theme counts double. */
function themes(a: readonly string[], b: readonly string[]): number {
  if (a[0] === b[0]) return 1;
  return common(a, b).length / Math.max(1, new Set([...a, ...b]).size);
}

const audiences = (a: readonly string[], b: readonly string[]): number => common(a, b).length / Math.max(1, Math.min(a.length, b.length));

const monthsApart = (a: Spoken, b: Spoken): number => Math.abs(a.month - b.month);

/** The number alone, for all pairs. */
export function score(a: Spoken, b: Spoken): number {
  return SHARE.concepts * Math.sqrt(overlap(a.concepts, b.concepts)) + SHARE.words * overlap(a.beginnings, b.beginnings) + SHARE.themes * themes(a.themes, b.themes)
    + SHARE.audiences * audiences(a.audiences, b.audiences) + SHARE.pillar * Number(a.pillar === b.pillar) + SHARE.period * 0.5 ** (monthsApart(a, b) / HALF_AFTER_MONTHS);
}

/** How close two needs are, and by what; the same whichever comes first. */
export function closeness(a: Spoken, b: Spoken): Closeness {
  const shared = [...a.concepts].filter(([key]) => b.concepts.has(key)).sort(([x, heavy], [y, light]) => light - heavy || (x < y ? -1 : 1));
  return {
    score: score(a, b), themes: common(a.themes, b.themes), audiences: common(a.audiences, b.audiences), samePillar: a.pillar === b.pillar,
    concepts: shared.map(([key]) => key), monthsApart: Math.round(monthsApart(a, b)),
  };
}
