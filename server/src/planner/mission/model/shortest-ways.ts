/** The cheapest and the shortest ways from place to place, on whatever day (Floyd 1962). */
import type { Problem } from '@passerelle/shared/planning.ts';
import type { Model } from './model.ts';

/** From place to place, of one person; ∞ where no link leads. */
export interface Shortest {
  readonly fares: readonly (readonly number[])[];
  readonly minutes: readonly (readonly number[])[];
}

interface Step {
  readonly from: string;
  readonly to: string;
  readonly fare: number;
  readonly time: number;
}

/** All links that are offered; a share of a vehicle is at least one seat of it. */
function* stepsOf({ travel }: Problem): Generator<Step> {
  for (const one of travel) {
    if (one.type === 'MATRIX') {
      for (const [row, from] of one.placeIds.entries()) for (const [column, to] of one.placeIds.entries()) if (one.minutes[row]![column]! >= 0) yield { from, to, fare: 0, time: one.minutes[row]![column]! };
    } else if (one.isOffered) yield { from: one.from, to: one.to, fare: one.seats === null ? one.fareCents : Math.floor(one.fareCents / one.seats), time: one.minutes };
  }
}

function shortestOf(problem: Problem, placeIndex: ReadonlyMap<string, number>): Shortest {
  const square = (): number[][] => problem.places.map((_, from) => problem.places.map((__, to) => (from === to ? 0 : Infinity)));
  const [fares, minutes] = [square(), square()];
  for (const { from, to, fare, time } of stepsOf(problem)) {
    const [a, b] = [placeIndex.get(from)!, placeIndex.get(to)!];
    fares[a]![b] = Math.min(fares[a]![b]!, fare);
    minutes[a]![b] = Math.min(minutes[a]![b]!, time);
  }
  for (const table of [fares, minutes]) {
    for (const [by, onward] of table.entries()) for (const row of table) for (let to = 0; to < row.length; to += 1) row[to] = Math.min(row[to]!, row[by]! + onward[to]!);
  }
  return { fares, minutes };
}

const known = new WeakMap<Problem, Shortest>();

/** Of a problem once. */
export function shortestIn({ problem, placeIndex }: Model): Shortest {
  const found = known.get(problem) ?? shortestOf(problem, placeIndex);
  known.set(problem, found);
  return found;
}
