import { closeness, scores } from './closeness.ts';
import { group } from './grouping.ts';
import type { Known, NeedToCompare, Spoken, Suggestion } from './need.ts';
import { spoken } from './spoken.ts';

/** How close, on average, the needs of two groups are that are put together. */
export const LEAST = 0.47;

/** How many needs are suggested together at most: as many as a group is accepted with. More would be too many pairs to compare and to show. */
export const MOST_TOGETHER = 100;

/** As many of those that may be one as are suggested at once: of each country in turn, those that are in no group first, so that what is left says something new and is of all the countries. */
function cut(members: readonly Spoken[], isGrouped: (key: string) => boolean): readonly Spoken[] {
  if (members.length <= MOST_TOGETHER) return members;
  const byCountry = [...Map.groupBy(members, ({ country }) => country).values()].map((of) => [...of.filter(({ key }) => !isGrouped(key)), ...of.filter(({ key }) => isGrouped(key))]);
  return byCountry.flatMap((of) => of.map((need, turn) => ({ need, turn }))).sort((a, b) => a.turn - b.turn).slice(0, MOST_TOGETHER).map(({ need }) => need);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** An order that depends on what needs say before it depends on how they are called. */
const inOrder = (needs: readonly NeedToCompare[]): NeedToCompare[] => {
  const said = new Map(needs.map((need) => [need, JSON.stringify([need.country, need.enteredOn, need.themes, need.subtheme ?? null, need.texts])]));
  return [...needs].sort((a, b) => compare(said.get(a)!, said.get(b)!) || compare(a.key, b.key));
};

/** What two members or more have, that of the most first. */
function shared(members: readonly Spoken[], of: (need: Spoken) => Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const one of members.flatMap((need) => [...new Set(of(need))])) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).sort(([a, many], [b, few]) => few - many || compare(a, b)).map(([one]) => one);
}

function suggestionOf(members: readonly Spoken[]): Suggestion {
  const byKey = [...members].sort((a, b) => compare(a.key, b.key));
  const pairs = byKey.flatMap((a, i) => byKey.slice(i + 1).map((b) => ({ a: a.key, b: b.key, ...closeness(a, b) })));
  const sums = new Map<string, number>();
  for (const { a, b, score } of pairs) for (const key of [a, b]) sums.set(key, (sums.get(key) ?? 0) + score);
  const average = ({ key }: Spoken): number => sums.get(key)! / (byKey.length - 1);
  const weight = new Map(byKey.flatMap((need) => [...need.concepts]));
  return {
    needs: byKey.map(({ key }) => key), countries: [...new Set(byKey.map(({ country }) => country))].sort(),
    themes: shared(byKey, (need) => need.themes), subthemes: shared(byKey, ({ subtheme }) => (subtheme ? [subtheme] : [])), audiences: shared(byKey, (need) => need.audiences),
    concepts: shared(byKey, (need) => [...need.concepts.keys()].sort((a, b) => weight.get(b)! - weight.get(a)!)),
    score: Math.min(...byKey.map(average)), pairs,
  };
}

/**
 * Groups of needs of two countries or more that may be one, best first; the same whatever the order and the keys. Keys in
 * `known` that are not among the needs are passed over. A group that is known already and that nothing joins is not among them.
 */
export function suggest(needs: readonly NeedToCompare[], known: Known = {}): Suggestion[] {
  return suggestAmong(spoken(inOrder(needs)), known);
}

/** What speaks for needs being one that are one already, of whatever closeness: two of them at least. */
export function asOne(needs: readonly NeedToCompare[]): Suggestion {
  return suggestionOf(spoken(inOrder(needs)));
}

/** Groups of two or more; who is in two is in the first. */
function disjoint(groups: readonly (readonly number[])[]): number[][] {
  const taken = new Set<number>();
  return groups.map((one) => one.filter((i) => !taken.has(i) && taken.add(i))).filter((one) => one.length > 1);
}

/** The same of needs that were read. */
export function suggestAmong(read: readonly Spoken[], { apart = [], together = [] }: Known = {}): Suggestion[] {
  const at = new Map(read.map(({ key }, i) => [key, i]));
  const kept = disjoint(together.map((keys) => [...new Set(keys)].flatMap((key) => at.get(key) ?? [])));
  const number = (a: string, b: string): number => (at.get(a) ?? NaN) * read.length + (at.get(b) ?? NaN);
  const refused = new Set(apart.flatMap(([a, b]) => [number(a, b), number(b, a)]));
  const grouped = new Set(together.flat());
  const table = scores(read);
  const groups = group({
    size: read.length, close: (a, b) => table[a]![b]!, isApart: (a, b) => refused.has(a * read.length + b), together: kept, least: LEAST,
  });
  return groups.filter((one) => !kept.some((other) => other.length === one.length && one.every((i) => other.includes(i))))
    .map((one) => one.map((i) => read[i]!)).filter((members) => new Set(members.map(({ country }) => country)).size > 1)
    .map((members) => suggestionOf(cut(members, (key) => grouped.has(key)))).sort((a, b) => b.score - a.score || compare(a.needs.join(' '), b.needs.join(' ')));
}
