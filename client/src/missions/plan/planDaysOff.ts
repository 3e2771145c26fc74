/** On which days of a mission nobody works where a plan leads: the timeline draws them, the table says them. Pure functions. */
import { daysFrom } from '../board/boardTime.ts';
import { citiesOf } from './planRows.ts';
import type { Plan, PlanMission, PlanSearch } from './usePlan.ts';

/** The days of a country, and the cities of the plan there. */
export interface DaysOff {
  readonly country: string;
  readonly cities: readonly string[];
  readonly days: readonly string[];
}

type Week = Pick<PlanSearch['assumptions'], 'workingHours' | 'countryHours'>;

/** For each country of the mission to which a plan leads: its holidays, and the days of the week on which it has no hours; where those are not known, the usual ones. Of a country without such days nothing. */
export function daysOff(plan: Plan, { startsOn, endsOn, legs }: Pick<PlanMission, 'startsOn' | 'endsOn' | 'legs'>, { workingHours, countryHours }: Week): readonly DaysOff[] {
  const there = legs.filter(({ city }) => citiesOf(plan).includes(city.code));
  return [...Map.groupBy(there, (leg) => leg.country.code)].flatMap(([country, inIt]) => {
    const hours = countryHours.find(({ countryCode }) => countryCode === country)?.hours ?? workingHours;
    const isOff = (day: string): boolean => !hours.some(({ weekday }) => weekday % 7 === new Date(`${day}T00:00:00Z`).getUTCDay()) || inIt.some((leg) => leg.country.holidays.some(({ date }) => date === day));
    const days = daysFrom(startsOn, endsOn).filter(isOff);
    return days.length > 0 ? [{ country, cities: [...new Set(inIt.map(({ city }) => city.code))], days }] : [];
  });
}
