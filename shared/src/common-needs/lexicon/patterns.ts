import { fold } from '../../guard/reading.ts';
import type { Locale } from '../../locales.ts';
import type { Entry, Said } from './entry.ts';

/** Languages whose words are looked for in each other's texts: one list for the four that share most of theirs. */
export const TONGUES: Readonly<Record<Said, string>> = {
  fr: 'fr', en: 'en', sq: 'sq', bs: 'bcms', hr: 'bcms', 'sr-Cyrl': 'bcms', cnr: 'bcms', sl: 'sl', mk: 'mk', bg: 'bg', uk: 'uk', el: 'el', ro: 'ro', hu: 'hu', tr: 'tr',
};

export const tongueOf = (locale: Locale): string => TONGUES[locale === 'sr-Latn' ? 'sr-Cyrl' : locale];

/** A word of a text and where it stands: sentences are further apart than any phrase reaches. */
export interface Word {
  readonly text: string;
  readonly at: number;
}

const BETWEEN_SENTENCES = 20;

/** Ukrainian has the apostrophe within words, where the others have it between two. */
const joined = (text: string, tongue: string): string => (tongue === 'uk' ? fold(text).replaceAll(/['’]/gu, '') : fold(text));

/** The words of a text, folded, in order. */
export function wordsOf(text: string, tongue: string): Word[] {
  let at = 0;
  return [...joined(text, tongue).matchAll(/[\p{L}\p{N}]+|[.!?;:\n]+/gu)].flatMap(([part]) => {
    const isWord = /^[\p{L}\p{N}]/u.test(part);
    at += isWord ? 1 : BETWEEN_SENTENCES;
    return isWord ? [{ text: part, at }] : [];
  });
}

/** How a word is looked for: as it is, by its beginning, or anywhere in a longer one. */
interface Looked {
  readonly text: string;
  readonly how: 'whole' | 'beginning' | 'within';
}

interface Pattern {
  readonly concept: string;
  readonly words: readonly Looked[];
  /** How many other words may stand between its own. */
  readonly between: number;
}

const SHORT = 3;
const BETWEEN = 3;

function looked(written: string): Looked {
  if (written.startsWith('|')) return { text: written.slice(1).split('|')[0]!, how: 'within' };
  const [stem, ...rest] = written.split('|');
  return { text: stem!, how: rest.length > 0 ? 'beginning' : 'whole' };
}

/** The words that a phrase of an entry is found by, and how far apart they may stand: short words tell something only where they are beside the others. */
function phrase(written: string, tongue: string): Omit<Pattern, 'concept'> {
  const words = joined(written, tongue).split(/[\s\-'/]+/u).filter((word) => word !== '');
  const long = words.filter((word) => word.includes('|') || word.length > SHORT);
  return long.length > 1 ? { words: long.map(looked), between: BETWEEN } : { words: words.map(looked), between: 0 };
}

/** The name in an entry, without the cuts. */
export const nameIn = (said: string): string => said.split(',')[0]!.replaceAll('|', '').trim();

const phrasesIn = (said: string): string[] => said.split(',').map((part) => part.trim()).filter((part) => part !== '');

interface Place {
  readonly pattern: Pattern;
  readonly index: number;
}

/** Finds the concepts of one language. */
export class Finder {
  private readonly whole = new Map<string, Place[]>();
  private readonly beginning = new Map<string, { looked: Looked; place: Place }[]>();
  private readonly within: { looked: Looked; place: Place }[] = [];
  private readonly known = new Map<string, readonly Place[]>();

  constructor(entries: readonly (readonly [string, Entry])[], tongue: string) {
    for (const [concept, entry] of entries) {
      const phrases = (Object.keys(TONGUES) as Said[]).filter((said) => TONGUES[said] === tongue).flatMap((said) => phrasesIn(entry[said]));
      for (const written of new Set(phrases)) this.add({ concept, ...phrase(written, tongue) });
    }
  }

  private add(pattern: Pattern): void {
    for (const [index, word] of pattern.words.entries()) {
      const place = { pattern, index };
      if (word.how === 'whole') push(this.whole, word.text, place);
      else if (word.how === 'beginning') push(this.beginning, word.text.slice(0, 2), { looked: word, place });
      else this.within.push({ looked: word, place });
    }
  }

  private placesOf(word: string): readonly Place[] {
    const known = this.known.get(word);
    if (known) return known;
    const places = [
      ...this.whole.get(word) ?? [],
      ...[...this.beginning.get(word.slice(0, 2)) ?? [], ...this.beginning.get(word.slice(0, 1)) ?? []].filter(({ looked: { text } }) => word.startsWith(text)).map(({ place }) => place),
      ...this.within.filter(({ looked: { text } }) => word.includes(text)).map(({ place }) => place),
    ];
    this.known.set(word, places);
    return places;
  }

  /** The concepts that the words speak of, each with how many words stand before it first: 0 for the first word. */
  concepts(words: readonly Word[]): Map<string, number> {
    const found = new Map<string, number>();
    const halves = new Map<Pattern, number[][]>();
    const find = (concept: string, before: number): void => { found.set(concept, Math.min(before, found.get(concept) ?? Infinity)); };
    for (const [before, { text }] of words.entries()) {
      for (const { pattern, index } of this.placesOf(text)) {
        if (pattern.words.length === 1) find(pattern.concept, before);
        else halves.set(pattern, (halves.get(pattern) ?? pattern.words.map(() => [])).map((seen, i) => (i === index ? [...seen, before] : seen)));
      }
    }
    for (const [pattern, seen] of halves) {
      const before = together(seen, words, pattern.between);
      if (before !== undefined) find(pattern.concept, before);
    }
    return found;
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Where each word of a phrase has a place, all different and all close together: how many words stand before the first of them. */
function together(places: readonly (readonly number[])[], words: readonly Word[], between: number): number | undefined {
  const reach = places.length - 1 + between;
  const isNear = (a: number, b: number): boolean => a !== b && Math.abs(words[a]!.at - words[b]!.at) <= reach;
  const from = (index: number, taken: readonly number[]): number | undefined => {
    if (index === places.length) return Math.min(...taken);
    for (const place of places[index]!) {
      const before = taken.every((other) => isNear(place, other)) ? from(index + 1, [...taken, place]) : undefined;
      if (before !== undefined) return before;
    }
    return undefined;
  };
  return from(0, []);
}
