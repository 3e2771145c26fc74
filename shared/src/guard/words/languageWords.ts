import { foldWord } from '../reading.ts';

/**
 * The words by which one language speaks of a person's age, as written: commas between them; a word that ends in `*` is
 * the beginning of all its forms. Only forms that can be one person's stand in `person`; plurals stand in `group`.
 */
export interface LanguageWords {
  readonly person: string;
  /** After a number, an age by themselves: "years old". */
  readonly ageAfter: string;
  /** After a number, an adjective of age, which can be a plan's too: "-godišnja". One person's only beside the word for it. */
  readonly ageAdjective: string;
  /** After a number, age and person in one: "17-vjeçarja". */
  readonly agePerson: string;
  /** Before a number, an age by themselves: "aged". */
  readonly ageBefore: string;
  /** Before a number that the word for years follows: "she has 17 years". */
  readonly ageVerb: string;
  /** The word for years: an age only right beside a person. */
  readonly unit: string;
  /** What may stand between the person and the number: "a girl of 17". */
  readonly link: string;
  /** What may stand before the number and changes nothing: "only". */
  readonly hedge: string;
  /** After a verb and years, what makes them a time to do something: "has 3 years to". */
  readonly purpose: string;
  /** Between any noun and years, what makes the noun rather a person than a thing: "une serveuse de 17 ans". */
  readonly guessLink: string;
  /** Years that are hardly said but of a person. */
  readonly guessUnit: string;
  /** What follows an age without the word for years: "a girl of 17 from". */
  readonly from: string;
  /** What makes it a rule or a group: under, every, between, and plurals. */
  readonly group: string;
  /** Between two ages: "14 to 17". */
  readonly range: string;
  /** What lasts some years and is no person: a plan, a sentence. */
  readonly thing: string;
  readonly born: string;
  /** Numbers in words, as they stand alone or begin a compound. */
  readonly numbers: string;
  /** Words beside the number by which the State knows a person. */
  readonly national: string;
  readonly document: string;
  readonly phone: string;
}

/** Words and phrases by their first word, to be looked for in a row of words. */
export interface Phrases {
  readonly exact: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly beginnings: readonly string[];
  /** The last words of the phrases, and how many words the longest has. */
  readonly lasts: ReadonlySet<string>;
  readonly longest: number;
}

export type Lexicon = { readonly [Key in keyof LanguageWords]: Phrases };

/** Reads a list. Signs between the words of a phrase are left aside: `y/o` is two words. */
function phrases(list: string): Phrases {
  const exact = new Map<string, string[][]>();
  const beginnings: string[] = [];
  for (const entry of list.split(',').map((text) => text.trim()).filter((text) => text !== '')) {
    const parts = (entry.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldWord);
    if (entry.endsWith('*')) beginnings.push(parts[0]!);
    else exact.set(parts[0]!, [...exact.get(parts[0]!) ?? [], parts]);
  }
  for (const found of exact.values()) found.sort((a, b) => b.length - a.length);
  const all = [...exact.values()].flat();
  return { exact, beginnings, lasts: new Set(all.map((parts) => parts.at(-1)!)), longest: Math.max(1, ...all.map(({ length }) => length)) };
}

/** Makes the lists of a language ready to be looked up. */
export function lexicon(words: LanguageWords): Lexicon {
  return Object.fromEntries(Object.entries(words).map(([key, list]) => [key, phrases(list)])) as Lexicon;
}
