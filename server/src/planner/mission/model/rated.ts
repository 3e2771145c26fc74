/** Where not everything is known that is paid for a stay (H6): which hours of meetings nobody can attend at a price that is known, and until when somebody may stay. */
import { firstFrom } from './departures.ts';
import { comesBy, type Model, type Task, withHours } from './model.ts';
import { staysOf } from './stays.ts';

/** Whether it is known what is paid for a stay, of who neither lives nor lodges there, and is given no meal. */
type IsKnown = (place: number, arrived: number, leaves: number) => boolean;

function knownBy(model: Model): IsKnown {
  const stays = staysOf(model, model.problem.persons);
  return (place, arrived, leaves) => stays.centsOf(place, arrived, leaves, { isLodged: false, meal: null }) < Infinity;
}

/** Whether everybody is paid for each of their stays in a place, whatever hosts give: nobody lives or lodges there, and no meeting there gives a meal. */
const isPaid = ({ places, problem }: Model, place: number): boolean => {
  const { id } = places[place]!;
  return problem.meetings.every(({ placeId, provides }) => placeId !== id || provides === null) && problem.persons.every(({ startPlaceId, endPlaceId, lodgedAt }) => startPlaceId !== id && endPlaceId !== id && !lodgedAt.includes(id));
};

/** The places in which it is not known of each stay what is paid for it: the longest one tells, as what is unknown of a stay is so of a longer one. */
function unratedPlaces(model: Model, isKnown: IsKnown): ReadonlySet<number> {
  if (model.problem.allowances === null || model.problem.persons.length === 0) return new Set();
  return new Set([...model.places.keys()].filter((place) => !isKnown(place, model.from, model.until) && isPaid(model, place)));
}

/** The hours at which a meeting can be attended from the last arrival before it to the first departure after it, or, of those that stand for others, from somewhat later to somewhat earlier. */
function ratedHours({ departures, places, spread }: Model, { meeting, place, starts }: Task, isKnown: IsKnown): readonly number[] {
  const { buffer } = places[place]!;
  const arrivals = departures.flatMap((list) => list.flatMap(({ to, arrives }) => (to === place ? [arrives] : []))).sort((a, b) => a - b);
  return starts.filter((at) => {
    const arrived = arrivals.findLast((one) => one + buffer <= at);
    const ends = at + meeting.serviceMinutes + buffer;
    const leaves = departures[place]![firstFrom(departures[place]!, ends - spread)]?.at;
    return arrived !== undefined && leaves !== undefined && isKnown(place, Math.min(arrived + spread, at - buffer), Math.max(leaves, ends));
  });
}

/** The same model without the hours of meetings at which nothing is known of what whoever attends is paid: no plan has them. */
export function ratedOf(model: Model): Model {
  const isKnown = knownBy(model);
  const unrated = unratedPlaces(model, isKnown);
  return unrated.size === 0 ? model : { ...model, tasks: model.tasks.map((task) => (unrated.has(task.place) ? withHours(task, ratedHours(model, task, isKnown)) : task)) };
}

/** Until when at least somebody who comes to a place knows what is paid for their stay, as the departure with which they do not any more; ∞ where always. Null where that is so everywhere. */
export function staysUntil(model: Model): ((place: number, at: number) => number) | null {
  const isKnown = knownBy(model);
  const unrated = unratedPlaces(model, isKnown);
  if (unrated.size === 0) return null;
  return (place, at) => {
    const list = model.departures[place]!;
    let [low, high] = [firstFrom(list, at), unrated.has(place) ? list.length : 0];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isKnown(place, comesBy(model, at), Math.max(comesBy(model, at), list[middle]!.at - model.slack))) low = middle + 1; else high = middle;
    }
    return unrated.has(place) ? (list[low]?.at ?? Infinity) : Infinity;
  };
}
