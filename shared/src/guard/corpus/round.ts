/** Sentences of one language that were written after the rules were: descriptions of one person, and sentences that tell of nobody. */
export interface Round {
  readonly people: readonly string[];
  readonly clean: readonly string[];
}
