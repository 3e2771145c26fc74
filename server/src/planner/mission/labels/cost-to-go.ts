/**
 * What those who are with the party have still to spend until they are home, at least: fares and minutes of the cheapest and the shortest ways (Floyd 1962), the nights until they can be there, and what all that is left to hold makes of it.
 * A plan that has begun can be given up by it where profits alone say nothing: the completion bounds of resource-constrained shortest paths (Dumitrescu and Boland 2003), level by level.
 */
import { clockAt } from '@passerelle/shared/planning.ts';
import { zoneOf } from '@passerelle/shared/planning/facts.ts';
import { ALLOWANCE, FARE, INTERPRETER, OTHER } from '../model/cost-kinds.ts';
import type { Crew } from '../model/crew.ts';
import type { Departure } from '../model/departures.ts';
import { isIn, type Model } from '../model/model.ts';
import { shortestIn } from '../model/shortest-ways.ts';
import { ARRIVED, DUTY_BY, ENDS, FIELDS, type Label, LEFT_ON, RESTED } from './label.ts';
import type { Least, Onward, Standing } from './onward.ts';

/** Cents of fares, allowances and what meetings cost, and minutes, of all of them together; the nights away of those who have left, and how many these are. */
export interface Spending {
  readonly cents: number;
  readonly minutes: number;
  readonly nights: number;
  readonly travellers: number;
}

/** Some meetings, by their bits, and the places where they are held. */
export interface Wanted {
  readonly lo: number;
  readonly hi: number;
  readonly places: readonly number[];
}

export interface CostToGo {
  /** Null where somebody cannot be home, or not within what a limit, their days or the nights of all allow. */
  home(label: Label): Spending | null;
  /** The same where the party goes by one of some places first. */
  by(label: Label, home: Spending, places: readonly number[]): Spending;
  /** The same where all of some meetings are still held. */
  through(label: Label, home: Spending, wanted: Wanted): Spending | null;
}

export function costToGoOf(model: Model, { members, covers }: Crew, onward: Onward): CostToGo {
  const { problem, facts, places, from, limits, tasks, isTogether } = model;
  const { fares, minutes } = shortestIn(model);
  // What somebody who interprets is paid at least, where a meeting cannot be held without.
  const interpreters = covers.map((all) => (all.length === 0 ? 0 : Math.min(...all.map((one) => one.interpreters.reduce((most, { cents }) => Math.max(most, cents), 0)))));
  const days = members.map(() => new Map<number, number>());
  const ofFares = limits.filter(({ kinds }) => kinds.includes(FARE));
  const ofAll = ofFares.filter(({ kinds }) => kinds.includes(ALLOWANCE));

  /** The day, where somebody lives, at an instant. */
  const dayAt = (person: number, at: number): number => {
    let day = days[person]!.get(at);
    if (day === undefined) {
      day = clockAt(zoneOf(facts, places[members[person]!.end]!.id), at).day;
      days[person]!.set(at, day);
    }
    return day;
  };

  /** When somebody is home, at the earliest. */
  const homeAt = (label: Label, person: number): number => {
    const [{ end }, base] = [members[person]!, person * FIELDS];
    return label.place === end ? label.state[base + ARRIVED]! : Math.max(from, label.state[base + ARRIVED]!, label.state[base + ENDS]! + places[label.place]!.buffer) + minutes[label.place]![end]!;
  };

  /** The nights of who has left, when they are home at a time; ∞ where they may not be away so long. */
  const nightsOf = ({ state }: Label, person: number, at: number): number => {
    const nights = Math.max(0, dayAt(person, at) - state[person * FIELDS + LEFT_ON]!);
    return nights + 1 > (members[person]!.person.maxDaysAway ?? Infinity) ? Infinity : nights;
  };

  const areTooMany = (label: Label, nights: number): boolean => label.nights + nights > (problem.maxNights ?? Infinity);
  const hasLeft = ({ state }: Label, person: number): boolean => state[person * FIELDS + LEFT_ON] !== Infinity;
  const isWithin = ({ money }: Label, { kinds, cents }: Model['limits'][number], more: number): boolean => kinds.reduce((all, kind) => all + money[kind]!, more) <= cents;

  const by = ({ place, absent, left }: Label, home: Spending, stops: readonly number[]): Spending => {
    if (!isTogether) return home;
    const least = { cents: Infinity, minutes: Infinity };
    const gone = absent | left;
    for (const stop of stops) {
      const sum = { cents: 0, minutes: 0 };
      for (const [person, { end }] of members.entries()) {
        if ((gone >> person) & 1) continue;
        sum.cents += fares[place]![stop]! + fares[stop]![end]!;
        sum.minutes += minutes[place]![stop]! + minutes[stop]![end]!;
      }
      least.cents = Math.min(least.cents, sum.cents);
      least.minutes = Math.min(least.minutes, sum.minutes);
    }
    return { ...home, cents: Math.max(home.cents, least.cents), minutes: Math.max(home.minutes, least.minutes) };
  };

  /** From when on meetings can begin: those who have come first need not wait for the others; who is still to come may live there. */
  const beginsAt = ({ state, place, now, absent, left }: Label): number => {
    if (absent !== 0) return now;
    const least = members.reduce((all, _, person) => ((left >> person) & 1 ? all : Math.min(all, state[person * FIELDS + ARRIVED]!)), Infinity);
    return Math.max(now, least + places[place]!.buffer);
  };

  const standingOf = ({ state, place }: Label, base: number, now: number): Standing =>
    ({ place, arrived: state[base + ARRIVED]!, ready: Math.max(from, state[base + ARRIVED]!, state[base + ENDS]! + places[place]!.buffer), now, rested: state[base + RESTED]!, dutyBy: state[base + DUTY_BY]! });

  /** Without what is held in a place: who comes later need not have been there for it. */
  const elsewhere = ({ place }: Label, { lo, hi }: Wanted): readonly [number, number] => tasks.reduce((rest, task) => (task.place === place ? [rest[0] & ~task.lo, rest[1] & ~task.hi] as const : rest), [lo, hi] as const);

  /** What somebody who is with the party, or joins it before it leaves, spends at least; who may leave early need not go on. */
  const leastOf = (label: Label, person: number, wanted: Wanted): Least | null => {
    const { person: who, start } = members[person]!;
    if ((label.absent >> person) & 1) return onward.of(who, { place: start, arrived: -Infinity, ready: from, now: from, rested: -Infinity, dutyBy: Infinity }, ...elsewhere(label, wanted));
    const standing = standingOf(label, person * FIELDS, beginsAt(label));
    return isTogether ? onward.of(who, standing, wanted.lo, wanted.hi) : onward.of(who, standing, 0, 0);
  };

  /** What seats in vehicles that are paid for count at most, where somebody may still take them: who rides with the party takes none that others have come by. */
  const freeSeats = ({ seats, hasRidden }: Label): number => {
    if (isTogether && hasRidden) return 0;
    const taken = new Map<Departure, number>();
    for (let one = seats; one; one = one.before) taken.set(one.departure, (taken.get(one.departure) ?? 0) + 1);
    return [...taken].reduce((sum, [departure, some]) => sum + ((departure.seats! - (some % departure.seats!)) % departure.seats!) * Math.floor(departure.fare / departure.seats!), 0);
  };

  /** Of all of them; null where somebody cannot, UNKNOWN where that is too much to find out. */
  const spentBy = (label: Label, wanted: Wanted): Pick<Spending, 'cents' | 'nights'> | null | 'UNKNOWN' => {
    const sum = { cents: 0, nights: 0 };
    const gone = isTogether ? label.left : label.left | label.absent;
    for (let person = 0; person < members.length; person += 1) {
      if ((gone >> person) & 1) continue;
      const least = leastOf(label, person, wanted);
      if (!least) return 'UNKNOWN';
      sum.cents += least.cents;
      if (((label.absent >> person) & 1) === 0 && hasLeft(label, person)) sum.nights += least.cents === Infinity ? Infinity : nightsOf(label, person, least.homeAt);
    }
    return sum.cents === Infinity || sum.nights === Infinity ? null : { ...sum, cents: Math.max(0, sum.cents - freeSeats(label)) };
  };

  /** What meetings themselves cost, and who interprets, where nobody has yet: for several of them somebody may be paid once. */
  const besideOf = ({ uses }: Label, { lo, hi }: Wanted): { readonly other: number; readonly interpreted: number } => {
    const held = tasks.filter((task) => isIn(task, lo, hi));
    return { other: held.reduce((sum, { meeting }) => sum + meeting.otherCents, 0), interpreted: uses ? 0 : held.reduce((most, { index }) => Math.max(most, interpreters[index]!), 0) };
  };

  return {
    home(label) {
      const sum = { cents: 0, minutes: 0, nights: 0, travellers: 0 };
      const gone = label.absent | label.left;
      for (const [person, { end }] of members.entries()) {
        if ((gone >> person) & 1) continue;
        sum.cents += fares[label.place]![end]!;
        sum.minutes += minutes[label.place]![end]!;
        if (!hasLeft(label, person)) continue;
        sum.nights += sum.cents === Infinity ? Infinity : nightsOf(label, person, homeAt(label, person));
        sum.travellers += 1;
      }
      sum.cents = Math.max(0, sum.cents - freeSeats(label));
      return sum.cents === Infinity || sum.nights === Infinity || areTooMany(label, sum.nights) || !ofFares.every((limit) => isWithin(label, limit, sum.cents)) ? null : sum;
    },
    by,
    through(label, home, wanted) {
      const still = spentBy(label, wanted);
      if (still === 'UNKNOWN') return home;
      if (still === null || areTooMany(label, still.nights)) return null;
      const beside = besideOf(label, wanted);
      if (!ofAll.every((limit) => isWithin(label, limit, still.cents + (limit.kinds.includes(OTHER) ? beside.other : 0) + (limit.kinds.includes(INTERPRETER) ? beside.interpreted : 0)))) return null;
      const minutesThrough = wanted.places.reduce((most, stop) => Math.max(most, by(label, home, [stop]).minutes), home.minutes);
      return { cents: Math.max(home.cents, still.cents) + beside.other + beside.interpreted, minutes: minutesThrough, nights: Math.max(home.nights, still.nights), travellers: home.travellers };
    },
  };
}
