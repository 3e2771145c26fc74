import type { Locale } from '../locales.ts';

/** What is read of a need in order to compare it with others. */
export interface NeedToCompare {
  readonly key: string;
  readonly country: string;
  /** The main theme first. */
  readonly themes: readonly string[];
  /** A part of the main theme; none where that is not said. */
  readonly subtheme?: string | null;
  readonly pillar: string;
  readonly audiences: readonly string[];
  /** ISO day. */
  readonly enteredOn: string;
  /** Title and text joined, in every language in which it is said. */
  readonly texts: readonly { readonly locale: Locale; readonly text: string }[];
}

/** A need with what its texts speak of, found once: see `spoken`. */
export interface Spoken extends NeedToCompare {
  /** The concepts its texts speak of, each with its weight: the rarer, the heavier. */
  readonly concepts: ReadonlyMap<string, number>;
  /** The beginnings of its words, all alphabets in one, each with its weight. */
  readonly beginnings: ReadonlyMap<string, number>;
  /** What both weigh in all. */
  readonly weight: { readonly concepts: number; readonly beginnings: number };
  /** Months since 1970 when it was entered. */
  readonly month: number;
}

/** How close two needs are, and by what. */
export interface Closeness {
  /** 0 to 1. */
  readonly score: number;
  /** The themes of both. */
  readonly themes: readonly string[];
  /** The part of a theme that both are about before all; null where that is not the same, or not said of both. */
  readonly subtheme: string | null;
  /** The audiences of both. */
  readonly audiences: readonly string[];
  readonly samePillar: boolean;
  /** Keys of concepts both speak of, the weightiest first. */
  readonly concepts: readonly string[];
  readonly monthsApart: number;
}

/** Needs that may be one: for the adviser to take, to split or to leave. */
export interface Suggestion {
  /** Keys, in order. */
  readonly needs: readonly string[];
  readonly countries: readonly string[];
  /** The themes of two of its needs or more, the most frequent first. */
  readonly themes: readonly string[];
  /** The sub-themes of two of its needs or more, the most frequent first. */
  readonly subthemes: readonly string[];
  /** The audiences of two of its needs or more, the most frequent first. */
  readonly audiences: readonly string[];
  /** Keys of the concepts of two of its needs or more, those of the most needs first. */
  readonly concepts: readonly string[];
  /** The weakest average closeness of a member to the others. */
  readonly score: number;
  readonly pairs: readonly ({ readonly a: string; readonly b: string } & Closeness)[];
}

/** What the adviser has said already. */
export interface Known {
  /** Pairs of keys that do not belong together: never in one group, unless the adviser has grouped them since. */
  readonly apart?: readonly (readonly [string, string])[];
  /** Needs that are grouped: they stay in one group, which others may join. */
  readonly together?: readonly (readonly string[])[];
}
