/**
 * Descriptions of one person. The line: the age of one person, said with a word for a person in the singular, warns; with a
 * name, initials or a place in the same sentence it is refused, and so is an age directly after a name or initials. Groups,
 * rules and plans are nobody's: "children under 18", "girls of 14 to 17", "a 5-year programme".
 */
import { ageAt, endWithin, isGeneral, isNobodys, startWithin, type Age } from './ages.ts';
import { FINDING_KIND, SEVERITY, type Stretch } from './finding.ts';
import { isFirst, nameBefore, nameNear } from './names.ts';
import { phraseAt, phraseBefore, type Token } from './tokens.ts';
import type { Lexicon } from './words/index.ts';

/** How far from the age the word for the person may stand, in tokens: before and after. */
const REACH = { AGE: [9, 8], VERB: [9, 8], ADJECTIVE: [6, 6] } as const;

const isClosing = (token: Token | undefined): boolean => token === undefined || token.isEnd || ',).;:-\n'.includes(token.text);

const isOpening = (token: Token | undefined): boolean => token?.text === ',' || token?.text === '(';

function personWithin(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number | undefined {
  for (let place = from; place < to; place += 1) {
    if (phraseAt(tokens, place, lexicon.person) > 0 && !isGeneral(tokens, place, lexicon)) return place;
  }
  return undefined;
}

const REACH_OF_YEARS = 4;

/** What may stand between a person and a number of years: the name, or before a link any one word. */
const isBetween = (tokens: readonly Token[], link: number): boolean =>
  tokens.every(({ isCapital, text }) => isCapital || text === '.') || (link > 0 && tokens.length <= 1);

/** Whether what follows an age lets it be one: a sign, an end, or where somebody is from. */
const isEnded = (tokens: readonly Token[], { to }: Age, lexicon: Lexicon): boolean => isClosing(tokens[to]) || phraseAt(tokens, to, lexicon.from) > 0;

/** A person directly before a number of years: "a girl of 17 years", "the girl (17)". */
function personBefore(tokens: readonly Token[], age: Age, lexicon: Lexicon): number | undefined {
  const link = phraseBefore(tokens, age.from, lexicon.link);
  const hedge = phraseBefore(tokens, age.from - link, lexicon.hedge);
  const isApart = isOpening(tokens[age.from - link - hedge - 1]);
  const place = age.from - link - hedge - (isApart ? 1 : 0);
  if ((age.saying === 'NUMBER' || isApart) && !isEnded(tokens, age, lexicon)) return undefined;
  if (age.saying === 'NUMBER' && link === 0 && !isApart) return undefined;
  return personUpTo(tokens, place, link, lexicon);
}

function personUpTo(tokens: readonly Token[], place: number, link: number, lexicon: Lexicon): number | undefined {
  for (let start = place - 1; start >= 0 && start >= place - REACH_OF_YEARS; start -= 1) {
    const found = phraseAt(tokens, start, lexicon.person);
    if (found > 0 && isBetween(tokens.slice(start + found, place), link)) return isGeneral(tokens, start, lexicon) ? undefined : start;
  }
  return undefined;
}

/** Younger than this, a verb and years are rather how long something has been: "has 3 years". */
const LEAST_BY_VERB = 6;

/** An adjective stands for the person where a name follows, where somebody is from, or nothing more; an age between commas is what is told of somebody. */
function isPerson(tokens: readonly Token[], age: Age, lexicon: Lexicon): boolean {
  const { saying, from, to, number } = age;
  if (saying === 'PERSON') return true;
  if (saying === 'VERB') return !(Number(tokens[number]!.text) < LEAST_BY_VERB);
  const isApposed = isOpening(tokens[from - 1]) && isClosing(tokens[to]);
  return isApposed || (saying === 'ADJECTIVE' && ((tokens[to]?.isCapital ?? false) || isEnded(tokens, age, lexicon)));
}

/** The place of the word for the person whose age it is. */
function personOf(tokens: readonly Token[], age: Age, lexicon: Lexicon): number | undefined {
  if (age.saying === 'YEARS' || age.saying === 'NUMBER') return personBefore(tokens, age, lexicon);
  if (age.saying === 'PERSON' || isPerson(tokens, age, lexicon)) return age.from;
  const [before, after] = REACH[age.saying];
  return personWithin(tokens, startWithin(tokens, age.from, before), age.from, lexicon)
    ?? personWithin(tokens, age.to, endWithin(tokens, age.to, after), lexicon);
}

/** Whether an age after initials is theirs: a number alone only between signs. */
const isInitialsAge = (tokens: readonly Token[], age: Age, isApart: boolean): boolean => age.saying !== 'NUMBER' || (isApart && isClosing(tokens[age.to]));

/** Whether an age after a word with a capital and a comma is a person's: where years end it, or a number is followed by where somebody is from. */
function isNamesAge(tokens: readonly Token[], age: Age, lexicon: Lexicon): boolean {
  if (age.saying === 'NUMBER') return isClosing(tokens[age.to]) && phraseAt(tokens, age.to + 1, lexicon.from) > 0;
  return age.saying !== 'YEARS' || isEnded(tokens, age, lexicon);
}

/** Where a description by a name alone begins: "M.K., 16 ans", "Elira, 17 vjeç", "Albanca od 17 godina". */
function namedBefore(tokens: readonly Token[], age: Age, lexicon: Lexicon): number | undefined {
  const link = phraseBefore(tokens, age.from, lexicon.link);
  const name = nameBefore(tokens, age.from - link, lexicon);
  if (!name) return undefined;
  if (name.isInitials) return isInitialsAge(tokens, age, name.isApart) ? name.from : undefined;
  if (name.isApart) return isNamesAge(tokens, age, lexicon) ? name.from : undefined;
  return link > 0 && age.saying === 'YEARS' && !isFirst(tokens, name.from) ? name.from : undefined;
}

function stretch(tokens: readonly Token[], places: readonly number[], severity: Stretch['severity']): Stretch {
  const first = Math.min(...places);
  const last = Math.max(...places);
  return { kind: FINDING_KIND.PERSON_DESCRIPTION, severity, from: tokens[first]!.from, to: tokens[last]!.to };
}

/** A number alone can only be an age after a comma, a bracket or "of". Most numbers end here. */
const isNumberOfSomebody = (tokens: readonly Token[], { from }: Age, lexicon: Lexicon): boolean =>
  isOpening(tokens[from - 1]) || lexicon.link.lasts.has(tokens[from - 1]?.text ?? '');

/** A child is hardly younger where its age is said of any noun; fewer years are rather a thing's. */
const LEAST_GUESSED = 8;

/** Any noun with an age, and a name near: rather a person than a thing that is not listed. */
function guessed(tokens: readonly Token[], age: Age, lexicon: Lexicon): number | undefined {
  if (age.saying !== 'YEARS' || Number(tokens[age.number]!.text) < LEAST_GUESSED) return undefined;
  const link = phraseBefore(tokens, age.from, lexicon.guessLink);
  if (link === 0 && phraseBefore(tokens, age.to, lexicon.guessUnit) === 0) return undefined;
  const noun = age.from - link - 1;
  const isNoun = (tokens[noun]?.isWord ?? false) && tokens[noun]!.text.length > 4;
  return isNoun && nameNear(tokens, noun, age.to) !== undefined ? noun : undefined;
}

/** The description that the number at `at` belongs to. */
function describedAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Stretch | undefined {
  const age = ageAt(tokens, at, lexicon);
  if (!age || (age.saying === 'NUMBER' && !isNumberOfSomebody(tokens, age, lexicon)) || isNobodys(tokens, age, lexicon)) return undefined;
  const named = namedBefore(tokens, age, lexicon);
  if (named !== undefined) return stretch(tokens, [named, age.to - 1], SEVERITY.REFUSE);
  const person = personOf(tokens, age, lexicon);
  if (person === undefined) {
    const noun = guessed(tokens, age, lexicon);
    return noun === undefined ? undefined : stretch(tokens, [noun, age.to - 1], SEVERITY.WARN);
  }
  const name = nameNear(tokens, Math.min(person, age.from), Math.max(person + 1, age.to));
  return stretch(tokens, [person, age.from, age.to - 1, ...(name === undefined ? [] : [name])], name === undefined ? SEVERITY.WARN : SEVERITY.REFUSE);
}

/** The descriptions of persons in the words of one language. */
export function descriptions(tokens: readonly Token[], lexicon: Lexicon): Stretch[] {
  return tokens.flatMap((token, at) => {
    const found = token.isNumber || token.isWord ? describedAt(tokens, at, lexicon) : undefined;
    return found ? [found] : [];
  });
}
