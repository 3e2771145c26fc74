import type { TeamRole } from '../missionTeam.ts';
import { mulberry32 } from '../mulberry32.ts';
import type { GoalTerm } from './goals.ts';
import type { BorderRule } from './laws.ts';
import type { Block, Meeting, Person, Pin, Problem, TimeWindow } from './problem.ts';
import { dayNumber, dayOf, instantOf } from './time.ts';
import type { Country, Place, Service, Zone } from './travel.ts';
import type { Dated, Day, Id, Instant } from './units.ts';

/** Tiny problems drawn from a seed, whose times are all multiples of an hour, with what goes wrong easily drawn often: clocks that change, borders, rests, allowances, rates that are unknown. */

export const STEP = 60;
/** How much there is of it; the defaults are for asking about every plan. */
export interface Size {
  readonly meetings: number;
  readonly persons: number;
  readonly days: number;
}

/** Draws that are the same for a seed. */
export class Draw {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = mulberry32(seed);
  }

  /** From 0 up to, and without, a number. */
  below(count: number): number {
    return this.#next() % count;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** Once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  some<T>(list: readonly T[], times = 2): T[] {
    return list.filter(() => this.once(times));
  }

  list<T>(length: number, draw: (n: number) => T): T[] {
    return Array.from({ length }, (_, n) => draw(n));
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list.map((one) => ({ one, key: this.below(1 << 30) })).sort((a, b) => a.key - b.key).map(({ one }) => one);
  }
}

const minutes = (text: string): Instant => Date.parse(text) / 60_000;
const CHANGES = { spring: minutes('2027-03-28T01:00Z'), autumn: minutes('2027-10-31T01:00Z') } as const;
const ZONES: readonly Zone[] = [
  { id: 'CET', offsets: [{ from: 0, minutes: 60 }, { from: CHANGES.spring, minutes: 120 }, { from: CHANGES.autumn, minutes: 60 }] },
  { id: 'EET', offsets: [{ from: 0, minutes: 120 }, { from: CHANGES.spring, minutes: 180 }, { from: CHANGES.autumn, minutes: 120 }] }, { id: 'TRT', offsets: [{ from: 0, minutes: 180 }] },
];
const ROLES: readonly TeamRole[] = ['MAGISTRATE', 'POLICE', 'NGO', 'ADVISER'];
const COUNTRIES = ['home', 'one', 'two'];

const dated = (id: Id, more: Partial<Dated> = {}): Dated => ({ id, validFrom: '2020-01-01', validUntil: null, source: { text: 'drawn', url: null, checkedOn: '2026-11-28', isVerified: false }, ...more });
const hour = (n: number): number => n * STEP;

function country(draw: Draw, id: Id, days: readonly Day[]): Country {
  const from = 7 + draw.below(3);
  const open = draw.list(7, (n) => n + 1).filter(() => !draw.once(14)).map((weekday) => ({ weekday, from: hour(from), until: hour(from + 5 + draw.below(4)) }));
  return { id, isAbstract: false, workingHours: draw.once(8) ? null : open, daysOff: draw.some(days, 10).map((day) => ({ ...dated(`${id}-${day}`), day, kind: 'HOLIDAY' })) };
}

const place = (draw: Draw, countryId: Id): Place => ({ id: countryId.toUpperCase(), countryId, zoneId: draw.of(ZONES).id, transferMinutes: draw.of([0, 0, STEP]), bufferMinutes: draw.of([0, 0, STEP]) });

function window(draw: Draw, id: Id, days: readonly Day[]): TimeWindow {
  const from = 8 + draw.below(5);
  return { id, bounds: draw.of(['SERVICE', 'SERVICE', 'START']), day: draw.of(days), from: hour(from), until: hour(from + 2 + draw.below(4)) };
}

function meeting(draw: Draw, n: number, days: readonly Day[]): Meeting {
  const id = `m${n}`;
  return {
    id, placeId: draw.of(['ONE', 'TWO', 'ONE', 'TWO', 'HOME']), serviceMinutes: draw.of([STEP, STEP, 2 * STEP]), windows: draw.once(3) ? draw.list(1 + draw.below(2), (w) => window(draw, `${id}-w${w}`, days)) : null,
    profit: 1 + draw.below(4), isMandatory: draw.once(20), isOnlyAdviser: draw.once(24), side: draw.of(['AUTHORITY', 'POLICE', 'NGO', 'POST']), isVictimAssistance: draw.once(3),
    excusedDays: draw.some(days, 8).map((day) => ({ day, reason: 'HOST' })), needs: draw.once(6) ? [{ id: `${id}-need`, kind: draw.of(ROLES), atLeast: 1 }] : [],
    languages: draw.once(6) ? [{ id: `${id}-language`, anyOf: [{ language: 'sr', atLeast: draw.of(['B1', 'C1']) }], mayInterpret: !draw.once(3) }] : [], needIds: [draw.of(['n1', 'n2', 'n3'])],
    otherCents: draw.of([0, 0, 5_000]), provides: draw.of([null, null, 'LUNCH', 'DINNER']),
  };
}

function person(draw: Draw, n: number, from: Instant, days: number): Person {
  const block = (b: number): Block => {
    const start = from + hour(draw.below(days * 24));
    return { id: `p${n}-b${b}`, from: start, until: start + hour(1 + draw.below(12)), cause: draw.of(['ENGAGED', 'NOT_ASKED', 'NOT_CLEARED']) };
  };
  return {
    id: `p${n}`, roles: draw.once(2) ? draw.shuffled(ROLES).slice(0, 2) : [draw.of(ROLES)], mayCountForSeveral: draw.once(3), languages: draw.once(3) ? [{ language: 'sr', level: draw.of(['A2', 'B1', 'C1', 'NATIVE']) }] : [],
    startPlaceId: draw.once(10) ? 'TWO' : 'HOME', endPlaceId: draw.once(12) ? 'ONE' : 'HOME', maxDaysAway: draw.once(5) ? 1 + draw.below(days) : null, blocks: draw.once(5) ? [block(0)] : [], isReserve: draw.once(12),
    enteredFrom: draw.once(4) ? { one: draw.of(['home', 'two']) } : {}, engagementCents: draw.of([0, 0, 10_000]), lodgedAt: draw.some(['ONE', 'TWO'], 6), lastMissionOn: draw.of([null, '2026-01-01', '2027-06-01']),
    balanceGroup: draw.of([null, 'a', 'b']),
  };
}

function services(draw: Draw, days: readonly Day[]): Service[] {
  const pairs = [['HOME', 'ONE'], ['ONE', 'HOME'], ['HOME', 'TWO'], ['TWO', 'HOME'], ['ONE', 'TWO'], ['TWO', 'ONE']] as const;
  return pairs.filter(() => !draw.once(14)).map(([from, to]) => {
    const first = (from === 'HOME' ? 5 + draw.below(3) : to === 'HOME' ? 15 + draw.below(5) : 9 + draw.below(5));
    return {
      ...dated(`${from}-${to}`, draw.once(8) ? { validUntil: draw.of(days) } : {}), type: 'SERVICE', from, to, mode: draw.of(['FLIGHT', 'ROAD', 'TRAIN']), minutes: hour(draw.of([1, 1, 2, 3])), fareCents: 1_000 * draw.below(5), seats: draw.of([null, null, 2]),
      countries: [from.toLowerCase(), ...(draw.once(8) ? ['via'] : []), to.toLowerCase()], weekdays: draw.list(7, (n) => n + 1).filter(() => !draw.once(20)),
      departs: draw.once(6) ? { first: hour(first), last: hour(first + 1) } : { at: [hour(first)] }, isRest: draw.once(6), isOffered: !draw.once(16),
    };
  });
}

/** Coming from a country into one, and out of it into another: what people find first when they plan badly. */
function borderRules(draw: Draw, days: readonly Day[]): BorderRule[] {
  const pairs = [['one', 'two'], ['two', 'one'], ['one', 'home']] as const;
  return draw.some(pairs).map(([from, to]) => ({
    ...dated(`${from}-${to}-rule`, draw.once(6) ? { validUntil: draw.of(days) } : {}), type: 'LAST_ENTRY', from, to, unlessEnteredFrom: draw.some(['home', 'one', 'two', 'via']), exceptPersons: draw.once(4) ? ['p0'] : [],
  }));
}

function allowances(draw: Draw, days: readonly Day[]): NonNullable<Problem['allowances']> {
  const terms = { night: { permille: 650, from: 0, until: hour(5) }, isNightWhole: draw.once(2), lunch: { permille: 175, from: hour(12), until: hour(14) }, dinner: { permille: 175, from: hour(19), until: hour(21) } };
  const rates = draw.some(COUNTRIES.slice(1), 1).filter(() => !draw.once(5)).map((countryId) => ({ ...dated(`${countryId}-rate`, draw.once(8) ? { validUntil: draw.of(days) } : {}), countryId, centsPerDay: 1 + draw.below(20_000), micros: draw.of([1_000_000, 8_511]) }));
  return { rules: [{ ...dated('terms', draw.once(12) ? { validUntil: draw.of(days) } : {}), ...terms }], rates };
}

function pins(draw: Draw, meetings: readonly Meeting[], persons: readonly Person[], day: Day): Pin[] {
  const about = { id: 'pin', why: 'ADVISER', meetingId: draw.of(meetings).id, personId: draw.of(persons).id } as const;
  const { id, why, meetingId, personId } = about;
  return draw.of<Pin[]>([
    [], [], [], [], [], [], [], [{ id, why, meetingId, pin: draw.of(['IN', 'OUT']) }], [{ id, why, meetingId, pin: 'AT', startsAt: instantOf(ZONES[0]!, dayNumber(day), hour(9 + draw.below(4))) }], [{ ...about, pin: draw.of(['ATTENDS', 'ABSENT']) }],
    [{ id, why, personId, pin: draw.of(['GOES', 'STAYS']) }], [{ id, why, pin: 'ORDER', placeIds: draw.shuffled(['ONE', 'TWO']) }],
  ]);
}

const TERMS: readonly GoalTerm[] = [
  { measure: 'COUNTRIES_SERVED', weight: 1, countryIds: ['one', 'two'] }, { measure: 'SHARED_NEEDS', weight: 1, sharedNeeds: [['n1', 'n2']] }, { measure: 'COST_CENTS', weight: -1 }, { measure: 'TRAVEL_MINUTES', weight: -1 }, { measure: 'NIGHTS', weight: -1 },
  { measure: 'PERSON_DAYS', weight: -1 }, { measure: 'BALANCE', weight: 1, countryIds: ['one', 'two'] }, { measure: 'NGO_COUNTRIES', weight: 1, countryIds: ['one', 'two'] }, { measure: 'SHORT_SLACK', weight: -1, slackMinutes: 120 },
  { measure: 'FRESH', weight: 1, freshBefore: '2027-01-01' }, { measure: 'GROUPS', weight: 1, groups: ['a', 'b'] }, { measure: 'KEPT', weight: 1 },
];

function former(draw: Draw, meetings: readonly Meeting[], from: Instant): Problem['former'] {
  const held = draw.some(meetings).map(({ id }) => ({ meetingId: id, startsAt: from + hour(draw.below(40)), attends: [{ personId: 'p0', as: [] }], interpreted: [] }));
  return { format: 'passerelle.plan', version: 1, parties: [], team: [], meetings: held };
}

/** What binds the whole of a plan, each drawn now and then. */
function bounds(draw: Draw, size: Size) {
  const cents = 5_000 + draw.below(60_000);
  return {
    teamRule: draw.once(6) ? [{ id: 'team', kind: draw.of(ROLES), atLeast: 1, scope: draw.of(['MISSION', 'EACH_COUNTRY'] as const) }] : [], maxTeam: draw.once(4) ? 1 + draw.below(size.persons) : null,
    maxCountries: draw.once(5) ? 1 : null, maxNights: draw.once(4) ? draw.below(4) : null, limits: draw.once(2) ? [{ id: 'envelope', kinds: draw.of([['FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'], ['FARE']] as const), cents }] : [],
    workRules: draw.once(2) ? [{ ...dated('work'), maxProgrammeMinutes: hour(3 + draw.below(4)), maxDutyMinutes: hour(8 + draw.below(6)), minRestMinutes: hour(8 + draw.below(4)) }] : null,
  };
}

/** A problem by a seed; the same for the same seed and size. In ordinary weeks, and in those in which the clocks change. */
export function randomProblem(seed: number, size: Size = { meetings: 3, persons: 2, days: 2 }): Problem {
  const draw = new Draw(seed);
  const first = draw.of(['2027-03-27', '2027-10-30', '2027-11-08', '2027-05-14']);
  const days = draw.list(size.days, (n) => dayOf(dayNumber(first) + n));
  const from = instantOf(ZONES[0]!, dayNumber(first), hour(5));
  const meetings = draw.list(1 + draw.below(size.meetings), (n) => meeting(draw, n, days));
  const persons = draw.list(1 + draw.below(size.persons), (n) => person(draw, n, from, size.days));
  return {
    format: 'passerelle.problem', version: 1, period: { earliestDeparture: from, latestReturn: from + hour(size.days * 24 - 8) }, tzdata: 'drawn', zones: ZONES, countries: [...COUNTRIES, 'via'].map((id) => country(draw, id, days)),
    places: COUNTRIES.map((id) => place(draw, id)), meetings, persons, precedences: meetings.length > 1 && draw.once(3) ? [{ id: 'order', before: 'm0', after: 'm1', gapMinutes: draw.of([0, STEP]), kind: draw.of(['IF_BOTH', 'REQUIRES']) }] : [],
    maxParties: 1, riding: 'TOGETHER', travel: services(draw, days), borderRules: draw.once(2) ? null : borderRules(draw, days), allowances: draw.once(2) ? null : allowances(draw, days),
    interpreters: draw.once(2) ? [{ ...dated('interpreter'), language: 'sr', placeIds: draw.some(['ONE', 'TWO'], 1), atOnce: 1, per: draw.of(['MEETING', 'HALF_DAY', 'DAY']), halfDayAt: hour(13), cents: 4_000 }] : [], ...bounds(draw, size),
    pins: pins(draw, meetings, persons, days[0]!), former: draw.once(4) ? former(draw, meetings, from) : null,
    goals: [{ id: 'profit', terms: [{ measure: 'PROFIT', weight: 1 }] }, ...draw.shuffled(TERMS).slice(0, 1 + draw.below(3)).map((term) => ({ id: term.measure, terms: [term] }))], efforts: [],
  };
}

