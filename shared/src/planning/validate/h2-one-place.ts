import type { Violation } from '../answer.ts';
import { clockIn, zoneOf, type Facts } from '../facts.ts';
import { isWithin, minutesBetween, type Reading, type Ride, type Traveller } from '../reading.ts';
import { dayOf, instantOf, isInForce, weekdayOf } from '../time.ts';
import type { Service } from '../travel.ts';
import type { Instant } from '../units.ts';
import { broken, each, ref } from './violation.ts';

/** Whether a service leaves at an instant: on a day on which it runs and is in force, at one of its hours. */
function departs(facts: Facts, service: Service, at: Instant): boolean {
  const zone = zoneOf(facts, service.from);
  const { day } = clockIn(facts, service.from, at);
  if (!service.weekdays.includes(weekdayOf(day)) || !isInForce(service, dayOf(day))) return false;
  const { departs: hours } = service;
  return 'at' in hours ? hours.at.some((minute) => instantOf(zone, day, minute) === at) : at >= instantOf(zone, day, hours.first) && at <= instantOf(zone, day, hours.last);
}

function link(facts: Facts, { journey, travel }: Ride): Violation[] {
  const about = [ref('TRAVEL', travel.id)];
  const at = journey.departsAt;
  if (travel.type === 'MATRIX') return minutesBetween(travel, journey.from, journey.to) < 0 ? [broken('H2', 'NO_LINK', about, { at })] : [];
  if (travel.from !== journey.from || travel.to !== journey.to) return [broken('H2', 'NO_LINK', about, { at })];
  if (!travel.isOffered) return [broken('H2', 'NOT_OFFERED', about, { at })];
  return departs(facts, travel, at) ? [] : [broken('H2', 'NO_SUCH_DEPARTURE', about, { at })];
}

/** From where somebody is, not before they are there, and by a matrix only to where they have something to do. */
function chain({ person, rides, stays, visits }: Traveller): Violation[] {
  return rides.flatMap(({ journey, travel }, n) => {
    const about = [ref('PERSON', person.id), ref('TRAVEL', travel.id)];
    const stay = stays[n]!;
    const found = journey.from !== stay.placeId || (stay.arrivesAt !== null && journey.departsAt < stay.arrivesAt) ? [broken('H2', 'DEPARTS_FROM_ELSEWHERE', about, { at: journey.departsAt })] : [];
    const isServed = n === rides.length - 1 || visits.some((visit) => isWithin(stays[n + 1]!, visit, 0));
    return travel.type === 'MATRIX' && !isServed ? [...found, broken('H2', 'UNSERVED_ON_THE_WAY', about, { at: journey.departsAt })] : found;
  });
}

/** The journeys of a party follow each other, too: where people join and leave nobody need ride all of them. */
function partyChain({ party, journeys }: Reading['parties'][number]): Violation[] {
  return journeys.flatMap(({ journey }, n) => {
    const before = journeys[n - 1];
    return before && (journey.from !== before.journey.to || journey.departsAt < before.arrivesAt) ? [broken('H2', 'DEPARTS_FROM_ELSEWHERE', [ref('PARTY', party.id), ref('TRAVEL', journey.travelId)], { at: journey.departsAt })] : [];
  });
}

/** At each of their meetings somebody is in its place, with the buffers around journeys and the transfer after the meeting before. */
function presence(facts: Facts, { person, stays, visits }: Traveller): Violation[] {
  return visits.flatMap((visit, n) => {
    const { transferMinutes, bufferMinutes } = facts.places.get(visit.meeting.placeId)!;
    const about = [ref('PERSON', person.id), ref('MEETING', visit.meeting.id)];
    const found = stays.some((stay) => isWithin(stay, visit, bufferMinutes)) ? [] : [broken('H2', 'NOT_THERE', about, { at: visit.startsAt })];
    const before = visits[n - 1];
    const gap = before?.meeting.placeId === visit.meeting.placeId && isSameStay(stays, before, visit) ? transferMinutes : 0;
    const missing = before ? before.endsAt + gap - visit.startsAt : 0;
    return missing > 0 ? [...found, broken('H2', 'TWO_MEETINGS_AT_ONCE', [...about, ref('MEETING', before!.meeting.id)], { at: visit.startsAt, amount: missing })] : found;
  });
}

const isSameStay = (stays: Traveller['stays'], ...both: Traveller['visits'][number][]): boolean => stays.some((stay) => both.every((visit) => isWithin(stay, visit, 0)));

/** H2: each journey is one that there is, and each person is in one place at a time. Source: the links of the problem; that a matrix is for who serves a vertex, the definition of the orienteering problem (Vansteenwegen et al. 2011). */
export function h2OnePlace(facts: Facts, { members, parties }: Reading): Violation[] {
  return [
    ...each(parties, (one) => [...each(one.journeys, (ride) => link(facts, ride)), ...partyChain(one)]),
    ...each(members, (one) => [...each(one.rides, (ride) => link(facts, ride)), ...chain(one), ...presence(facts, one)]),
  ];
}
