/** For how many minutes one departure stands of links that leave at any minute: one step, where what the relaxation has to look at is little; otherwise the fewest with which it is. */
import type { Problem, Travel } from '@passerelle/shared/planning.ts';

/** Departures that a model has at most, and what their duties lead to: some megabytes, and rounds of multipliers that take some tenths of a second. */
const MOST_DEPARTURES = 60_000;
const MOST_STATES = 25_000;
const MOST_JOURNEYS = 1_000_000;
/** Departures of what may be looked through one by one, and journeys of what may be relaxed so. */
const SMALL = 20_000;
const SMALL_JOURNEYS = 3_000_000;
const WIDTHS = [1, 2, 3, 5, 6, 10, 12, 15, 20, 30, 40, 60, 90, 120, 180, 240, 360];
/** Where departures stand for others it need not be known to the minute when a duty ends. */
const PART = 180;
const DAY = 1440;

/** Departures a day: of links that have hours, and minutes in which others leave. */
function departuresADay(one: Travel): { readonly timed: number; readonly minutes: number } {
  if (one.type === 'MATRIX') return { timed: 0, minutes: one.minutes.reduce((sum, row, from) => sum + row.filter((minutes, to) => minutes >= 0 && to !== from).length, 0) * DAY };
  if (!one.isOffered) return { timed: 0, minutes: 0 };
  const share = one.weekdays.length / 7;
  return 'at' in one.departs ? { timed: one.departs.at.length * share, minutes: 0 } : { timed: 0, minutes: (one.departs.last - one.departs.first + 1) * share };
}

/** By for how many minutes one departure stands, how many are written down, how many states of arrivals with duties there are, and how many journeys lead on from these. */
function sizeOf({ travel, places, period, workRules }: Problem, width: number, part: number): { readonly departures: number; readonly states: number; readonly journeys: number } {
  const all = travel.map(departuresADay);
  const days = (period.latestReturn - period.earliestDeparture) / DAY;
  const [timed, others] = [all.reduce((sum, one) => sum + one.timed, 0) * days, (all.reduce((sum, one) => sum + one.minutes, 0) / width) * days];
  const [duty, rest] = (workRules ?? []).reduce(([most, least], { maxDutyMinutes, minRestMinutes }) => [Math.max(most, maxDutyMinutes), Math.max(least, minRestMinutes)], [0, 0]);
  // Where duties end at many times there are as many states of each arrival, from each of which so many departures are taken before somebody is rested.
  const states = others * Math.max(1, duty / part) + timed;
  return { departures: timed + others, states, journeys: states * Math.max(1, (((timed + others) / days / places.length) * rest) / DAY) };
}

/** In minutes, a multiple of the step. */
export function grainOf(problem: Problem, step: number): number {
  if (problem.travel.every((one) => departuresADay(one).minutes === 0)) return step;
  const isLittle = (width: number): boolean => {
    const { departures, states, journeys } = sizeOf(problem, width, width === step ? step : Math.max(PART, width));
    return departures <= MOST_DEPARTURES && states <= MOST_STATES && journeys <= MOST_JOURNEYS;
  };
  return step * (WIDTHS.find((width) => isLittle(width * step)) ?? WIDTHS.at(-1)!);
}

/** Whether there is so little that crews may be looked through with each departure by itself; `isRelaxed`: and that ways may be relaxed so, although that takes longer. */
export function smallness(problem: Problem, step: number): { readonly isSmall: boolean; readonly isRelaxed: boolean } {
  const { departures, journeys } = sizeOf(problem, step, step);
  return { isSmall: departures <= SMALL, isRelaxed: departures <= SMALL && journeys <= SMALL_JOURNEYS };
}

/** In minutes, by how much what is asked of duties is rounded up. */
export const partsOf = ({ spread, slack }: { readonly spread: number; readonly slack: number }): number => (spread + slack === 0 ? 1 : Math.max(PART, spread, slack));
