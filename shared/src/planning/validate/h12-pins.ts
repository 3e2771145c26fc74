import type { Violation } from '../answer.ts';
import type { Facts } from '../facts.ts';
import type { Pin } from '../problem.ts';
import type { Reading } from '../reading.ts';
import type { Id } from '../units.ts';
import { broken, each, ref } from './violation.ts';

type Kept<P extends Pin['pin']> = (pin: Extract<Pin, { readonly pin: P }>, reading: Reading) => boolean;

const visitOf = ({ meetings }: Reading, meetingId: Id) => meetings.find(({ meeting }) => meeting.id === meetingId);
const memberOf = ({ members }: Reading, personId: Id) => members.find(({ person }) => person.id === personId);
const isThere = (reading: Reading, meetingId: Id, personId: Id): boolean => visitOf(reading, meetingId)?.planned.attends.some((one) => one.personId === personId) ?? false;

/** Of the meetings of each party in the places listed, those in a place end before any in a place further on begins. */
const isInOrder: Kept<'ORDER'> = ({ placeIds }, { parties }) => parties.every(({ members }) => {
  const visits = [...new Set(members.flatMap((one) => one.visits))].filter(({ meeting }) => placeIds.includes(meeting.placeId));
  return visits.every((a) => visits.every((b) => placeIds.indexOf(a.meeting.placeId) >= placeIds.indexOf(b.meeting.placeId) || a.endsAt <= b.startsAt));
});

const isInOrOut: Kept<'IN' | 'OUT'> = ({ pin, meetingId }, reading) => (visitOf(reading, meetingId) !== undefined) === (pin === 'IN');
const isAttended: Kept<'ATTENDS' | 'ABSENT'> = ({ pin, meetingId, personId }, reading) => isThere(reading, meetingId, personId) === (pin === 'ATTENDS');
const goesOrStays: Kept<'GOES' | 'STAYS'> = ({ pin, personId }, reading) => (memberOf(reading, personId) !== undefined) === (pin === 'GOES');
const travels: Kept<'TRAVELS'> = ({ personId, journey }, reading) => memberOf(reading, personId)?.rides.some((ride) =>
  ride.journey.travelId === journey.travelId && ride.journey.from === journey.from && ride.journey.to === journey.to && ride.journey.departsAt === journey.departsAt) ?? false;

const isAt: Kept<'AT'> = ({ meetingId, startsAt }, reading) => visitOf(reading, meetingId)?.startsAt === startsAt;

const KEPT: { readonly [P in Pin['pin']]: (pin: Extract<Pin, { readonly pin: P }> | (Pin & { readonly pin: P }), reading: Reading) => boolean } = {
  IN: isInOrOut, OUT: isInOrOut, AT: isAt, ATTENDS: isAttended, ABSENT: isAttended, GOES: goesOrStays, STAYS: goesOrStays, TRAVELS: travels, ORDER: isInOrder,
};

/** The table gives each pin the question of its own name, which the compiler cannot follow through an index. */
const isKept = (pin: Pin, reading: Reading): boolean => (KEPT[pin.pin] as (pin: Pin, reading: Reading) => boolean)(pin, reading);

const refsOf = (pin: Pin) => [...('meetingId' in pin ? [ref('MEETING', pin.meetingId)] : []), ...('personId' in pin ? [ref('PERSON', pin.personId)] : [])];

/** H12: what is fixed stays so. */
export const h12Pins = (facts: Facts, reading: Reading): Violation[] => each(facts.problem.pins, (pin) => (isKept(pin, reading) ? [] : [broken('H12', 'PIN_BROKEN', [ref('PIN', pin.id), ...refsOf(pin)])]));
