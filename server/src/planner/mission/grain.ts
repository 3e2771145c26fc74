/** For how many minutes one departure stands of links that leave at any minute: one step, where what the relaxation has to look at is little; otherwise the fewest with which it is. */
import type { Problem, Travel } from '@passerelle/shared/planning.ts';

/** Departures that a model has at most, and what their duties lead to: some megabytes, and rounds of multipliers that take some tenths of a second. */
const MOST_DEPARTURES = 60_000;
const MOST_STATES = 25_000;
const MOST_JOURNEYS = 1_000_000;
const WIDTHS = [1, 2, 3, 5, 6, 10, 12, 15, 20, 30, 40, 60, 90, 120, 180, 240, 360];
/** Where departures stand for others it need not be known to the minute when a duty ends. */
const PART = 180;
const DAY = 1440;

/** Departures a day: of links that have hours, and minutes in which others leave. */
function departuresADay(one: Travel): { readonly timed: number; readonly minutes: number } {
  if (one.type === 'MATRIX') return { timed: 0, minutes: one.minutes.flat().filter((minutes) => minutes >= 0).length * DAY };
  if (!one.isOffered) return { timed: 0, minutes: 0 };
  const share = one.weekdays.length / 7;
  return 'at' in one.departs ? { timed: one.departs.at.length * share, minutes: 0 } : { timed: 0, minutes: (one.departs.last - one.departs.first + 1) * share };
}

/** In minutes, a multiple of the step: where duties end at many times there are as many states of each arrival, from each of which so many departures are taken before somebody is rested. */
export function grainOf({ travel, places, period, workRules }: Problem, step: number): number {
  const all = travel.map(departuresADay);
  const [timed, minutes] = [all.reduce((sum, one) => sum + one.timed, 0), all.reduce((sum, one) => sum + one.minutes, 0)];
  const days = (period.latestReturn - period.earliestDeparture) / DAY;
  const [duty, rest] = (workRules ?? []).reduce(([most, least], { maxDutyMinutes, minRestMinutes }) => [Math.max(most, maxDutyMinutes), Math.max(least, minRestMinutes)], [0, 0]);
  const isFew = (width: number): boolean => {
    const [departures, rare] = [(timed + minutes / width) * days, timed * days];
    const states = ((minutes * days) / width) * Math.max(1, duty / (width === step ? width : Math.max(PART, width))) + rare;
    return departures <= MOST_DEPARTURES && states <= MOST_STATES && states * Math.max(1, ((departures / days / places.length) * rest) / DAY) <= MOST_JOURNEYS;
  };
  return minutes === 0 ? step : step * (WIDTHS.find((width) => isFew(width * step)) ?? WIDTHS.at(-1)!);
}

/** In minutes, by how much what is asked of duties is rounded up. */
export const partsOf = ({ spread, slack }: { readonly spread: number; readonly slack: number }): number => (spread + slack === 0 ? 1 : Math.max(PART, spread, slack));
