/** What tells who somebody is: initials, and words with a capital that no sentence begins with. */
import { endWithin, startWithin } from './ages.ts';
import { phraseAt, type Token } from './tokens.ts';
import type { Lexicon } from './words/index.ts';

const REACH = 12;

const OPENING = new Set(['"', '“', '„', '«', '»', '(', '-', ':', '\n', '*', '”', '•']);

/** Whether a word would have a capital whatever it is. */
function isFirst(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.isEnd || (OPENING.has(before.text) && before.text !== '(' && before.text !== '-');
}

/** How many tokens from `at` on are initials or an initial and a name: "M.K.", "M. Krasniqi". */
export function initialsAt(tokens: readonly Token[], at: number): number {
  if (!tokens[at]?.isInitial) return 0;
  const next = tokens[at + 2];
  if (next?.isInitial) return tokens[at + 4]?.isInitial ? 6 : 4;
  return next?.isCapital ? 3 : 0;
}

const isName = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]!;
  return initialsAt(tokens, at) > 0 || (token.isCapital && token.text.length > 1 && !isFirst(tokens, at));
};

/** The place of a name near the tokens from `from` to `to`, in the same sentence. */
export function nameNear(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let place = startWithin(tokens, from, REACH); place < endWithin(tokens, to, REACH); place += 1) {
    if ((place < from || place >= to) && isName(tokens, place)) return place;
  }
  return undefined;
}

/** What stands directly before `at`: initials, a word with a capital, or neither; with the place where it begins. */
export function nameBefore(tokens: readonly Token[], at: number, lexicon: Lexicon): { from: number; isInitials: boolean; isApart: boolean } | undefined {
  let place = at - 1;
  while (place > at - 3 && [',', '(', '-'].includes(tokens[place]?.text ?? '')) place -= 1;
  const isApart = place < at - 1;
  for (let back = 5; back >= 3; back -= 1) {
    const start = place - back;
    if (initialsAt(tokens, start) === back + 1) return { from: start, isInitials: true, isApart };
  }
  // "M.K" has no stop after the last.
  if (tokens[place - 2]?.isInitial && tokens[place]?.isCapital && tokens[place]!.text.length <= 2) return { from: place - 2, isInitials: true, isApart };
  const token = tokens[place];
  if (!token?.isCapital || token.text.length < 3) return undefined;
  const isWord = [lexicon.person, lexicon.group, lexicon.thing, lexicon.national, lexicon.document].some((list) => phraseAt(tokens, place, list) > 0);
  return isWord ? undefined : { from: place, isInitials: false, isApart };
}
