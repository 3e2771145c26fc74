import { foldWord, type Reading } from './reading.ts';
import type { Phrases } from './words/index.ts';

/** A word, a number or a sign of the folded text. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isWord: boolean;
  readonly isNumber: boolean;
  /** Begins with a capital in the original. A word all in capitals counts when it is longer than most abbreviations. */
  readonly isCapital: boolean;
  /** A letter or two and a full stop, as initials are written. */
  readonly isInitial: boolean;
  /** Nothing that belongs together reaches over it. */
  readonly isEnd: boolean;
}

const TOKEN = /\p{L}+|\p{N}+|\n|[^\s]/gu;
const LONG_CAPITALS = 6;

function startsHigh(reading: Reading, from: number, text: string): boolean {
  const start = reading.places[from]!;
  const first = String.fromCodePoint(reading.original.codePointAt(start)!);
  if (first === first.toLowerCase() && !/\p{Lu}/u.test(first.normalize('NFKD'))) return false;
  if (text.length < 2 || text.length >= LONG_CAPITALS) return true;
  const word = reading.original.slice(start, reading.places[from + text.length]);
  return word !== word.toUpperCase();
}

/** Cuts a text into tokens. */
export function tokensOf(reading: Reading): Token[] {
  const matches = [...reading.text.matchAll(TOKEN)];
  return matches.map((match, i): Token => {
    const isWord = /^\p{L}/u.test(match[0]);
    const text = isWord && match[0].length === 1 ? foldWord(reading.original.slice(reading.places[match.index], reading.places[match.index + 1])) : match[0];
    const isCapital = isWord && startsHigh(reading, match.index, text);
    const isInitial = isWord && text.length <= 2 && matches[i + 1]?.[0] === '.' && matches[i + 1]!.index === match.index + text.length
      && /^\p{Lu}/u.test(String.fromCodePoint(reading.original.codePointAt(reading.places[match.index]!)!).normalize('NFKD'));
    return { text, from: match.index, to: match.index + match[0].length, isWord, isNumber: /^\p{N}/u.test(text), isCapital, isInitial, isEnd: isEnd(matches, i) };
  });
}

/** A full stop ends a sentence when no initial, ordinal or abbreviation stands before it. */
function isEnd(matches: readonly RegExpExecArray[], i: number): boolean {
  const text = matches[i]![0];
  if (text === '\n') return matches[i + 1]?.[0] === '\n';
  if ('!?;…•|'.includes(text)) return true;
  if (text !== '.') return false;
  const before = matches[i - 1]?.[0] ?? '';
  return !(/^\p{N}+$/u.test(before) || before.length <= 3);
}

/** How many tokens from `at` on are a phrase of the list; 0 when none is. Hyphens, slashes and points between its words are passed over. */
export function phraseAt(tokens: readonly Token[], at: number, list: Phrases): number {
  const first = tokens[at];
  if (!first) return 0;
  for (const phrase of list.exact.get(first.text) ?? []) {
    const length = matched(tokens, at, phrase);
    if (length > 0) return length;
  }
  return list.beginnings.some((beginning) => first.text.startsWith(beginning)) ? 1 : 0;
}

const isJoint = (token: Token | undefined): boolean => token !== undefined && "-/.'".includes(token.text);

function matched(tokens: readonly Token[], at: number, phrase: readonly string[]): number {
  let place = at;
  for (const [i, part] of phrase.entries()) {
    if (i > 0 && isJoint(tokens[place])) place += 1;
    if (tokens[place]?.text !== part) return 0;
    place += 1;
  }
  return place - at;
}

/** Whether the tokens from `at` on, `length` of them, are a phrase of the list, even where they begin a longer one. */
function isPhrase(tokens: readonly Token[], at: number, length: number, list: Phrases): boolean {
  const first = tokens[at]!.text;
  return (list.exact.get(first)?.some((phrase) => matched(tokens, at, phrase) === length) ?? false)
    || (length === 1 && list.beginnings.some((beginning) => first.startsWith(beginning)));
}

/** How many tokens just before `at` are a phrase of the list; 0 when none is. Apostrophes count with the word before them: "d'à peine". */
export function phraseBefore(tokens: readonly Token[], at: number, list: Phrases): number {
  let end = at;
  while (end > 1 && tokens[end - 1]?.text === "'") end -= 1;
  const length = phraseUpTo(tokens, end, list);
  return length > 0 ? length + at - end : 0;
}

function phraseUpTo(tokens: readonly Token[], at: number, list: Phrases): number {
  const last = tokens[at - 1];
  if (!last || !(list.lasts.has(last.text) || list.beginnings.some((beginning) => last.text.startsWith(beginning)))) return 0;
  // A joint may stand between any two words.
  for (let length = Math.min(at, 2 * list.longest - 1); length >= 1; length -= 1) {
    if (isPhrase(tokens, at - length, length, list)) return length;
  }
  return 0;
}
