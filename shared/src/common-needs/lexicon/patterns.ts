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

/** Languages whose words change so little that one without a cut is found as it is even in a phrase. */
const UNBENT = ['fr', 'en'];
const LONG = 6;

/** A long word of a phrase is found without its last letter too, which is where most forms begin to differ. */
const bent = (word: string, tongue: string): string => (UNBENT.includes(tongue) || word.includes('|') || word.length < LONG ? word : `${word.slice(0, -1)}|`);

/** The words that a phrase of an entry is found by, and how far apart they may stand: short words tell something only where they are beside the others. */
function phrase(written: string, tongue: string): Omit<Pattern, 'concept'> {
  const words = joined(written, tongue).split(/[\s\-'/]+/u).filter((word) => word !== '');
  const long = words.filter((word) => word.includes('|') || word.length > SHORT);
  if (words.length === 1) return { words: words.map(looked), between: 0 };
  return { words: (long.length > 1 ? long : words).map((word) => looked(bent(word, tongue))), between: long.length > 1 ? BETWEEN : 0 };
}

/** What comes between the last two consonants of a Slavic stem in some of its forms: принудителен, принудителна. */
const MOVING: Readonly<Record<string, string>> = { bg: 'e', mk: 'e', sl: 'e', uk: 'e', bcms: 'a' };

/** The name in an entry, without the cuts. */
export const nameIn = (said: string): string => said.split(',')[0]!.replaceAll('|', '').trim();

const phrasesIn = (said: string): string[] => said.split(',').map((part) => part.trim()).filter((part) => part !== '');

interface Place {
  readonly pattern: Pattern;
  readonly index: number;
}

/** Finds the concepts of one language. */
export class Finder {
  private readonly tongue: string;
  private readonly partOf: Readonly<Record<string, readonly string[]>>;
  private readonly whole = new Map<string, Place[]>();
  private readonly beginning = new Map<string, { looked: Looked; place: Place }[]>();
  private readonly within: { looked: Looked; place: Place }[] = [];
  private readonly known = new Map<string, readonly Place[]>();

  constructor(entries: readonly (readonly [string, Entry])[], tongue: string, partOf: Readonly<Record<string, readonly string[]>>) {
    this.tongue = tongue;
    this.partOf = partOf;
    for (const [concept, entry] of entries) {
      const phrases = (Object.keys(TONGUES) as Said[]).filter((said) => TONGUES[said] === tongue).flatMap((said) => phrasesIn(entry[said]));
      for (const written of new Set(phrases)) this.add({ concept, ...phrase(written, tongue) });
    }
  }

  private add(pattern: Pattern): void {
    for (const [index, word] of pattern.words.entries()) {
      const place = { pattern, index };
      if (word.how === 'whole') push(this.whole, word.text, place);
      else if (word.how === 'within') this.within.push({ looked: word, place });
      else for (const text of this.stems(word.text)) push(this.beginning, text.slice(0, 2), { looked: { ...word, text }, place });
    }
  }

  private stems(text: string): string[] {
    const moving = MOVING[this.tongue];
    return moving && /[^aeiou]n$/.test(text) ? [text, `${text.slice(0, -1)}${moving}n`] : [text];
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
    const found = new Map<string, Set<number>[]>();
    const halves = new Map<Pattern, number[][]>();
    for (const [before, { text }] of words.entries()) {
      for (const { pattern, index } of this.placesOf(text)) {
        if (pattern.words.length === 1) push(found, pattern.concept, new Set([before]));
        else halves.set(pattern, (halves.get(pattern) ?? pattern.words.map(() => [])).map((seen, i) => (i === index ? [...seen, before] : seen)));
      }
    }
    for (const [pattern, seen] of halves) for (const places of together(seen, words, pattern.between)) push(found, pattern.concept, places);
    return new Map([...found].flatMap(([concept, all]) => {
      const longer = (this.partOf[concept] ?? []).flatMap((other) => found.get(other) ?? []);
      const own = all.filter((places) => !longer.some((other) => other.size > places.size && [...places].every((place) => other.has(place))));
      return own.length > 0 ? [[concept, Math.min(...own.flatMap((places) => [...places]))] as const] : [];
    }));
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Where each word of a phrase has a place, all different and all close together: once for each place of its first word. */
function together(places: readonly (readonly number[])[], words: readonly Word[], between: number): Set<number>[] {
  const reach = places.length - 1 + between;
  const isNear = (a: number, b: number): boolean => a !== b && Math.abs(words[a]!.at - words[b]!.at) <= reach;
  const from = (taken: readonly number[]): readonly number[] | undefined => {
    if (taken.length === places.length) return taken;
    for (const place of places[taken.length]!) {
      const whole = taken.every((other) => isNear(place, other)) ? from([...taken, place]) : undefined;
      if (whole) return whole;
    }
    return undefined;
  };
  return places[0]!.flatMap((place) => { const whole = from([place]); return whole ? [new Set(whole)] : []; });
}
