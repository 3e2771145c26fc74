/** The coarsest grid such that moving all times of a plan back to it breaks nothing, so that a best plan lies on it: all times of a problem lie on it but those by which something has to be over, for what is earlier keeps to them. */
import type { LocalMinute } from '@passerelle/shared/planning/units.ts';
import type { Problem } from '@passerelle/shared/planning.ts';

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

function ofTravel({ travel }: Problem): number[] {
  return travel.flatMap((one) => {
    if (one.type === 'MATRIX') return one.minutes.flat().filter((minutes) => minutes >= 0);
    return [one.minutes, ...('at' in one.departs ? one.departs.at : [one.departs.first])];
  });
}

function ofMeetings({ meetings, places, precedences, countries }: Problem): number[] {
  return [
    ...meetings.flatMap(({ serviceMinutes, windows }) => [serviceMinutes, ...(windows ?? []).map(({ from }) => from)]), ...places.flatMap(({ transferMinutes, bufferMinutes }) => [transferMinutes, bufferMinutes]),
    ...precedences.map(({ gapMinutes }) => gapMinutes), ...countries.flatMap(({ workingHours }) => (workingHours ?? []).map(({ from }) => from)),
  ];
}

function ofLaws({ workRules, allowances, interpreters }: Problem): LocalMinute[] {
  return [
    ...(workRules ?? []).flatMap(({ maxProgrammeMinutes, maxDutyMinutes, minRestMinutes }) => [maxProgrammeMinutes, maxDutyMinutes, minRestMinutes]),
    ...(allowances?.rules ?? []).flatMap(({ night, lunch, dinner }) => [night, lunch, dinner].flatMap(({ from, until }) => [from, until])), ...interpreters.map(({ halfDayAt }) => halfDayAt),
  ];
}

/** In minutes, at least one. A day, and the offsets of zones, are among what lies on it. */
export function stepOf(problem: Problem): number {
  const { period, zones, persons, pins, former, goals } = problem;
  return [
    1440, ...ofTravel(problem), ...ofMeetings(problem), ...ofLaws(problem), period.earliestDeparture, ...zones.flatMap(({ offsets }) => offsets.flatMap(({ from, minutes }) => [from, minutes])),
    ...persons.flatMap(({ blocks }) => blocks.map(({ until }) => until)), ...pins.flatMap((pin) => (pin.pin === 'AT' ? [pin.startsAt] : pin.pin === 'TRAVELS' ? [pin.journey.departsAt] : [])),
    ...(former?.meetings ?? []).map(({ startsAt }) => startsAt), ...goals.flatMap(({ terms }) => terms.flatMap((term) => (term.measure === 'SHORT_SLACK' ? [term.slackMinutes] : []))),
  ].reduce(gcd, 0);
}
