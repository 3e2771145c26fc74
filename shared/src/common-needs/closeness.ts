import type { Closeness, Spoken } from './need.ts';

/**
 * What each part of the closeness counts for; together 1. What the texts speak of decides; theme and audience, which whoever
 * enters a need picks from a list, say that two may be the same, never by themselves that they are, and may be left out: what
 * one of two does not say counts neither way; pillar and period only tip the scales; beginnings of words stand in for what
 * the lexicon does not know.
 */
const SHARE = { concepts: 0.69, words: 0.05, themes: 0.1, audiences: 0.1, pillar: 0.03, period: 0.03 } as const;

/** Half as close in time after a year. */
const HALF_AFTER_MONTHS = 12;

const common = (a: readonly string[], b: readonly string[]): string[] => a.filter((one) => b.includes(one));

/** How much of what two have, which weighs `all`, both have: the coefficient of Dice (1945) and Sørensen (1948), weighted. */
function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, all: number): number {
  if (a.size > b.size) return overlap(b, a, all);
  let shared = 0;
  for (const [key, weight] of a) {
    const other = b.get(key);
    if (other !== undefined) shared += Math.min(weight, other);
  }
  return all === 0 ? 0 : 2 * shared / all;
}

/** The share of what the one that names fewer names: Szymkiewicz (1934) and Simpson (1943). Whoever names more is no further away. */
const share = (a: readonly string[], b: readonly string[]): number => a.reduce((count, one) => count + Number(b.includes(one)), 0) / Math.max(1, Math.min(a.length, b.length));

/** What a theme counts for where both say which part of it they are about, and mean different ones. */
const OTHER_PART = 0.5;

const samePart = (a: Spoken, b: Spoken): string | null => (a.subtheme && a.subtheme === b.subtheme ? a.subtheme : null);

/** How much of their themes two share. The same part of a theme is all of it, however many others one of them names; different parts of it are less; where one says none, themes are all that is known. */
function sharedThemes(a: Spoken, b: Spoken): number {
  if (samePart(a, b)) return 1;
  return share(a.themes, b.themes) * (a.subtheme && b.subtheme ? OTHER_PART : 1);
}

const monthsApart = (a: Spoken, b: Spoken): number => Math.abs(a.month - b.month);

/** What is not said in the texts. */
const beside = (a: Spoken, b: Spoken): number => SHARE.themes * sharedThemes(a, b) + SHARE.audiences * share(a.audiences, b.audiences)
  + SHARE.pillar * Number(a.pillar === b.pillar) + SHARE.period * 0.5 ** (monthsApart(a, b) / HALF_AFTER_MONTHS);

/** How much of the whole can be compared: the shares of what both say. */
const comparable = (a: Spoken, b: Spoken): number => (['themes', 'audiences'] as const).reduce((left, part) => (a[part].length > 0 && b[part].length > 0 ? left : left - SHARE[part]), 1);

const score = (a: Spoken, b: Spoken): number => (SHARE.concepts * overlap(a.concepts, b.concepts, a.weight.concepts + b.weight.concepts)
  + SHARE.words * overlap(a.beginnings, b.beginnings, a.weight.beginnings + b.weight.beginnings) + beside(a, b)) / comparable(a, b);

/**
 * The closeness of each two of many needs, by their numbers; the same as one by one. Each concept is gone through once with
 * the needs that have it, as a search engine does, since most needs share little.
 */
export function scores(read: readonly Spoken[]): Float64Array[] {
  const table = read.map((a, i) => Float64Array.from({ length: read.length }, (_, j) => (j < i ? beside(a, read[j]!) : 0)));
  for (const part of ['concepts', 'beginnings'] as const) {
    const counts = part === 'concepts' ? SHARE.concepts : SHARE.words;
    for (const having of postings(read, part)) {
      for (const [n, [i, weight]] of having.entries()) {
        const row = table[i]!;
        const all = read[i]!.weight[part];
        for (let m = 0; m < n; m += 1) {
          const [j, other] = having[m]!;
          row[j]! += counts * 2 * Math.min(weight, other) / (all + read[j]!.weight[part]);
        }
      }
    }
  }
  for (const [i, row] of table.entries()) {
    for (let j = 0; j < i; j += 1) {
      row[j]! /= comparable(read[i]!, read[j]!);
      table[j]![i] = row[j]!;
    }
  }
  return table;
}

/** For each concept, or beginning, the numbers of the needs that have it, in order, with its weight in them. */
function postings(read: readonly Spoken[], part: 'concepts' | 'beginnings'): (readonly [number, number])[][] {
  const lists = new Map<string, (readonly [number, number])[]>();
  for (const [i, need] of read.entries()) {
    for (const [key, weight] of need[part]) {
      const list = lists.get(key);
      if (list) list.push([i, weight]);
      else lists.set(key, [[i, weight]]);
    }
  }
  return [...lists.values()];
}

/** How close two needs are, and by what; the same whichever comes first. */
export function closeness(a: Spoken, b: Spoken): Closeness {
  const weight = (key: string): number => Math.min(a.concepts.get(key)!, b.concepts.get(key)!);
  const shared = [...a.concepts.keys()].filter((key) => b.concepts.has(key)).sort((x, y) => weight(y) - weight(x) || (x < y ? -1 : 1));
  return {
    score: score(a, b), themes: common(a.themes, b.themes), subtheme: samePart(a, b), audiences: common(a.audiences, b.audiences), samePillar: a.pillar === b.pillar,
    concepts: shared, monthsApart: Math.round(monthsApart(a, b)),
  };
}
