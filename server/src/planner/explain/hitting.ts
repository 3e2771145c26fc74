/** At least so much of an offer, by its place in the list. */
export interface AtLeast {
  readonly offer: number;
  readonly amount: number;
}

interface State {
  readonly amounts: readonly number[];
  readonly price: number;
}

/** How many sets are looked at before one gives up. */
const MOST_SETS = 20_000;

/**
 * Of each core at least one, at the lowest price: null where that is not below a price, undefined where the search was given up. Sets are looked at in the order of their price, by the first core of which they have none.
 */
export function cheapestHit(cores: readonly (readonly AtLeast[])[], { count, priceOf, below }: { readonly count: number; readonly priceOf: (at: AtLeast) => number; readonly below: number }): number[] | null | undefined {
  const open: State[] = [{ amounts: Array.from({ length: count }, () => 0), price: 0 }];
  const seen = new Set<string>();
  for (let looked = 0; looked < MOST_SETS; looked += 1) {
    const state = takeCheapest(open);
    if (!state) return null;
    const missed = cores.find((core) => !core.some(({ offer, amount }) => state.amounts[offer]! >= amount));
    if (!missed) return [...state.amounts];
    for (const { offer, amount } of missed) {
      const amounts = state.amounts.map((one, n) => (n === offer ? amount : one));
      const price = state.price - priceOf({ offer, amount: state.amounts[offer]! }) + priceOf({ offer, amount });
      const key = amounts.join();
      if (price >= below || seen.has(key)) continue;
      seen.add(key);
      open.push({ amounts, price });
    }
  }
  return undefined;
}

function takeCheapest(open: State[]): State | undefined {
  const price = Math.min(...open.map((one) => one.price));
  const place = open.findIndex((one) => one.price === price);
  return place < 0 ? undefined : open.splice(place, 1)[0];
}
