import { DEFAULT_WORK } from './laws.ts';
import type { Journey, Member, Plan, PlannedMeeting } from './plan.ts';
import type { Meeting, Person, Problem } from './problem.ts';
import type { Country, Place, Service } from './travel.ts';
import type { Dated, Instant, LocalMinute } from './units.ts';

/**
 * Sarajevo, Belgrade and Pristina from Monday 8 to Friday 12 November 2027; Thursday 11 is a holiday in Serbia. Flights are invented so that the three can be visited in one order alone:
 * nothing leads from Belgrade to Sarajevo, nor out of Pristina before Friday but by the road to Belgrade, which is closed to who flew in.
 */

/** The instant at which clocks from Paris to Belgrade show an hour of a day of that week. */
export const at = (day: number, hour: string): Instant => Date.parse(`2027-11-${String(day).padStart(2, '0')}T${hour}:00+01:00`) / 60_000;
export const minuteOf = (hour: string): LocalMinute => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));

export const dated = (id: string): Dated => ({ id, validFrom: '2020-01-01', validUntil: null, source: { text: 'invented', url: null, checkedOn: '2026-11-28', isVerified: false } });

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: minuteOf('09:00'), until: minuteOf('17:00') }));
const country = (id: string): Country => ({ id, isAbstract: false, workingHours: WEEK, daysOff: [] });
const place = (id: string, countryId: string): Place => ({ id, countryId, zoneId: 'CET', transferMinutes: 30, bufferMinutes: 30 });

function service(id: string, minutes: number, fareCents: number, more: Partial<Service>): Service {
  const [from, to] = id.split('-') as [string, string];
  const countryOf: Record<string, string> = { PAR: 'FR', SJJ: 'BA', BEG: 'RS', PRN: 'XK' };
  return {
    ...dated(id), type: 'SERVICE', from, to, mode: 'FLIGHT', minutes, fareCents, seats: null, countries: [countryOf[from]!, countryOf[to]!], weekdays: [1, 2, 3, 4, 5, 6, 7], departs: { at: [minuteOf('07:00')] }, isRest: false,
    isOffered: true, ...more,
  };
}

const byRoad = { mode: 'ROAD', departs: { first: minuteOf('06:00'), last: minuteOf('20:00') } } as const;

export const meeting = (id: string, placeId: string, more: Partial<Meeting> = {}): Meeting => ({
  id, placeId, serviceMinutes: 60, windows: null, profit: 10, isMandatory: false, isOnlyAdviser: false, side: 'AUTHORITY', isVictimAssistance: false, excusedDays: [], needs: [], languages: [], needIds: [], otherCents: 0,
  provides: null, ...more,
});

export const person = (id: string, roles: Person['roles'], more: Partial<Person> = {}): Person => ({
  id, roles, mayCountForSeveral: false, languages: [{ language: 'fr', level: 'NATIVE' }], startPlaceId: 'PAR', endPlaceId: 'PAR', maxDaysAway: null, blocks: [], isReserve: false, enteredFrom: {}, engagementCents: 0,
  lodgedAt: [], lastMissionOn: null, balanceGroup: null, ...more,
});

const police = (id: string) => [{ id, kind: 'POLICE', atLeast: 1 }] as const;

export const WORKED: Problem = {
  format: 'passerelle.problem', version: 1, period: { earliestDeparture: at(8, '06:00'), latestReturn: at(12, '22:00') }, tzdata: '2026a', zones: [{ id: 'CET', offsets: [{ from: 0, minutes: 60 }] }],
  countries: [
    country('FR'), country('BA'), country('XK'),
    { ...country('RS'), daysOff: [{ ...dated('rs-armistice'), day: '2027-11-11', kind: 'HOLIDAY', source: { text: 'Armistice Day', url: null, checkedOn: '2026-11-28', isVerified: false } }] },
  ],
  places: [place('PAR', 'FR'), place('SJJ', 'BA'), place('BEG', 'RS'), place('PRN', 'XK')],
  meetings: [
    meeting('S1', 'SJJ', { needs: police('S1-police'), needIds: ['need-ba'] }), meeting('S2', 'SJJ', { needs: police('S2-police') }), meeting('S3', 'SJJ', { side: 'NGO', isVictimAssistance: true }),
    meeting('B1', 'BEG', { needIds: ['need-rs'] }), meeting('B2', 'BEG', { languages: [{ id: 'B2-sr', anyOf: [{ language: 'sr', atLeast: 'C1' }], mayInterpret: true }] }), meeting('B3', 'BEG', { side: 'NGO', otherCents: 5_000 }),
    meeting('P1', 'PRN'), meeting('P2', 'PRN'), meeting('P3', 'PRN', { side: 'NGO', isVictimAssistance: true }),
  ],
  precedences: [{ id: 'courtesy-first', before: 'B1', after: 'B3', gapMinutes: 60, kind: 'IF_BOTH' }],
  persons: [person('M', ['MAGISTRATE']), person('O', ['POLICE']), person('N', ['NGO'])],
  teamRule: [{ id: 'team-magistrate', kind: 'MAGISTRATE', atLeast: 1, scope: 'MISSION' }, { id: 'team-police', kind: 'POLICE', atLeast: 1, scope: 'MISSION' }, { id: 'team-ngo', kind: 'NGO', atLeast: 1, scope: 'MISSION' }],
  maxParties: 1, riding: 'JOIN_LEAVE', maxTeam: 6, maxCountries: 3, maxNights: 12,
  travel: [
    service('PAR-SJJ', 150, 20_000, {}), service('SJJ-BEG', 330, 3_000, { ...byRoad, mode: 'COACH' }), service('BEG-PRN', 330, 15_000, { ...byRoad, seats: 4 }), service('PRN-BEG', 330, 15_000, { ...byRoad, seats: 4 }),
    service('PAR-BEG', 150, 20_000, { weekdays: [3] }), service('PAR-PRN', 150, 20_000, { weekdays: [1] }), service('PRN-PAR', 180, 25_000, { weekdays: [5], departs: { at: [minuteOf('14:00')] } }),
    service('SJJ-PAR', 150, 20_000, { isOffered: false }),
  ],
  borderRules: [{
    ...dated('xk-rs'), validFrom: '2016-01-01', type: 'LAST_ENTRY', from: 'XK', to: 'RS', unlessEnteredFrom: ['RS'], exceptPersons: [],
    source: { text: 'Embassy of Serbia in Warsaw', url: 'https://warsaw.mfa.gov.rs', checkedOn: '2026-11-28', isVerified: false },
  }],
  workRules: [{ ...dated('work'), ...DEFAULT_WORK }],
  allowances: {
    rules: [{ ...dated('terms'), night: { permille: 650, from: 0, until: 300 }, isNightWhole: true, lunch: { permille: 175, from: 720, until: 840 }, dinner: { permille: 175, from: 1140, until: 1260 } }],
    rates: ['BA', 'RS', 'XK'].map((countryId) => ({ ...dated(`rate-${countryId}`), countryId, centsPerDay: 10_000, micros: 1_000_000 })),
  },
  interpreters: [{ ...dated('int-sr'), language: 'sr', placeIds: ['BEG'], atOnce: 1, per: 'HALF_DAY', halfDayAt: 780, cents: 20_000 }],
  limits: [{ id: 'envelope', kinds: ['FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'], cents: 600_000 }],
  pins: [], former: null,
  goals: [
    { id: 'profit', terms: [{ measure: 'PROFIT', weight: 1 }] }, { id: 'countries', terms: [{ measure: 'COUNTRIES_SERVED', weight: 1, countryIds: ['BA', 'RS', 'XK'] }] },
    { id: 'cost', terms: [{ measure: 'COST_CENTS', weight: -1 }] }, { id: 'nights', terms: [{ measure: 'NIGHTS', weight: -1 }] },
  ],
  efforts: [{ change: 'FREE_PERSON', base: 10, perUnit: 1, unit: 1440 }, { change: 'ADMIT_PERSON', base: 15, perUnit: 0, unit: 1 }],
};

export const journey = (travelId: string, departsAt: Instant): Journey => {
  const [from, to] = travelId.split('-') as [string, string];
  return { travelId, from, to, departsAt };
};

export const ROUTE = [journey('PAR-SJJ', at(8, '07:00')), journey('SJJ-BEG', at(9, '12:00')), journey('BEG-PRN', at(11, '08:00')), journey('PRN-PAR', at(12, '14:00'))];

const AS = { M: 'MAGISTRATE', O: 'POLICE', N: 'NGO' } as const;
type Who = keyof typeof AS;

export const member = (personId: Who, journeys: readonly Journey[] = ROUTE): Member => ({ personId, partyId: 'all', as: [AS[personId]], journeys });

export const held = (meetingId: string, startsAt: Instant, who: readonly Who[] = ['M', 'O', 'N']): PlannedMeeting => ({
  meetingId, startsAt, attends: who.map((personId) => ({ personId, as: [AS[personId]] })), interpreted: meetingId === 'B2' ? [{ needId: 'B2-sr', interpreterId: 'int-sr' }] : [],
});

/** All nine meetings by all three, in the one order. */
export const ALL_NINE: Plan = {
  format: 'passerelle.plan', version: 1, parties: [{ id: 'all', journeys: ROUTE }], team: [member('M'), member('O'), member('N')],
  meetings: [
    held('S1', at(8, '10:30')), held('S2', at(8, '14:00')), held('S3', at(9, '09:00')), held('B1', at(10, '09:30')), held('B2', at(10, '11:30')), held('B3', at(10, '14:30')), held('P1', at(11, '14:00')), held('P2', at(11, '15:30')),
    held('P3', at(12, '09:30')),
  ],
};

/** A plan with one of its meetings held otherwise. */
export const moved = (plan: Plan, changed: PlannedMeeting): Plan => ({ ...plan, meetings: plan.meetings.map((one) => (one.meetingId === changed.meetingId ? changed : one)) });

/** A plan without some of its meetings. */
export const without = (plan: Plan, ...ids: readonly string[]): Plan => ({ ...plan, meetings: plan.meetings.filter(({ meetingId }) => !ids.includes(meetingId)) });

/** One meeting in each city, at one of two hours of a day, and two hours a day at which the roads are taken: few enough to ask about every plan. */
export const FEW: Problem = {
  ...WORKED, riding: 'TOGETHER', persons: WORKED.persons.filter(({ id }) => id === 'M'), teamRule: [], precedences: [], allowances: null,
  meetings: WORKED.meetings.filter(({ id }) => ['S3', 'B1', 'P1'].includes(id)).map((one) => ({ ...one, isMandatory: true, windows: [8, 9, 10, 11, 12].flatMap((day) => ['10:00', '14:30'].map((hour) => ({ id: `${one.id}-${day}-${hour}`, bounds: 'START' as const, from: at(day, hour), until: at(day, hour) }))) })),
  travel: WORKED.travel.map((one) => (one.type === 'SERVICE' && one.mode !== 'FLIGHT' ? { ...one, departs: { at: [480, 1020] } } : one)),
};
