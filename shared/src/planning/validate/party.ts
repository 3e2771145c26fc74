import type { Violation } from '../answer.ts';
import type { Facts } from '../facts.ts';
import type { Journey } from '../plan.ts';
import { isWithin, staysOf, type Reading, type Stay, type Traveller } from '../reading.ts';
import { broken, each, ref } from './violation.ts';

type PartyReading = Reading['parties'][number];

const isSame = (a: Journey, b: Journey): boolean => a.travelId === b.travelId && a.from === b.from && a.to === b.to && a.departsAt === b.departsAt;

/** Where a party is: before, between and after its journeys. One without journeys is where all of its meetings are. */
function placesOf({ journeys, members }: PartyReading): readonly Stay[] {
  const start = journeys[0]?.journey.from ?? members.flatMap(({ visits }) => visits)[0]?.meeting.placeId;
  return start === undefined ? [] : staysOf(start, journeys);
}

/** Which parts of the party’s journeys a person’s own may have: from the `from`th journey up to, and without, the `until`th. */
function* slicesOf({ party }: PartyReading, { member }: Traveller, riding: 'TOGETHER' | 'JOIN_LEAVE'): Generator<{ readonly from: number; readonly until: number }> {
  const [all, own] = [party.journeys, member.journeys];
  for (let from = 0; from <= (riding === 'TOGETHER' ? 0 : all.length); from += 1) {
    for (let until = riding === 'TOGETHER' ? all.length : from; until <= all.length; until += 1) {
      const part = all.slice(from, until);
      if (own.some((_, access) => part.length > 0 && access + part.length <= own.length && part.every((journey, n) => isSame(journey, own[access + n]!))) || part.length === 0) yield { from, until };
    }
  }
}

/** Whether two are in the same place at some instant of two stays. */
function meets(one: Stay, other: Stay): boolean {
  const [from, until] = [Math.max(one.arrivesAt ?? -Infinity, other.arrivesAt ?? -Infinity), Math.min(one.leavesAt ?? Infinity, other.leavesAt ?? Infinity)];
  return one.placeId === other.placeId && from <= until;
}

/** Whether somebody rides with their party at each meeting that they attend, and who rides none of its journeys is once where it is. */
function isWith(reading: PartyReading, one: Traveller, riding: 'TOGETHER' | 'JOIN_LEAVE'): boolean {
  const places = placesOf(reading);
  for (const { from, until } of slicesOf(reading, one, riding)) {
    const [there] = places.slice(from);
    const reaches = from < until || there === undefined || one.stays.some((stay) => meets(stay, there));
    if (reaches && one.visits.every((visit) => places.slice(from, until + 1).some((stay) => isWithin(stay, visit, 0)))) return true;
  }
  return false;
}

/** PARTY: there are no more parties than may be; who belongs to one rides its journeys, all or an unbroken part, or is where it is, and attends its meetings alone; each meeting is of one party. */
export function party(facts: Facts, { plan, parties, meetings }: Reading): Violation[] {
  const { maxParties, riding } = facts.problem;
  const tooMany = plan.parties.length - maxParties;
  const partyOf = new Map(plan.team.map(({ personId, partyId }) => [personId, partyId]));
  return [
    ...(tooMany > 0 ? [broken('PARTY', 'TOO_MANY_PARTIES', [ref('BOUND', 'maxParties')], { amount: tooMany })] : []),
    ...each(parties, (one) => one.members.filter((member) => !isWith(one, member, riding)).map(({ person }) => broken('PARTY', 'NOT_WITH_PARTY', [ref('PERSON', person.id), ref('PARTY', one.party.id)]))),
    ...each(meetings, ({ meeting, planned }) => (new Set(planned.attends.map(({ personId }) => partyOf.get(personId))).size > 1 ? [broken('PARTY', 'TWO_PARTIES', [ref('MEETING', meeting.id)])] : [])),
  ];
}
