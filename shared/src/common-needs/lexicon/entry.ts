/**
 * How a concept is written down in each language: what it is called first, then in which other words texts speak of it,
 * with commas between.
 *
 * `|` is where a word is cut: what follows may be anything ("mineur|s" is found in "mineurs" and in "mineure"); at its start,
 * anything may stand before ("|szállás|" is found in "menedékszállások"). A word without it is found as it is. The words of a
 * phrase may stand in any order, close together; in a phrase, words of three letters or less that are not cut are not
 * looked for. Serbian is written in Cyrillic; its Latin name comes from it by the table of thirty letters.
 */
export type Entry = Readonly<Record<Said, string>>;

export const SAID = ['fr', 'en', 'sq', 'bs', 'hr', 'sr-Cyrl', 'cnr', 'sl', 'mk', 'bg', 'uk', 'el', 'ro', 'hu', 'tr'] as const;
export type Said = (typeof SAID)[number];

/** Concepts of one kind. */
export interface Family {
  /** The share of needs that is expected to speak of one of them, before any need is read. */
  readonly usual: number;
  readonly entries: Readonly<Record<string, Entry>>;
}
