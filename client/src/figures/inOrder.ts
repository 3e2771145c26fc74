import type { Choice } from '../vocabulary/index.ts';

/** Words of the vocabulary by their codes, in the order in which they are shown. */
export function byCode<Word extends Choice>(words: readonly Word[]): ReadonlyMap<string, Word> {
  return new Map(words.map((word) => [word.code, word]));
}

/** Lines in the order of the words they are about; those about none come last, and lines about the same stay as they stood. */
export function inOrder<Line>(lines: readonly Line[], codeOf: (line: Line) => string, words: ReadonlyMap<string, Choice>): readonly Line[] {
  const places = new Map([...words.keys()].map((code, place) => [code, place]));
  const placeOf = (line: Line): number => places.get(codeOf(line)) ?? words.size;
  return lines.toSorted((a, b) => placeOf(a) - placeOf(b));
}
