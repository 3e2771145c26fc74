/** Ages in the words of one language, before it is known whose they are. */
import { phraseAt, phraseBefore, type Token } from './tokens.ts';
import type { Lexicon, Phrases } from './words/index.ts';

/**
 * How much the words say: an age by themselves; an age by a verb whose subject may be left out, as "Are 17 ani"; an age and a person in one; an adjective that may be a plan's; a number of
 * years; a number.
 */
export type Saying = 'AGE' | 'VERB' | 'PERSON' | 'ADJECTIVE' | 'YEARS' | 'NUMBER';

/** The places of the first token and of the one after the last; `number` is the place of the number. */
export interface Age {
  readonly from: number;
  readonly to: number;
  readonly number: number;
  readonly saying: Saying;
}

const isAgeNumber = (token: Token | undefined): boolean => token !== undefined && token.isNumber && token.text.length <= 2;

/** After a number, what makes it none of years. */
const NO_AGE = new Set(['%', '‰', '€', '°', '+', '/']);

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
  /** How many tokens, a hyphen before them included; 0 for none. */
  readonly length: number;
  readonly saying: Saying;
}

function following(tokens: readonly Token[], end: number, lexicon: Lexicon): Following {
  const gap = isHyphen(tokens[end]) ? 1 : 0;
  const lists: readonly (readonly [Phrases, Saying])[] = [
    [lexicon.agePerson, 'PERSON'], [lexicon.ageAfter, 'AGE'], [lexicon.ageAdjective, 'ADJECTIVE'], [lexicon.unit, 'YEARS'],
  ];
  for (const [list, saying] of lists) {
    const length = phraseAt(tokens, end + gap, list);
    if (length > 0) return { length: gap + length, saying };
  }
  return { length: 0, saying: 'NUMBER' };
}

/** What the words before the number add to those after it. */
function withBefore(tokens: readonly Token[], number: number, after: Following, lexicon: Lexicon): Following {
  const hedge = phraseBefore(tokens, number, lexicon.hedge);
  const said = sayingBefore(tokens, number - hedge, after, lexicon);
  return { length: hedge + said.length, saying: said.saying };
}

function sayingBefore(tokens: readonly Token[], at: number, after: Following, lexicon: Lexicon): Following {
  const isLabel = tokens[at - 1]?.text === ':';
  const before = phraseBefore(tokens, isLabel ? at - 1 : at, lexicon.ageBefore);
  if (isLabel && before > 0) return { length: before + 1, saying: 'PERSON' };
  if (before > 0) return { length: before, saying: after.saying === 'PERSON' ? 'PERSON' : 'AGE' };
  const verb = after.saying === 'YEARS' ? phraseBefore(tokens, at, lexicon.ageVerb) : 0;
  return { length: verb, saying: verb > 0 ? 'VERB' : after.saying };
}

/** The age that the token at `at` begins the number of; undefined when it is none in this language. */
export function ageAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Age | undefined {
  const alone = compound(tokens[at]!, lexicon);
  if (alone) return { from: at, to: at + 1, number: at, saying: alone };
  const length = numberLength(tokens, at, lexicon);
  const end = at + length;
  if (length === 0 || NO_AGE.has(tokens[end]?.text ?? '')) return undefined;
  const after = following(tokens, end, lexicon);
  const before = withBefore(tokens, at, after, lexicon);
  const isSaid = tokens[at]!.isNumber || after.length > 0 || before.length > 0;
  return isSaid ? { from: at - before.length, to: end + after.length, number: at, saying: before.saying } : undefined;
}

const REACH_BEFORE = 4;
const REACH_AFTER = 2;

/** Whether a word of a list stands between two places; one that in this language is a single person's does not count. */
function anyWithin(tokens: readonly Token[], [from, to]: readonly [number, number], lists: readonly Phrases[], lexicon: Lexicon): boolean {
  for (let place = Math.max(0, from); place < Math.min(to, tokens.length); place += 1) {
    if (phraseAt(tokens, place, lexicon.person) === 0 && lists.some((list) => phraseAt(tokens, place, list) > 0)) return true;
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

/** Whether what a verb and years say is how long something may take. */
const isTerm = (tokens: readonly Token[], { saying, to }: Age, lexicon: Lexicon): boolean => saying === 'VERB' && phraseAt(tokens, tokens[to]?.text === ',' ? to + 1 : to, lexicon.purpose) > 0;

/** Whether the words around make the age a rule's, a group's or a thing's: "under 18", "14 to 17", "a 5-year plan". */
export function isNobodys(tokens: readonly Token[], age: Age, lexicon: Lexicon): boolean {
  const lists = [lexicon.group, lexicon.thing];
  return isRange(tokens, age, lexicon) || isTerm(tokens, age, lexicon)
    || anyWithin(tokens, [startWithin(tokens, age.from, REACH_BEFORE), age.from], lists, lexicon)
    || anyWithin(tokens, [age.to, endWithin(tokens, age.to, REACH_AFTER)], lists, lexicon);
}

/** Whether a word of a group or a rule stands in the tokens before `at`: "every child". */
export const isGeneral = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean =>
  anyWithin(tokens, [startWithin(tokens, at, 2), at], [lexicon.group], lexicon);
