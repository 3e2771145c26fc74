/** Sentences in parts: the words of the page, and within them names, each in the language that it has, and sources. Pure functions. */
import type { LocalizedValue } from '../../core/ui/index.ts';
import type { PlanSource } from './usePlan.ts';

/** A part of a sentence: words in the reader's language, a text that says its own, or where something is known from. */
export type Part = string | { readonly value: LocalizedValue } | { readonly source: PlanSource };

/** What stands in a sentence, by the names of its parameters. */
export type Slots = Readonly<Record<string, readonly Part[]>>;

const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`);

/** A sentence with what stands in it: `say` writes it with a mark for each parameter, which the parts then take the place of. */
export function filled(say: (marks: Record<string, string>) => string, slots: Slots): Part[] {
  const names = Object.keys(slots);
  const sentence = say(Object.fromEntries(names.map((name, n) => [name, `${OPEN}${n}${CLOSE}`])));
  return sentence.split(MARK).flatMap((piece, n): readonly Part[] => (n % 2 === 1 ? slots[names[Number(piece)]!]! : piece === '' ? [] : [piece]));
}

/** Several things one after the other; what is in them may have commas of its own, and each language has its own space before a semicolon. */
export const listed = (things: readonly (readonly Part[])[]): Part[] => things.flatMap((one, n) => (n === 0 ? one : [' · ', ...one]));

/** What a sentence says, as plain text. */
export const plainText = (parts: readonly Part[]): string => parts.map((part) => (typeof part === 'string' ? part : 'value' in part ? part.value.text : part.source.text)).join('');
