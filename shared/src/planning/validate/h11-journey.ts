import type { Violation } from '../answer.ts';
import { awayOf } from '../away.ts';
import { countryOf, type Facts } from '../facts.ts';
import { spanOf, type Reading, type Traveller } from '../reading.ts';
import { broken, each, ref } from './violation.ts';

function person(facts: Facts, one: Traveller): Violation[] {
  const { earliestDeparture, latestReturn } = facts.problem.period;
  const about = ref('PERSON', one.person.id);
  const span = spanOf(one);
  const found: Violation[] = [];
  if (span && span.from < earliestDeparture) found.push(broken('H11', 'BEFORE_PERIOD', [about, ref('PERIOD', 'earliestDeparture')], { at: span.from, amount: earliestDeparture - span.from }));
  if (span && span.until > latestReturn) found.push(broken('H11', 'AFTER_PERIOD', [about, ref('PERIOD', 'latestReturn')], { at: span.until, amount: span.until - latestReturn }));
  if (one.stays.at(-1)!.placeId !== one.person.endPlaceId) found.push(broken('H11', 'NOT_HOME', [about, ref('PLACE', one.person.endPlaceId)]));
  const tooMany = awayOf(facts, one).days - (one.person.maxDaysAway ?? Infinity);
  return tooMany > 0 ? [...found, broken('H11', 'TOO_MANY_DAYS', [about], { amount: tooMany })] : found;
}

/** H11: everybody leaves and is home within the period and for as many days as they may be away; the nights of all and the countries are as many as they may be. */
export function h11Journey(facts: Facts, { members, meetings }: Reading): Violation[] {
  const { maxNights, maxCountries } = facts.problem;
  const nights = members.reduce((sum, one) => sum + awayOf(facts, one).nights, 0) - (maxNights ?? Infinity);
  const countries = new Set(meetings.map(({ meeting }) => countryOf(facts, meeting.placeId).id)).size - (maxCountries ?? Infinity);
  return [
    ...each(members, (one) => person(facts, one)),
    ...(nights > 0 ? [broken('H11', 'TOO_MANY_NIGHTS', [ref('BOUND', 'maxNights')], { amount: nights })] : []),
    ...(countries > 0 ? [broken('H11', 'TOO_MANY_COUNTRIES', [ref('BOUND', 'maxCountries')], { amount: countries })] : []),
  ];
}
