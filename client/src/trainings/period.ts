import type { LocationQueryRaw } from 'vue-router';

import { addDays, addMonths, daysBetween, isDay, lastDayOf, mondayOf } from './days.ts';

/** How the sessions are shown: one below the other, or by the days of a month or of a week. */
export const VIEWS = ['month', 'week'] as const;

/** A month or a week that the calendar shows, first and last day included. */
export interface Period {
  readonly view: (typeof VIEWS)[number];
  readonly first: string;
  readonly last: string;
}

/** The period that an address holds: the month or the week that `on` is in, or `today` when it holds none. */
export function periodOf(view: string, on: string, today: string): Period | undefined {
  if (view === 'month') return periodWith('month', isDay(`${on.slice(0, 7)}-01`) ? `${on.slice(0, 7)}-01` : today);
  if (view === 'week') return periodWith('week', isDay(on) ? on : isDay(`${on}-01`) ? `${on}-01` : today);
  return undefined;
}

/** The period of a kind that a day is in. */
export function periodWith(view: Period['view'], day: string): Period {
  if (view === 'week') return { view, first: mondayOf(day), last: addDays(mondayOf(day), 6) };
  const month = day.slice(0, 7);
  return { view, first: `${month}-01`, last: lastDayOf(month) };
}

/** The period just before (-1) or after (1) another. */
export function neighbour({ view, first, last }: Period, step: -1 | 1): Period {
  if (view === 'month') return periodWith(view, `${addMonths(first.slice(0, 7), step)}-01`);
  return periodWith(view, step === 1 ? addDays(last, 1) : addDays(first, -1));
}

/** A period as the address names it. */
export function periodQuery({ view, first }: Period): LocationQueryRaw {
  return { view, on: view === 'month' ? first.slice(0, 7) : first };
}

/** The weeks that a period touches, from Monday to Sunday; days outside the period are undefined. */
export function weeksOf({ first, last }: Period): (string | undefined)[][] {
  const days = daysBetween(mondayOf(first), addDays(mondayOf(last), 6)).map((day) => (day < first || day > last ? undefined : day));
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** The instants to ask for: wide enough to hold the days of the period in every zone of the world. */
export function instantsOf({ first, last }: Period): { from: string; until: string } {
  return { from: `${addDays(first, -1)}T09:00:00.000Z`, until: `${addDays(last, 1)}T12:00:00.000Z` };
}
