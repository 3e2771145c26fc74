/** Sentences of one language, all invented, written while the rules were. `{name}`, `{from}`, `{age}` and `{x}` are filled in. */
export interface Sample {
  /** Descriptions of one person. `{from}` is a place with its preposition or case. */
  readonly people: readonly string[];
  readonly names: readonly string[];
  readonly from: readonly string[];
  /** Sentences that carry a number or an address, without a word that says what it is. */
  readonly carriers: readonly string[];
  /** Sentences of the field that tell of nobody. */
  readonly clean: readonly string[];
}
