import type { Reading } from '../reading.ts';
import { LEXICONS, type Lexicon } from '../words/index.ts';

const BEFORE = 48;
const AFTER = 18;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function has(words: readonly string[], list: Lexicon['national']): boolean {
  return words.some((word, i) => list.exact.get(word)?.some((phrase) => phrase.every((part, j) => words[i + j] === part)) ?? false);
}

/** The end of what stands before and the beginning of what stands after, on the same line; words that are cut do not count. */
function around(text: string, from: number, to: number): string[][] {
  const before = text.slice(Math.max(0, from - BEFORE), from).split('\n').at(-1)!;
  const after = text.slice(to, to + AFTER).split('\n', 1)[0]!;
  return [wordsOf(before), wordsOf(after)];
}

/** Whether a word of the list `kind`, in any of the languages, stands beside a stretch of the folded text. */
export function isBeside({ text }: Reading, kind: 'national' | 'document' | 'phone', from: number, to: number): boolean {
  return around(text, from, to).some((words) => LEXICONS.some((lexicon) => has(words, lexicon[kind])));
}

/** The same for what stands before only. */
export function isAfter({ text }: Reading, kind: 'national' | 'document' | 'phone', from: number): boolean {
  const [before] = around(text, from, from);
  return LEXICONS.some((lexicon) => has(before!, lexicon[kind]));
}
