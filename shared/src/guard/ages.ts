/** Ages in the words of one language, before it is known whose they are. */
import { phraseAt, phraseBefore, type Token } from './tokens.ts';
import type { Lexicon, Phrases } from './words/index.ts';

/**
 * How much the words say: an age by themselves; an age and a person in one; an adjective that may be a plan's; a number of
 * years; a number.
 */
export type Saying = 'AGE' | 'PERSON' | 'ADJECTIVE' | 'YEARS' | 'NUMBER';

/** The places of the first token and of the one after the last; `number` is the place of the number. */
export interface Age {
  readonly from: number;
  readonly to: number;
  readonly number: number;
  readonly saying: Saying;
}

const isAgeNumber = (token: Token | undefined): boolean => token !== undefined && token.isNumber && token.text.length <= 2;

/** How many tokens from `at` on say a number below a hundred. */
function numberLength(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  return isAgeNumber(tokens[at]) ? 1 : phraseAt(tokens, at, lexicon.numbers);
}

/** A number and the word for the age written as one: "sedamnaestogodišnja", "tizenhétéves". */
function compound(token: Token, lexicon: Lexicon): Saying | undefined {
  if (!token.isWord || token.text.length < 6) return undefined;
  for (let cut = Math.min(16, token.text.length - 3); cut >= 2; cut -= 1) {
    if (!lexicon.numbers.exact.has(token.text.slice(0, cut))) continue;
    const rest = token.text.slice(cut);
    if (lexicon.agePerson.exact.has(rest)) return 'PERSON';
    if (lexicon.ageAdjective.exact.has(rest)) return 'ADJECTIVE';
  }
  return undefined;
}

const isHyphen = (token: Token | undefined): boolean => token?.text === '-' || token?.text === "'";

interface Following {
  readonly length: number;
  readonly saying: Saying;
}

function following(tokens: readonly Token[], at: number, lexicon: Lexicon): Following {
  const lists: readonly (readonly [Phrases, Saying])[] = [
    [lexicon.ageAfter, 'AGE'], [lexicon.agePerson, 'PERSON'], [lexicon.ageAdjective, 'ADJECTIVE'], [lexicon.unit, 'YEARS'],
  ];
  for (const [list, saying] of lists) {
    const length = phraseAt(tokens, at, list);
    if (length > 0) return { length, saying };
  }
  return { length: 0, saying: 'NUMBER' };
}

/** The age that the token at `at` begins the number of; undefined when it is none in this language. */
export function ageAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Age | undefined {
  const alone = compound(tokens[at]!, lexicon);
  if (alone) return { from: at, to: at + 1, number: at, saying: alone };
  const length = numberLength(tokens, at, lexicon);
  if (length === 0) return undefined;
  const end = at + length;
  const gap = isHyphen(tokens[end]) ? 1 : 0;
  const after = following(tokens, end + gap, lexicon);
  const to = after.length > 0 ? end + gap + after.length : end;
  const before = phraseBefore(tokens, at, lexicon.ageBefore) || (after.saying === 'YEARS' ? phraseBefore(tokens, at, lexicon.ageVerb) : 0);
  if (before > 0) return { from: at - before, to, number: at, saying: after.saying === 'PERSON' ? 'PERSON' : 'AGE' };
  return tokens[at]!.isNumber || after.length > 0 ? { from: at, to, number: at, saying: after.saying } : undefined;
}

const REACH_BEFORE = 4;
const REACH_AFTER = 2;

function anyWithin(tokens: readonly Token[], from: number, to: number, lists: readonly Phrases[]): boolean {
  for (let place = Math.max(0, from); place < Math.min(to, tokens.length); place += 1) {
    if (lists.some((list) => phraseAt(tokens, place, list) > 0)) return true;
  }
  return false;
}

/** The place after the last end of a sentence before `at`, at most `reach` tokens back. */
export function startWithin(tokens: readonly Token[], at: number, reach: number): number {
  let place = at;
  while (place > 0 && at - place < reach && !tokens[place - 1]!.isEnd) place -= 1;
  return place;
}

/** The place of the first end of a sentence from `at` on, at most `reach` tokens further. */
export function endWithin(tokens: readonly Token[], at: number, reach: number): number {
  let place = at;
  while (place < tokens.length && place - at < reach && !tokens[place]!.isEnd) place += 1;
  return place;
}

function isRange(tokens: readonly Token[], { number, to }: Age, lexicon: Lexicon): boolean {
  const ahead = (place: number): number => (tokens[place]?.text === '-' ? 1 : phraseAt(tokens, place, lexicon.range));
  const next = [number + 1, to].some((place) => ahead(place) > 0 && isAgeNumber(tokens[place + ahead(place)]));
  const back = tokens[number - 1]?.text === '-' ? 1 : phraseBefore(tokens, number, lexicon.range);
  if (next || back === 0) return next;
  const other = number - back - 1;
  return isAgeNumber(tokens[other]) || (phraseAt(tokens, other, lexicon.unit) > 0 && isAgeNumber(tokens[other - 1]));
}

/** Whether the words around make the age a rule's, a group's or a thing's: "under 18", "14 to 17", "a 5-year plan". */
export function isNobodys(tokens: readonly Token[], age: Age, lexicon: Lexicon): boolean {
  const lists = [lexicon.group, lexicon.thing];
  return isRange(tokens, age, lexicon)
    || anyWithin(tokens, startWithin(tokens, age.from, REACH_BEFORE), age.from, lists)
    || anyWithin(tokens, age.to, endWithin(tokens, age.to, REACH_AFTER), lists);
}

/** Whether a word of a group or a rule stands in the tokens before `at`: "every child". */
export const isGeneral = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean =>
  anyWithin(tokens, startWithin(tokens, at, 2), at, [lexicon.group]);
