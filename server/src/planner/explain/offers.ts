import { apply, clockAt, countryOf, dayOf, factsOf, instantOf, priceOf, weekdayOf, zoneOf, type Block, type Change, type Meeting, type Person, type Problem, type Zone } from '@passerelle/shared/planning.ts';

/** A change that may be proposed, by an amount from 1 to `most`; a dearer one allows more. */
export interface Offer {
  readonly of: (amount: number) => Change;
  readonly most: number;
}

/** How far the period is extended at either edge, in minutes. */
const A_DAY = 1440;
/** More than any mission costs: a limit that is raised by it is none. */
const LIFTED = 10_000_000_000;
/** Of somebody who is blocked on more days than these all are freed, or none. */
const MOST_DAYS = 7;

const single = (change: Change): Offer => ({ of: () => change, most: 1 });
const days = (zone: Zone, from: number, until: number): number[] => {
  const first = clockAt(zone, from).day;
  return Array.from({ length: clockAt(zone, until).day - first + 1 }, (_, n) => first + n);
};

/** The period with what may be added to it. */
function longest({ period, efforts }: Problem): { readonly from: number; readonly until: number } {
  const more = efforts.some(({ change }) => change === 'EXTEND_PERIOD') ? A_DAY : 0;
  return { from: period.earliestDeparture - more, until: period.latestReturn + more };
}

const bounds = (problem: Problem): Offer[] => [
  ...problem.limits.map(({ id }): Offer => ({ of: (by) => ({ change: 'RAISE_LIMIT', limitId: id, by }), most: LIFTED })),
  ...(['START', 'END'] as const).map((edge): Offer => ({ of: (minutes) => ({ change: 'EXTEND_PERIOD', edge, minutes }), most: A_DAY })),
  { of: (by) => ({ change: 'RAISE_NIGHTS', by }), most: problem.persons.length * nightsOf(problem) }, { of: (by) => ({ change: 'MORE_PARTIES', by }), most: problem.persons.length },
  { of: (by) => ({ change: 'MORE_COUNTRIES', by }), most: problem.countries.length }, { of: (by) => ({ change: 'LARGER_TEAM', by }), most: problem.persons.length },
];

function nightsOf(problem: Problem): number {
  const { from, until } = longest(problem);
  return Math.ceil((until - from) / A_DAY) + 1;
}

/** On which days somebody is blocked within a span, each from the first to the last minute that is. */
function blockedDays(zone: Zone, blocks: readonly Block[], { from, until }: { readonly from: number; readonly until: number }): { readonly from: number; readonly until: number }[] {
  return days(zone, from, until).flatMap((day) => {
    const [begins, ends] = [Math.max(from, instantOf(zone, day, 0)), Math.min(until, instantOf(zone, day, A_DAY))];
    const parts = blocks.map((block) => ({ from: Math.max(begins, block.from), until: Math.min(ends, block.until) })).filter((part) => part.from < part.until);
    return parts.length === 0 ? [] : [{ from: Math.min(...parts.map((part) => part.from)), until: Math.max(...parts.map((part) => part.until)) }];
  });
}

/** To be free on one of the days on which they are blocked, or on several that follow each other. */
function freeing(problem: Problem, person: Person): Offer[] {
  const blocked = blockedDays(zoneOf(factsOf(problem), person.startPlaceId), person.blocks, longest(problem));
  const spans = blocked.flatMap((_, n) => (blocked.length > MOST_DAYS ? (n === 0 ? [blocked] : []) : blocked.slice(n).map((__, more) => blocked.slice(n, n + more + 1))));
  return spans.map((span) => single({ change: 'FREE_PERSON', personId: person.id, from: span[0]!.from, until: span.at(-1)!.until }));
}

const people = (problem: Problem): Offer[] => problem.persons.flatMap((one): Offer[] => [
  ...freeing(problem, one), ...(one.isReserve ? [single({ change: 'ADMIT_PERSON', personId: one.id })] : []),
  ...(one.maxDaysAway === null ? [] : [{ of: (by: number): Change => ({ change: 'MORE_DAYS_AWAY', personId: one.id, by }), most: nightsOf(problem) + 1 }]),
]);

/** All hours of a day at the meeting’s place: as a window, and where it is a day off or without hours, as one that is excused. */
function hours(problem: Problem, meeting: Meeting): Offer[] {
  const zone = zoneOf(factsOf(problem), meeting.placeId);
  const country = countryOf(factsOf(problem), meeting.placeId);
  const { from, until } = longest(problem);
  return days(zone, from, until).flatMap((number) => {
    const day = dayOf(number);
    const isOff = country.daysOff.some((one) => one.day === day) || (country.workingHours?.every(({ weekday }) => weekday !== weekdayOf(number)) ?? false);
    return [
      ...(meeting.windows === null ? [] : [single({ change: 'ADD_WINDOW', meetingId: meeting.id, window: { id: `offered ${day}`, bounds: 'SERVICE', from: instantOf(zone, number, 0), until: instantOf(zone, number, A_DAY) } })]),
      ...(isOff ? [single({ change: 'EXCUSE_DAY_OFF', meetingId: meeting.id, day, reason: 'OFFERED' })] : []),
    ];
  });
}

const ofMeeting = (problem: Problem, meeting: Meeting): Offer[] => [
  ...hours(problem, meeting), ...meeting.languages.map(({ id }) => single({ change: 'ALLOW_INTERPRETER', meetingId: meeting.id, needId: id })),
  ...[...meeting.needs, ...problem.teamRule].map((need): Offer => ({ of: (by) => ({ change: 'LOWER_NEED', needId: need.id, by }), most: need.atLeast })),
];

const ofOthers = ({ travel, pins, meetings }: Problem): Offer[] => [
  ...travel.map(({ id }) => single({ change: 'OFFER_SERVICE', travelId: id })), ...pins.map(({ id }) => single({ change: 'DROP_PIN', pinId: id })),
  ...meetings.map(({ id }) => single({ change: 'MAKE_OPTIONAL', meetingId: id })),
];

/**
 * What may be proposed so that a meeting comes in, as far as the problem has an effort for it and there is something to change: of money, bounds, the period (a day at either edge) and people all; of services, pins and
 * mandatory meetings all; of hours and needs those of the meeting itself and of the team. Other hosts are not asked for other hours.
 */
export function offersOf(problem: Problem, meeting: Meeting): Offer[] {
  return [...bounds(problem), ...people(problem), ...ofMeeting(problem, meeting), ...ofOthers(problem)]
    .filter(({ of, most }) => most > 0 && priceOf(problem.efforts, of(1)) !== undefined && apply(problem, of(1)) !== 'NOT_APPLICABLE');
}

/** The price of some of an offer. */
export const priceAt = ({ efforts }: Problem, offer: Offer, amount: number): number => (amount === 0 ? 0 : priceOf(efforts, offer.of(amount))!);

/** The amounts at which an offer becomes dearer, each the most that its price buys, as far as that is below a price. */
export function stepsOf(problem: Problem, offer: Offer, below: number): number[] {
  const effort = problem.efforts.find(({ change }) => change === offer.of(1).change)!;
  const steps: number[] = [];
  const width = offer.most === 1 || effort.perUnit === 0 ? offer.most : effort.unit;
  for (let amount = Math.min(width, offer.most); priceAt(problem, offer, amount) < below; amount = Math.min(amount + width, offer.most)) {
    steps.push(amount);
    if (amount === offer.most) break;
  }
  return steps;
}

/** The changes of so much of each offer; 0 is not made. */
export const changesOf = (offers: readonly Offer[], amounts: readonly number[]): Change[] => offers.flatMap((offer, n) => (amounts[n] ? [offer.of(amounts[n])] : []));

/** The problem with changes made; one that changes nothing beside the others is passed over. */
export function made(problem: Problem, changes: readonly Change[]): Problem {
  return changes.reduce((before, change) => {
    const after = apply(before, change);
    return after === 'NOT_APPLICABLE' ? before : after;
  }, problem);
}
