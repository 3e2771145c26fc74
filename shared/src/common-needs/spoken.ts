import { FAMILIES, PART_OF } from './lexicon/index.ts';
import type { Entry, Family } from './lexicon/entry.ts';
import { Finder, tongueOf, wordsOf, type Word } from './lexicon/patterns.ts';
import type { NeedToCompare, Spoken } from './need.ts';

/** How many needs the expectation before any need is read counts for: few needs do not make what one of them says rare. */
const EXPECTED = 60;

/** Finds what needs speak of, with the families of concepts it is given. */
export class Reader {
  private readonly entries: readonly (readonly [string, Entry])[];
  private readonly usual: ReadonlyMap<string, number>;
  private readonly finders = new Map<string, Finder>();

  constructor(families: readonly Family[]) {
    this.entries = families.flatMap(({ entries }) => Object.entries(entries));
    this.usual = new Map(families.flatMap(({ entries, usual }) => Object.keys(entries).map((key) => [key, usual] as const)));
  }

  private finder(tongue: string): Finder {
    const known = this.finders.get(tongue);
    if (known) return known;
    const made = new Finder(this.entries, tongue, PART_OF);
    this.finders.set(tongue, made);
    return made;
  }

  /** Keys of the concepts that a need speaks of in any of its languages, in order, each with its emphasis. */
  conceptsOf(need: Pick<NeedToCompare, 'texts'>): Map<string, number> {
    return this.conceptsIn(need.texts, wordsIn(need.texts));
  }

  private conceptsIn(texts: NeedToCompare['texts'], words: readonly Word[][]): Map<string, number> {
    const found = new Map<string, number>();
    for (const [i, { locale }] of texts.entries()) {
      for (const [key, before] of this.finder(tongueOf(locale)).concepts(words[i]!)) found.set(key, Math.max(emphasis(before), found.get(key) ?? 0));
    }
    return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /**
   * Needs with what they speak of. A concept weighs as much as it tells needs apart: the inverse document frequency of
   * Spärck Jones (1972), over the needs given and as many expected ones as `EXPECTED`.
   */
  spoken(needs: readonly NeedToCompare[]): Spoken[] {
    const words = needs.map(({ texts }) => wordsIn(texts));
    const found = needs.map(({ texts }, i) => this.conceptsIn(texts, words[i]!));
    const begun = words.map(beginningsOf);
    const weightOf = weights(found.map((one) => [...one.keys()]), (key) => this.usual.get(key)!);
    const beginningWeight = weights(begun, () => USUAL_BEGINNING);
    return needs.map((need, i) => {
      const concepts = new Map([...found[i]!].map(([key, emphasised]) => [key, emphasised * weightOf(key)]));
      const beginnings = new Map(begun[i]!.map((key) => [key, beginningWeight(key)]));
      return { ...need, month: monthOf(need.enteredOn), concepts, beginnings, weight: { concepts: total(concepts), beginnings: total(beginnings) } };
    });
  }
}

/** A title is about ten words: what stands there is what a need is about, what comes later may only be mentioned (Edmundson, 1969). */
const TITLE = 10;
const IN_TITLE = 1.5;
const emphasis = (before: number): number => (before < TITLE ? IN_TITLE : 1);

const total = (weighed: ReadonlyMap<string, number>): number => [...weighed.values()].reduce((sum, one) => sum + one, 0);

/** The share of needs that is expected to have a word that begins so. */
const USUAL_BEGINNING = 0.02;

function weights(found: readonly (readonly string[])[], usual: (key: string) => number): (key: string) => number {
  const counts = new Map<string, number>();
  for (const key of found.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return (key) => Math.log((found.length + EXPECTED) / ((counts.get(key) ?? 0) + EXPECTED * usual(key)));
}

const AVERAGE_MONTH = 365.25 / 12;

function monthOf(day: string): number {
  const days = Date.parse(day) / 86_400_000;
  return days / AVERAGE_MONTH;
}

/** Greek in Latin letters, so that words that languages share begin alike. */
const LATIN_OF_GREEK: Readonly<Record<string, string>> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 't', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'ks', ο: 'o', π: 'p', ρ: 'r', σ: 's', τ: 't', υ: 'i', φ: 'f', χ: 'h', ψ: 'ps', ω: 'o',
};

const wordsIn = (texts: NeedToCompare['texts']): Word[][] => texts.map(({ locale, text }) => wordsOf(text, tongueOf(locale)));

const LONG = 5;

const beginning = ({ text }: Word): string => [...text].map((sign) => LATIN_OF_GREEK[sign] ?? sign).join('').slice(0, LONG);

/** The beginnings of the long words of a need: cognates of other languages often share them (Simard, Foster and Isabelle, 1992). */
function beginningsOf(words: readonly (readonly Word[])[]): string[] {
  return [...new Set(words.flat().filter(({ text }) => text.length >= LONG).map(beginning).filter((begun) => begun.length === LONG))].sort();
}

const READER = new Reader(FAMILIES);

/** Needs with what they speak of: weights depend on all that are given. */
export const spoken = (needs: readonly NeedToCompare[]): Spoken[] => READER.spoken(needs);
