/** The hours of the parts of a day once one of them has moved to another place. Pure functions. */
import { exchanged } from './read-part.ts';

interface Standing {
  readonly uuid: string;
  readonly starts: string;
  readonly ends: string;
}

const keyOf = ({ starts, ends, uuid }: Standing): string => `${starts} ${ends} ${uuid}`;
const byTime = (one: Standing, other: Standing): number => (keyOf(one) < keyOf(other) ? -1 : 1);

/**
 * The parts of a day, in their order, once the one at `from` has changed places with its neighbours until it stands at `to`, both from 0; those that stay are the same objects. Undefined where there is no such place, where one that is
 * held beside it is in the way, or where it would not stand there: among parts that are held beside each other.
 */
export function movedTo<Part extends Standing>(parts: readonly Part[], from: number, to: number): readonly Part[] | undefined {
  if (!parts[from] || !parts[to]) return undefined;
  const moved = [...parts];
  const step = to < from ? -1 : 1;
  for (let place = from; place !== to; place += step) {
    const at = Math.min(place, place + step);
    const [first, second] = [moved[at]!, moved[at + 1]!];
    if (first.ends > second.starts) return undefined;
    const hours = exchanged(first, second);
    [moved[at], moved[at + 1]] = [{ ...second, ...hours.second }, { ...first, ...hours.first }];
  }
  return [...moved].sort(byTime)[to]?.uuid === parts[from].uuid ? moved : undefined;
}
