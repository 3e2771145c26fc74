interface Fact {
  readonly provenance: { readonly isVerified: boolean };
}

/** How many facts there are of a kind, and how many of them are verified or not; undefined where not all were read. */
export interface Count {
  readonly total: number;
  readonly verified: number | undefined;
  readonly unverified: number | undefined;
}

/** Counts facts. `total` is how many there are, where `facts` may be only the first of them. */
export function countOf(facts: readonly Fact[], total = facts.length): Count {
  if (total > facts.length) return { total, verified: undefined, unverified: undefined };
  const verified = facts.filter(({ provenance }) => provenance.isVerified).length;
  return { total, verified, unverified: total - verified };
}
