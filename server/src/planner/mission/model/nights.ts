/**
 * How many may be away for how long, where the nights of all together are limited: all who ride with a party are away from its first journey to its last one, so that a way which takes too many nights for the least team is none, and
 * one that takes fewer is for as many people as there are nights for.
 */
import type { Person } from '@passerelle/shared/planning.ts';
import type { Departure } from './departures.ts';
import type { Model } from './model.ts';
import { leastTeam } from './needed.ts';

export interface Nights {
  /** How many people go at least. */
  readonly least: number;
  /** How many nights all may be away together; ∞ for as many as one likes. */
  readonly all: number;
  /** The day of a time, by the clocks of whoever sets out on the latest, and comes home on the earliest. */
  out(at: number): number;
  home(at: number): number;
  /** From the first hour of the first of some days to the last hour of the last. */
  span(days: Days): { readonly from: number; readonly until: number };
}

/** Since when somebody is away, and until when, by days. */
interface Days {
  readonly out: number;
  readonly home: number;
}

/** Whoever rides with a party: from its first journey until they can be home; the days on which they set out at the latest and are home at the earliest, and how many nights others of it are away beside. */
export interface Away {
  readonly from: number;
  readonly until: number;
  readonly days: Days;
  readonly more: number;
}

const DAY = 1440;

export function nightsOf(model: Model, able: readonly Person[]): Nights {
  const clocksOf = (of: (person: Person) => string) => able.map((person) => model.places[model.placeIndex.get(of(person))!]!.clocks);
  const [out, home] = [Math.max(...clocksOf(({ startPlaceId }) => startPlaceId).map(({ most }) => most)), Math.min(...clocksOf(({ endPlaceId }) => endPlaceId).map(({ least }) => least))];
  return {
    least: model.problem.maxParties <= 1 ? leastTeam(model, able) : 1, all: model.problem.maxNights ?? Infinity, out: (at) => Math.floor((at + out) / DAY), home: (at) => Math.floor((at + home) / DAY),
    span: (days) => ({ from: days.out * DAY - out, until: (days.home + 1) * DAY - home - 1 }),
  };
}

const between = ({ out, home }: Days): number => Math.max(0, home - out);

/** The days on which somebody is away for all of a time. */
export const daysAway = ({ out, home }: Nights, from: number, until: number): Days => ({ out: out(from), home: home(until) });

/** How many may be away for some days, where others are so many nights beside: none where that is too long for the least team. */
export function mostAway({ least, all }: Nights, days: Days, more = 0): number {
  if (all === Infinity) return Infinity;
  const nights = between(days);
  const most = nights === 0 && more <= all ? Infinity : Math.floor((all - more) / nights);
  return most < least ? 0 : most;
}

/** How many nights longer than for some days somebody is away who has set out on another. */
export const moreOf = ({ out, home }: Days, cameOn: number): number => Math.max(0, Math.min(out, home) - cameOn);

/** The day by which the last of the least team has to be home that is away like that. */
export const lastHome = ({ least, all }: Nights, { days, more }: Away): number => days.out + between(days) + all - more - least * between(days);

/** The same problem for people who are away for all of a time, with no larger teams than there are nights for. */
export function awayFor(model: Model, persons: readonly Person[], { from, until }: { readonly from: number; readonly until: number }): Model {
  const { problem } = model;
  const nights = nightsOf(model, persons);
  const most = Math.min(problem.maxTeam ?? Infinity, mostAway(nights, daysAway(nights, from, until)));
  return { ...model, problem: { ...problem, persons, maxTeam: most === Infinity ? null : most } };
}

/** Whether a least team may be away for all of a time. */
export function mayBeAway(model: Model, persons: readonly Person[], { from, until }: { readonly from: number; readonly until: number }): boolean {
  const nights = nightsOf(model, persons);
  return mostAway(nights, daysAway(nights, from, until)) > 0;
}

/** What is left of a model where the last journey of a party ends at some time, all of it by those who are away for no longer than there are nights for: journeys to the party and home from it, and which of them a party may make. */
export function shortly(model: Model, nights: Nights, lastRide: { readonly from: number; readonly until: number }): { readonly model: Model; readonly rides: (departure: Departure) => boolean } {
  const [first, last] = [nights.home(lastRide.from) - nights.all, nights.out(lastRide.until) + nights.all];
  const isNear = ({ at, arrives }: Departure): boolean => nights.out(at) >= first && nights.home(arrives) <= last;
  return {
    model: { ...model, departures: model.departures.map((list) => list.filter(isNear)) },
    rides: ({ at, arrives }) => arrives < lastRide.until && mostAway(nights, daysAway(nights, at, lastRide.from)) > 0,
  };
}
