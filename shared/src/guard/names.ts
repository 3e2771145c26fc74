/** What tells who somebody is: initials, and words with a capital that no sentence begins with. */
import { endWithin, startWithin } from './ages.ts';
import { phraseAt, type Token } from './tokens.ts';
import type { Lexicon } from './words/index.ts';

const REACH = 12;

const SEPARATING = new Set([',', '(', '-']);
const OPENING = new Set(['"', '“', '„', '«', '»', '(', '-', ':', '\n', '*', '”', '•']);

/** Whether a word would have a capital whatever it is. */
export function isFirst(tokens: readonly Token[], at: number): boolean {
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

/** Turkish sets an apostrophe between a name and its ending: "İzmir'den". */
const isInflectedName = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.text === "'" && tokens[at + 1]!.from === tokens[at]!.to && !/(?:qu|d)$/.test(tokens[at]!.text);

const isName = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]!;
  return initialsAt(tokens, at) > 0 || (token.isCapital && token.text.length > 1 && (!isFirst(tokens, at) || isInflectedName(tokens, at)));
};

/** The place of a name near the tokens from `from` to `to`, in the same sentence. */
export function nameNear(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let place = startWithin(tokens, from, REACH); place < endWithin(tokens, to, REACH); place += 1) {
    if ((place < from || place >= to) && isName(tokens, place)) return place;
  }
  return undefined;
}

/** Where initials begin that end with the token at `place`; the last may lack its stop: "M.K". */
function initialsBefore(tokens: readonly Token[], place: number): number | undefined {
  for (let back = 5; back >= 3; back -= 1) {
    if (initialsAt(tokens, place - back) === back + 1) return place - back;
  }
  const last = tokens[place];
  return tokens[place - 2]?.isInitial && last?.isCapital && last.text.length <= 2 ? place - 2 : undefined;
}

export interface NameBefore {
  readonly from: number;
  readonly isInitials: boolean;
  /** A comma or a bracket stands between the name and what follows. */
  readonly isApart: boolean;
}

/** What stands directly before `at`: initials, a word with a capital, or neither; with the place where it begins. */
export function nameBefore(tokens: readonly Token[], at: number, lexicon: Lexicon): NameBefore | undefined {
  let place = at - 1;
  while (place > at - 3 && SEPARATING.has(tokens[place]?.text ?? '')) place -= 1;
  const isApart = place < at - 1;
  const from = initialsBefore(tokens, place);
  if (from !== undefined) return { from, isInitials: true, isApart };
  const token = tokens[place];
  if (!token?.isCapital || token.text.length < 3) return undefined;
  const isWord = [lexicon.person, lexicon.group, lexicon.thing, lexicon.national, lexicon.document].some((list) => phraseAt(tokens, place, list) > 0);
  return isWord ? undefined : { from: place, isInitials: false, isApart };
}
