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

/** The words of a text, folded, in order. */
export function wordsOf(text: string): Word[] {
  let at = 0;
  return [...fold(text).matchAll(/[\p{L}\p{N}]+|[.!?;:\n]+/gu)].flatMap(([part]) => {
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
}

const SHORT = 3;

function looked(written: string): Looked {
  const text = (part: string): string => fold(part);
  if (written.startsWith('|')) return { text: text(written.slice(1).split('|')[0]!), how: 'within' };
  const [stem, ...rest] = written.split('|');
  return { text: text(stem!), how: rest.length > 0 ? 'beginning' : 'whole' };
}

/** The words that a phrase of an entry is found by. */
export function phrase(written: string): Looked[] {
  const words = written.split(/[\s\-'’/]+/u).filter((word) => word !== '');
  const wanted = words.length > 1 ? words.filter((word) => word.includes('|') || word.length > SHORT) : words;
  return (wanted.length > 0 ? wanted : words).map(looked);
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
      for (const written of new Set(phrases)) this.add({ concept, words: phrase(written) });
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

  /** The concepts that the words speak of. */
  concepts(words: readonly Word[]): Set<string> {
    const found = new Set<string>();
    const halves = new Map<Pattern, number[][]>();
    for (const { text, at } of words) {
      for (const { pattern, index } of this.placesOf(text)) {
        if (pattern.words.length === 1) found.add(pattern.concept);
        else {
          const seen = halves.get(pattern) ?? pattern.words.map(() => []);
          seen[index]!.push(at);
          halves.set(pattern, seen);
        }
      }
    }
    for (const [pattern, seen] of halves) if (!found.has(pattern.concept) && isClose(seen)) found.add(pattern.concept);
    return found;
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** How many other words may stand between those of a phrase. */
const BETWEEN = 3;

/** Whether each word of a phrase has a place, all different and all close together. */
function isClose(places: readonly (readonly number[])[]): boolean {
  const reach = places.length - 1 + BETWEEN;
  const fits = (index: number, taken: readonly number[]): boolean => index === places.length
    || places[index]!.some((at) => !taken.includes(at) && taken.every((other) => Math.abs(other - at) <= reach) && fits(index + 1, [...taken, at]));
  return fits(0, []);
}
