/** A plan as something to be changed in part: the stops of its party, each with what is held there. */
import type { Label } from '../labels/label.ts';
import type { Departure } from '../model/departures.ts';
import type { Going } from '../teams/crews.ts';

/** A meeting by the number of its task; who attends, as bits. */
export interface Visit {
  readonly task: number;
  readonly at: number;
  readonly attends: number;
}

/** `by`: the journey on which all come; null at the first stop. */
export interface Stop {
  readonly place: number;
  readonly by: Departure | null;
  readonly visits: readonly Visit[];
}

export interface Script {
  readonly going: readonly Going[];
  /** By person, how they come to the first stop; no journey for who begins there. */
  readonly joins: readonly (readonly Departure[])[];
  /** In their order, with the meetings in the order of time. */
  readonly stops: readonly Stop[];
}

/** A plan that has begun, from its beginning on. */
export function chainOf(last: Label): readonly Label[] {
  const labels: Label[] = [];
  for (let one: Label | null = last; one; one = one.before) labels.push(one);
  return labels.reverse();
}

/** What has been done, as a script; and each label with which a stop begins, but for the first one. */
export function scriptOf(going: readonly Going[], last: Label): { readonly script: Script; readonly arrived: readonly (Label | null)[] } {
  const [first, ...labels] = chainOf(last);
  const stops: { place: number; by: Departure | null; visits: Visit[] }[] = [{ place: first!.place, by: null, visits: [] }];
  const arrived: (Label | null)[] = [null];
  const joins = going.map((): readonly Departure[] => []);
  for (const label of labels) {
    const { deed } = label;
    if (deed?.deed === 'JOIN') joins[deed.person] = deed.way;
    else if (deed?.deed === 'MEET') stops.at(-1)!.visits.push({ task: deed.task.index, at: deed.at, attends: deed.attends });
    else if (deed?.deed === 'RIDE') {
      stops.push({ place: label.place, by: deed.departure, visits: [] });
      arrived.push(label);
    }
  }
  return { script: { going, joins, stops }, arrived };
}
