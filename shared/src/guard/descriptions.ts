/**
 * Descriptions of one person. The line: the age of one person, said with a word for a person in the singular, warns; with a
 * name, initials or a place in the same sentence it is refused, and so is an age directly after a name or initials. Groups,
 * rules and plans are nobody's: "children under 18", "girls of 14 to 17", "a 5-year programme".
 */
import { ageAt, endWithin, isGeneral, isNobodys, startWithin, type Age } from './ages.ts';
import { FINDING_KIND, SEVERITY, type Stretch } from './finding.ts';
import { nameBefore, nameNear } from './names.ts';
import { phraseAt, phraseBefore, type Token } from './tokens.ts';
import type { Lexicon } from './words/index.ts';

/** How far from the age the word for the person may stand, in tokens: before and after. */
const REACH = { AGE: [9, 8], PERSON: [0, 0], ADJECTIVE: [4, 6] } as const;

const isClosing = (token: Token | undefined): boolean => token === undefined || token.isEnd || /^[^\p{L}\p{N}(]$/u.test(token.text);

function personWithin(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number | undefined {
  for (let place = from; place < to; place += 1) {
    if (phraseAt(tokens, place, lexicon.person) > 0 && !isGeneral(tokens, place, lexicon)) return place;
  }
  return undefined;
}

/** A person directly before a number of years: "a girl of 17 years", "the girl (17)". */
function personBefore(tokens: readonly Token[], age: Age, lexicon: Lexicon): number | undefined {
  const link = phraseBefore(tokens, age.number, lexicon.link);
  let place = age.number - link;
  const isApart = [',', '('].includes(tokens[place - 1]?.text ?? '');
  if (isApart) place -= 1;
  const ends = isClosing(tokens[age.to]) || phraseAt(tokens, age.to, lexicon.from) > 0;
  if ((age.saying === 'NUMBER' || isApart) && !ends) return undefined;
  if (age.saying === 'NUMBER' && link === 0 && !isApart) return undefined;
  const reach = link > 0 && age.saying === 'YEARS' ? 4 : 3;
  for (let length = 1; length <= reach; length += 1) {
    const start = place - length;
    const found = start >= 0 ? phraseAt(tokens, start, lexicon.person) : 0;
    if (found > 0 && length - found <= (link > 0 ? 1 : 0)) return isGeneral(tokens, start, lexicon) ? undefined : start;
  }
  return undefined;
}

/** The place of the word for the person whose age it is. */
function personOf(tokens: readonly Token[], age: Age, lexicon: Lexicon): number | undefined {
  if (age.saying === 'PERSON') return age.from;
  if (age.saying === 'YEARS' || age.saying === 'NUMBER') return personBefore(tokens, age, lexicon);
  const [before, after] = REACH[age.saying];
  return personWithin(tokens, startWithin(tokens, age.from, before), age.from, lexicon)
    ?? personWithin(tokens, age.to, endWithin(tokens, age.to, after), lexicon);
}

/** Where a description by a name alone begins: "M.K., 16 ans", "Elira, 17 vjeç". */
function namedBefore(tokens: readonly Token[], age: Age, lexicon: Lexicon): number | undefined {
  const name = nameBefore(tokens, age.from - phraseBefore(tokens, age.from, lexicon.link), lexicon);
  if (!name) return undefined;
  if (name.isInitials) return age.saying === 'NUMBER' && !(name.isApart && isClosing(tokens[age.to])) ? undefined : name.from;
  if (age.saying === 'NUMBER' || !name.isApart) return undefined;
  if (age.saying !== 'YEARS') return name.from;
  const ends = isClosing(tokens[age.to]) || phraseAt(tokens, age.to, lexicon.from) > 0;
  return ends && nameNear(tokens, name.from, age.to) !== undefined ? name.from : undefined;
}

function stretch(tokens: readonly Token[], places: readonly number[], severity: Stretch['severity']): Stretch {
  const first = Math.min(...places);
  const last = Math.max(...places);
  return { kind: FINDING_KIND.PERSON_DESCRIPTION, severity, from: tokens[first]!.from, to: tokens[last]!.to };
}

function describedAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Stretch | undefined {
  const age = ageAt(tokens, at, lexicon);
  if (!age || isNobodys(tokens, age, lexicon)) return undefined;
  const named = namedBefore(tokens, age, lexicon);
  if (named !== undefined) return stretch(tokens, [named, age.to - 1], SEVERITY.REFUSE);
  const person = personOf(tokens, age, lexicon);
  if (person === undefined) return undefined;
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
