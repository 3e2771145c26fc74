interface OfCountry {
  readonly country: { readonly code: string } | null;
}

/** Organisations of one country, or of none: the international ones. */
export interface Group<Item extends OfCountry> {
  readonly country: Item['country'];
  readonly items: readonly Item[];
}

/**
 * The organisations by country, each group in the order it came in. The countries stand in the order of `codes`, which is
 * that of the reader’s language; those that are not among them follow, and the international ones end the list.
 */
export function groupByCountry<Item extends OfCountry>(items: readonly Item[], codes: readonly string[]): Group<Item>[] {
  const groups = new Map<string, { readonly country: Item['country']; readonly items: Item[] }>();
  for (const item of items) {
    const key = item.country?.code ?? '';
    const group = groups.get(key) ?? { country: item.country, items: Array<Item>() };
    group.items.push(item);
    groups.set(key, group);
  }
  const place = ({ country }: Group<Item>): number => {
    if (!country) return Infinity;
    const known = codes.indexOf(country.code);
    return known < 0 ? codes.length : known;
  };
  return [...groups.values()].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
