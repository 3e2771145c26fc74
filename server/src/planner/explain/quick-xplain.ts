/**
 * QuickXplain (Junker 2004): a smallest part of a list of which something holds that holds of each greater part, too: none of its members can be missed. Of several it names what comes first in the
 * list as far as it can. With k members of n it asks about k·log(n/k) times. Null where it does not hold of the whole list.
 */
export function smallest<T>(list: readonly T[], holds: (some: readonly T[]) => boolean): T[] | null {
  if (!holds(list)) return null;
  return holds([]) ? [] : within([], false, { list, holds });
}

interface Asked<T> {
  readonly list: readonly T[];
  readonly holds: (some: readonly T[]) => boolean;
}

/** What is needed of a list beside what stands already. `hasNew`: whether anything was added to that since it was asked about. */
function within<T>(background: readonly T[], hasNew: boolean, { list, holds }: Asked<T>): T[] {
  if (hasNew && holds(background)) return [];
  if (list.length === 1) return [...list];
  const half = Math.ceil(list.length / 2);
  const [first, second] = [list.slice(0, half), list.slice(half)];
  const later = within([...background, ...first], true, { list: second, holds });
  const earlier = within([...background, ...later], later.length > 0, { list: first, holds });
  return [...earlier, ...later];
}
