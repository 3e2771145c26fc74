/** A plan that has begun: where its people are, what each may still do, what has been spent and gained. Never changed once it is made. */
import type { Cover } from '../model/crew.ts';
import type { Departure } from '../model/departures.ts';
import type { Task } from '../model/model.ts';
import type { Meal, Use } from '../model/stays.ts';

/** What was done last. A person who joins has come by journeys of their own, and by such ones goes home who leaves. */
export type Deed = { readonly deed: 'MEET'; readonly task: Task; readonly at: number; readonly attends: number; readonly cover: Cover } | { readonly deed: 'RIDE'; readonly departure: Departure } | { readonly deed: 'JOIN' | 'LEAVE'; readonly person: number; readonly way: readonly Departure[] };

/** So many bits has a word. */
export const WORD = 31;

/** Of each person so many numbers, one after another; no arrival and no end are -∞, no beginning is ∞. */
export const FIELDS = 9;
/** When they came to where they are. */
export const ARRIVED = 0;
/** When their last meeting of this stay ends. */
export const ENDS = 1;
/** The beginning of the first that they do. */
export const BEGAN = 2;
/** The local day of their first departure. */
export const LEFT_ON = 3;
/** From when on work is a new duty; by when the work of the duty, and its programme (-1 where it has not begun), has to end, and how long that may be. */
export const RESTED = 4;
export const DUTY_BY = 5;
export const PROGRAMME_BY = 6;
export const PROGRAMME = 7;
/** Whether they came by a matrix, and so have to serve something before they go on. */
export const BY_MATRIX = 8;

/** How many have taken a vehicle on their own, at each of its departures. */
export interface Seats {
  readonly before: Seats | null;
  readonly departure: Departure;
}

export interface Label {
  readonly before: Label | null;
  readonly deed: Deed | null;
  readonly place: number;
  readonly now: number;
  readonly lo: number;
  readonly hi: number;
  /** Who has not joined yet, as bits. */
  readonly absent: number;
  /** Who has left. */
  readonly left: number;
  /** Of those who have left. */
  readonly nights: number;
  /** Whether the party has made a journey. */
  readonly hasRidden: boolean;
  readonly state: readonly number[];
  /** By country, who has attended something there. */
  readonly attended: readonly number[];
  /** By person and country, from where they entered it last; -1 where nobody knows. */
  readonly entered: readonly number[];
  /** Cents: fares, allowances, interpreters, other. */
  readonly money: readonly number[];
  /** Level by level, what has been counted beside meetings and crew. */
  readonly partial: readonly number[];
  /** By precedence, when its later meeting may begin. */
  readonly releases: readonly number[];
  readonly meals: readonly (Meal | null)[];
  readonly uses: Use | null;
  readonly seats: Seats | null;
  /** Pins of journeys that are kept, as bits of as many words as these take. */
  readonly kept: readonly number[];
  isDominated: boolean;
}

/** The same, while it is being made. */
export type Draft = { -readonly [K in keyof Label]: Label[K] extends readonly number[] ? number[] : Label[K] extends readonly (Meal | null)[] ? (Meal | null)[] : Label[K] };

export function draftOf(before: Label, deed: Deed | null): Draft {
  return {
    ...before, before, deed, isDominated: false, state: before.state.slice(), attended: before.attended.slice(), entered: before.entered.slice(), money: before.money.slice(), partial: before.partial.slice(),
    releases: before.releases.slice(), kept: before.kept.slice(), meals: before.meals.slice(),
  };
}
