import type { Ref, Violation } from '../answer.ts';
import type { Facts } from '../facts.ts';
import type { Journey, Plan } from '../plan.ts';
import type { Id } from '../units.ts';
import { broken, each, ref } from './violation.ts';

/** Each id that a plan names, with where it has to be found. */
function namesOf(facts: Facts, plan: Plan): [Ref, { has(id: Id): boolean }][] {
  const parties = new Set(plan.parties.map(({ id }) => id));
  const team = new Set(plan.team.map(({ personId }) => personId));
  const journeys = [...plan.parties, ...plan.team].flatMap((one) => one.journeys);
  return [
    ...plan.team.flatMap(({ personId, partyId }): [Ref, { has(id: Id): boolean }][] => [[ref('PERSON', personId), facts.persons], [ref('PARTY', partyId), parties]]),
    ...journeys.flatMap(({ travelId, from, to }): [Ref, { has(id: Id): boolean }][] => [[ref('TRAVEL', travelId), facts.travel], [ref('PLACE', from), facts.places], [ref('PLACE', to), facts.places]]),
    ...plan.meetings.flatMap(({ meetingId, attends, interpreted }): [Ref, { has(id: Id): boolean }][] => [
      [ref('MEETING', meetingId), facts.meetings], ...attends.map(({ personId }): [Ref, { has(id: Id): boolean }] => [ref('PERSON', personId), team]),
      ...interpreted.flatMap(({ needId, interpreterId }): [Ref, { has(id: Id): boolean }][] => [
        [ref('NEED', needId), new Set(facts.meetings.get(meetingId)?.languages.map(({ id }) => id))], [ref('INTERPRETER', interpreterId), facts.interpreters],
      ]),
    ]),
  ];
}

function twice(refs: readonly Ref[]): Violation[] {
  return refs.filter((one, n) => refs.findIndex((other) => other.kind === one.kind && other.id === one.id) < n).map((one) => broken('FORM', 'TWICE', [one]));
}

const isOutOfOrder = (journeys: readonly Journey[]): boolean => journeys.some(({ departsAt }, n) => !Number.isSafeInteger(departsAt) || (n > 0 && departsAt < journeys[n - 1]!.departsAt));

/** FORM: each id that a plan names is one of the problem, and named once where it can be; instants are whole minutes; journeys stand in the order of time; somebody attends each meeting, and travels with each party. What breaks it cannot be judged further. */
export function form(facts: Facts, plan: Plan): Violation[] {
  const { parties, team, meetings } = plan;
  return [
    ...each(namesOf(facts, plan), ([one, among]) => (among.has(one.id) ? [] : [broken('FORM', 'UNKNOWN_ID', [one])])),
    ...twice([...parties.map(({ id }) => ref('PARTY', id)), ...team.map(({ personId }) => ref('PERSON', personId)), ...meetings.map(({ meetingId }) => ref('MEETING', meetingId))]),
    ...each(meetings, ({ attends, interpreted }) => twice([...attends.map(({ personId }) => ref('PERSON', personId)), ...interpreted.map(({ needId }) => ref('NEED', needId))])),
    ...each(meetings, ({ meetingId, startsAt, attends }) => [
      ...(Number.isSafeInteger(startsAt) ? [] : [broken('FORM', 'NOT_INTEGER', [ref('MEETING', meetingId)])]), ...(attends.length > 0 ? [] : [broken('FORM', 'NOBODY', [ref('MEETING', meetingId)])]),
    ]),
    ...each(parties, ({ id, journeys }) => [
      ...(isOutOfOrder(journeys) ? [broken('FORM', 'OUT_OF_ORDER', [ref('PARTY', id)])] : []), ...(team.some(({ partyId }) => partyId === id) ? [] : [broken('FORM', 'UNUSED_PARTY', [ref('PARTY', id)])]),
    ]),
    ...each(team, ({ personId, journeys }) => (isOutOfOrder(journeys) ? [broken('FORM', 'OUT_OF_ORDER', [ref('PERSON', personId)])] : [])),
  ];
}
