/** Problems of a few lines, whose best plan can be told by hand: on two days of November 2027, Monday being day 0, by clocks that are those of UTC. */
import { compareValues, type Dated, type GoalLevel, type Journey, type LanguageNeed, type Meeting, type Person, type Pin, type Place, type Problem, type RoleNeed, type Service, type TimeWindow, validate, type Value, valueOf, type WorkRule } from '@passerelle/shared/planning.ts';
import { planMission } from './mission.ts';

/** An hour of a day. */
export const on = (day: number, hour: number): number => Date.parse('2027-11-08T00:00Z') / 60_000 + day * 1440 + hour * 60;
export const DAYS = ['2027-11-08', '2027-11-09'] as const;

export const dated = (id: string, more: Partial<Dated> = {}): Dated => ({ id, validFrom: '2020-01-01', validUntil: null, source: { text: 'told', url: null, checkedOn: null, isVerified: false }, ...more });

/** Each place is of a country of its own, which is written as it is, in small letters. */
export const place = (id: string, more: Partial<Place> = {}): Place => ({ id, countryId: id.toLowerCase(), zoneId: 'UTC', transferMinutes: 0, bufferMinutes: 0, ...more });

export const meeting = (id: string, placeId: string, more: Partial<Meeting> = {}): Meeting => ({
  id, placeId, serviceMinutes: 60, windows: null, profit: 10, isMandatory: false, isOnlyAdviser: false, side: 'AUTHORITY', isVictimAssistance: false, excusedDays: [], needs: [], languages: [], needIds: [], otherCents: 0, provides: null, ...more,
});

export const between = (from: number, until: number): TimeWindow[] => [{ id: `w${from}`, bounds: 'SERVICE', from, until }];
export const needing = (...kinds: readonly RoleNeed['kind'][]): RoleNeed[] => kinds.map((kind, n) => ({ id: `${kind}${n}`, kind, atLeast: 1 }));
export const spoken = (...languages: readonly string[]): LanguageNeed[] => [{ id: languages.join('-'), anyOf: languages.map((language) => ({ language, atLeast: 'B1' })), mayInterpret: true }];

/** They live where they are told to. */
export const person = (id: string, homeId: string, more: Partial<Person> = {}): Person => ({
  id, roles: ['MAGISTRATE'], mayCountForSeveral: false, languages: [], startPlaceId: homeId, endPlaceId: homeId, maxDaysAway: null, blocks: [], isReserve: false, enteredFrom: {}, engagementCents: 0, lodgedAt: [], lastMissionOn: null, balanceGroup: null, ...more,
});

/** A link of an hour, on each day at some hours, or at any minute between two of them. */
export const link = (from: string, to: string, hours: readonly number[] | { readonly first: number; readonly last: number }, more: Partial<Service> = {}): Service => ({
  ...dated(`${from}-${to}`), type: 'SERVICE', from, to, mode: 'TRAIN', minutes: 60, fareCents: 0, seats: null, countries: [from.toLowerCase(), to.toLowerCase()], weekdays: [1, 2, 3, 4, 5, 6, 7],
  departs: 'first' in hours ? { first: hours.first * 60, last: hours.last * 60 } : { at: hours.map((hour) => hour * 60) }, isRest: false, isOffered: true, ...more,
});

/** Links that are dearer the earlier they leave, hour by hour. */
export const dearLinks = (from: string, to: string, { until, cents }: { readonly until: number; readonly cents: number }): Service[] => Array.from({ length: until }, (_, hour) => link(from, to, [hour], { ...dated(`early${hour}`), fareCents: cents - hour }));

export const travels = (personId: string, journey: Journey, id = `${personId}-${journey.travelId}`): Pin => ({ id, why: 'CONFIRMED', pin: 'TRAVELS', personId, journey });
export const rule = (id: string, hours: { readonly programme: number; readonly duty: number; readonly rest: number }, more: Partial<Dated> = {}): WorkRule => ({ ...dated(id, more), maxProgrammeMinutes: hours.programme * 60, maxDutyMinutes: hours.duty * 60, minRestMinutes: hours.rest * 60 });

export const PROFIT: GoalLevel = { id: 'profit', terms: [{ measure: 'PROFIT', weight: 1 }] };
export const COST: GoalLevel = { id: 'cost', terms: [{ measure: 'COST_CENTS', weight: -1 }] };

export const tiny = (more: Partial<Problem> & Pick<Problem, 'places' | 'persons' | 'meetings' | 'travel'>): Problem => ({
  format: 'passerelle.problem', version: 1, period: { earliestDeparture: on(0, 0), latestReturn: on(1, 0) }, tzdata: 'told', zones: [{ id: 'UTC', offsets: [{ from: 0, minutes: 0 }] }],
  countries: [...new Set(more.places.map(({ countryId }) => countryId))].map((id) => ({ id, isAbstract: false, workingHours: null, daysOff: [] })), precedences: [], teamRule: [], maxParties: 1, riding: 'TOGETHER', maxTeam: null, maxCountries: null, maxNights: null,
  borderRules: null, workRules: null, allowances: null, interpreters: [], limits: [], pins: [], former: null, goals: [PROFIT, COST], efforts: [], ...more,
});

/** What is proved of a problem to be the best, where good plans are looked for first, and where they are not; a string where nothing is. */
export function proved(problem: Problem): readonly (Value | null | string)[] {
  return [true, false].map((looksSoon) => {
    const { plan, value, bound, isOptimal } = planMission({ problem, seed: 1, maxWork: 2_000_000, maxLabels: 500_000, looksSoon });
    if (plan && (validate(problem, plan).length > 0 || compareValues(valueOf(problem, plan), value!) !== 0)) return 'not valid';
    return isOptimal ? value : `open: ${value?.join()} to ${bound?.join()}`;
  });
}
