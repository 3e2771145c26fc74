/** Sentences in parts: words of a language, and within them names, each in the language that it has, and sources. Pure functions. */

/** A part of a sentence: words, a text that says its language, or where something is known from. */
export type SaidPart<Value, Source> = string | { readonly value: Value } | { readonly source: Source };

/** What stands in a sentence, by the names of its parameters. */
export type Slots<Part> = Readonly<Record<string, readonly Part[]>>;

/** Writes a sentence with what is given for its parameters. */
export type Say = (marks: Record<string, string>) => string;

const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`);

/** A sentence with what stands in it: `say` writes it with a mark for each parameter, which the parts then take the place of. */
export function filled<Part>(say: Say, slots: Slots<Part>): (Part | string)[] {
  const names = Object.keys(slots);
  const sentence = say(Object.fromEntries(names.map((name, n) => [name, `${OPEN}${n}${CLOSE}`])));
  return sentence.split(MARK).flatMap((piece, n): readonly (Part | string)[] => (n % 2 === 1 ? slots[names[Number(piece)]!]! : piece === '' ? [] : [piece]));
}

/** Several things one after the other; what is in them may have commas of its own, and each language has its own space before a semicolon. */
export const listed = <Part>(things: readonly (readonly Part[])[]): (Part | string)[] => things.flatMap((one, n): readonly (Part | string)[] => (n === 0 ? one : [' · ', ...one]));
