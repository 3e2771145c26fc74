/** What a party pays for a way through the timetable: all for each journey, those who do not live there for each stay, and all once more to come to its beginning and home from its end. No team pays less. */
import type { Person } from '@passerelle/shared/planning.ts';
import { fareOf } from '../model/departures.ts';
import { comesBy } from '../model/model.ts';
import { faresAlone } from '../model/ways-alone.ts';
import { staysOf } from '../model/stays.ts';
import type { Frame } from './frame.ts';
import type { Node } from './timetable.ts';

/** By place, so many people. */
export type Paid = readonly number[];

/** Cents. */
export interface Outlay {
  /** By place, what it costs that all come there at first, and that all go home from there. */
  readonly joins: readonly number[];
  readonly homes: readonly number[];
  /** By departure, what all pay who take it. */
  readonly rides: Float64Array;
  /** How many are paid an allowance for a stay: of a party between its journeys all, of its first and last place, to which and from which people go by themselves, those of whom it is known. */
  readonly paid: { readonly between: Paid; readonly first: Paid; readonly last: Paid; readonly only: Paid };
  /** By task, what a meeting costs by itself. */
  readonly tasks: readonly number[];
  /** What all are paid who go. */
  readonly engaged: number;
  /** Of a team, how many they are who share what is held in a place; null where everything is taken to be held at once. */
  readonly hands: number | null;
  /** What one who arrives at a node is paid until some time. */
  stay(node: Node, until: number): number;
  /** The same by departure of its place; below 0 where it has not been asked for. */
  stays(node: Node): Float64Array;
}

/** Of so many people those who pay least. */
export const leastOf = (size: number, amounts: readonly number[]): number => amounts.toSorted((a, b) => a - b).slice(0, size).reduce((sum, one) => sum + one, 0);

/** `fares`: from place to place, of who comes and goes by themselves. */
export function outlayOf({ model, table, rule }: Frame, able: readonly Person[], size: number, fares = faresAlone(model)): Outlay {
  const { places, departures, placeIndex, problem } = model;
  const from = able.map(({ startPlaceId }) => placeIndex.get(startPlaceId)!);
  const to = able.map(({ endPlaceId }) => placeIndex.get(endPlaceId)!);
  const lodged = new Set(able.flatMap(({ lodgedAt }) => lodgedAt.map((id) => placeIndex.get(id)!)));
  const atHome = places.map((_, place) => able.filter((__, n) => from[n] === place || to[n] === place).length);
  const rides = new Float64Array(table.leaves.length);
  departures.forEach((list, place) => list.forEach((one, n) => { rides[table.offsets[place]! + n] = size * fareOf(one); }));
  // Meals that hosts give take from allowances.
  const stays = problem.allowances === null || problem.meetings.some(({ provides }) => provides !== null) ? null : staysOf(model, able);
  const known = new Map<number, Float64Array>();
  const stay = ({ place, at }: Node, until: number): number => {
    const come = comesBy(model, at);
    const cents = stays === null ? 0 : stays.centsOf(place, come, Math.max(come, until - model.slack), { isLodged: lodged.has(place), meal: null });
    // What is unknown is nothing.
    return cents === Infinity ? 0 : cents;
  };
  return {
    joins: places.map((_, place) => leastOf(size, from.map((start) => fares[start]![place]!))), homes: places.map((_, place) => leastOf(size, to.map((end) => fares[place]![end]!))),
    rides,
    paid: {
      between: places.map((_, place) => Math.max(0, size - atHome[place]!)),
      // Who comes first goes on with the party; without a rule of work it is not asked when that is.
      first: places.map((_, place) => (rule && atHome[place] === 0 ? 1 : 0)),
      // Who attends the last meeting has come with the party.
      last: places.map((_, place) => (atHome[place] === 0 ? 1 : 0)),
      // Where there is no journey of the party, one may go before another comes.
      only: places.map(() => 0),
    },
    hands: null, tasks: model.tasks.map(({ meeting }) => meeting.otherCents), engaged: leastOf(size, able.map(({ engagementCents }) => engagementCents)),
    stay,
    stays({ place, at }) {
      const key = (stays?.partOf(place, comesBy(model, at)) ?? 0) * places.length + place;
      let found = known.get(key);
      if (!found) {
        found = new Float64Array(departures[place]!.length).fill(stays ? -1 : 0);
        known.set(key, found);
      }
      return found;
    },
  };
}
