/** Days of birth: a word for being born and a day. The year alone warns beside a word for one person. */
import { endWithin, isGeneral, startWithin } from './ages.ts';
import { FINDING_KIND, SEVERITY, type Stretch } from './finding.ts';
import { nameNear } from './names.ts';
import { phraseAt, type Token } from './tokens.ts';
import type { Lexicon } from './words/index.ts';

const REACH = 9;
const PERSON_REACH = 6;

const isYear = (token: Token): boolean => /^(?:19|20)\d\d$/.test(token.text);
const isDayNumber = (tokens: readonly Token[], at: number): boolean => /^(?:0?[1-9]|[12]\d|3[01])$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text !== '%';

/** The place of a year between two places, and whether a day stands within four tokens of it. */
function yearWithin(tokens: readonly Token[], from: number, to: number): { place: number; hasDay: boolean } | undefined {
  for (let place = from; place < to; place += 1) {
    if (!isYear(tokens[place]!)) continue;
    const near = [-4, -3, -2, -1, 1, 2, 3, 4].some((step) => isDayNumber(tokens, place + step));
    return { place, hasDay: near };
  }
  return undefined;
}

function isOnePersons(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  for (let place = from; place < to; place += 1) {
    if (phraseAt(tokens, place, lexicon.person) > 0 && !isGeneral(tokens, place, lexicon)) return true;
  }
  return false;
}

function bornAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Stretch | undefined {
  if (phraseAt(tokens, at, lexicon.born) === 0 || isGeneral(tokens, at, lexicon)) return undefined;
  const from = startWithin(tokens, at, REACH);
  const to = endWithin(tokens, at, REACH);
  const year = yearWithin(tokens, at, to) ?? yearWithin(tokens, from, at);
  if (!year) return undefined;
  const isPerson = isOnePersons(tokens, startWithin(tokens, at, PERSON_REACH), endWithin(tokens, at, PERSON_REACH), lexicon);
  if (!year.hasDay && !isPerson && nameNear(tokens, Math.min(at, year.place), Math.max(at, year.place) + 1) === undefined) return undefined;
  const [first, last] = [Math.min(at, year.place), Math.max(at, year.place)];
  return { kind: FINDING_KIND.BIRTH_DATE, severity: year.hasDay ? SEVERITY.REFUSE : SEVERITY.WARN, from: tokens[first]!.from, to: tokens[last]!.to };
}

/** The days of birth in the words of one language. */
export function births(tokens: readonly Token[], lexicon: Lexicon): Stretch[] {
  return tokens.flatMap((token, at) => {
    const found = token.isWord ? bornAt(tokens, at, lexicon) : undefined;
    return found ? [found] : [];
  });
}
