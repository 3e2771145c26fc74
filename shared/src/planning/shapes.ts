import { LEVELS, type Skill } from '../interpretation.ts';
import { TEAM_ROLES } from '../missionTeam.ts';
import type { Effort } from './change.ts';
import type { GoalLevel, GoalTerm } from './goals.ts';
import type { AllowanceTerms, BorderRule, DailyRate, DayPart, Interpreter, WorkRule } from './laws.ts';
import type { Journey, Member, Party, Plan, PlannedMeeting } from './plan.ts';
import { COST_KINDS, type Block, type LanguageNeed, type Limit, type Meeting, type MissionNeed, type Person, type Pin, type Precedence, type Problem, type RoleNeed, type TimeWindow } from './problem.ts';
import { atLeast, byField, day, flag, id, integer, list, nullable, object, oneOf, record, text, withField, type Shape } from './shape.ts';
import type { Country, DayOff, Place, Service, TravelMatrix, Travel, WorkingHours, Zone } from './travel.ts';
import type { Source } from './units.ts';

/** The form of a problem and of a plan, field by field; that what they name is there is asked in `references.ts`. */

const instant = integer();
const count = integer(0);
const positive = integer(1);
const minute = integer(0, 1440);
const weekday = integer(1, 7);
const kind = oneOf(...TEAM_ROLES);
const ids = list(id);

const source = object<Source>({ text, url: nullable(text), checkedOn: nullable(day), isVerified: flag });
const dated = { id, validFrom: day, validUntil: nullable(day), source };

const zone = object<Zone>({ id, offsets: atLeast(1, list(object<Zone['offsets'][number]>({ from: instant, minutes: integer(-1440, 1440) }))) });
const hours = object<WorkingHours>({ weekday, from: minute, until: minute });
const dayOff = object<DayOff>({ ...dated, day, kind: oneOf('HOLIDAY', 'POST_CLOSED') });
const country = object<Country>({ id, isAbstract: flag, workingHours: nullable(list(hours)), daysOff: list(dayOff) });
const place = object<Place>({ id, countryId: id, zoneId: id, transferMinutes: count, bufferMinutes: count });

const service = object<Service>({
  ...dated, type: oneOf('SERVICE'), from: id, to: id, mode: oneOf('FLIGHT', 'TRAIN', 'COACH', 'ROAD'), minutes: count, fareCents: count, seats: nullable(positive), countries: atLeast(1, ids), weekdays: list(weekday),
  departs: withField<Service['departs']>('at', object<{ readonly at: readonly number[] }>({ at: list(integer(0, 1439)) }), object<{ readonly first: number; readonly last: number }>({ first: integer(0, 1439), last: integer(0, 1439) })),
  isRest: flag, isOffered: flag,
});
const matrix = object<TravelMatrix>({ type: oneOf('MATRIX'), id, placeIds: ids, minutes: list(list(integer(-1))) });
const travel = byField<Travel>('type', { SERVICE: service, MATRIX: matrix });

const window = withField<TimeWindow>(
  'day', object<Extract<TimeWindow, { readonly day: string }>>({ id, bounds: oneOf('SERVICE', 'START'), day, from: minute, until: minute }),
  object<Exclude<TimeWindow, { readonly day: string }>>({ id, bounds: oneOf('SERVICE', 'START'), from: instant, until: instant }),
);
const roleNeed = object<RoleNeed>({ id, kind, atLeast: count });
const missionNeed = object<MissionNeed>({ id, kind, atLeast: count, scope: oneOf('MISSION', 'EACH_COUNTRY') });
const languageNeed = object<LanguageNeed>({ id, anyOf: atLeast(1, list(object<LanguageNeed['anyOf'][number]>({ language: id, atLeast: oneOf(...LEVELS) }))), mayInterpret: flag });
const meeting = object<Meeting>({
  id, placeId: id, serviceMinutes: count, windows: nullable(list(window)), profit: count, isMandatory: flag, isOnlyAdviser: flag, side: oneOf('AUTHORITY', 'JUSTICE', 'POLICE', 'NGO', 'INTERNATIONAL', 'TRAINING', 'POST'),
  isVictimAssistance: flag, excusedDays: list(object<Meeting['excusedDays'][number]>({ day, reason: id })), needs: list(roleNeed), languages: list(languageNeed), needIds: ids, otherCents: count, provides: nullable(oneOf('LUNCH', 'DINNER')),
});
const precedence = object<Precedence>({ id, before: id, after: id, gapMinutes: count, kind: oneOf('IF_BOTH', 'REQUIRES') });
const block = object<Block>({ id, from: instant, until: instant, cause: oneOf('ENGAGED', 'ANSWERED_NO', 'PERHAPS', 'NOT_ASKED', 'NOT_CLEARED', 'ABSENT') });
const person = object<Person>({
  id, roles: list(kind), mayCountForSeveral: flag, languages: list(object<Skill>({ language: id, level: oneOf(...LEVELS) })), startPlaceId: id, endPlaceId: id, maxDaysAway: nullable(count), blocks: list(block), isReserve: flag,
  enteredFrom: record(id), engagementCents: count, lodgedAt: ids, lastMissionOn: nullable(day), balanceGroup: nullable(id),
});

const borderRule = object<BorderRule>({ ...dated, type: oneOf('LAST_ENTRY'), from: id, to: id, unlessEnteredFrom: ids, exceptPersons: ids });
const workRule = object<WorkRule>({ ...dated, maxProgrammeMinutes: count, maxDutyMinutes: count, minRestMinutes: count });
const dayPart = object<DayPart>({ permille: integer(0, 100_000), from: minute, until: minute });
const terms = object<AllowanceTerms>({ ...dated, night: dayPart, isNightWhole: flag, lunch: dayPart, dinner: dayPart });
const rate = object<DailyRate>({ ...dated, countryId: id, centsPerDay: count, micros: count });
const interpreter = object<Interpreter>({ ...dated, language: id, placeIds: ids, atOnce: positive, per: oneOf('MEETING', 'HALF_DAY', 'DAY'), halfDayAt: minute, cents: count });
const limit = object<Limit>({ id, kinds: list(oneOf(...COST_KINDS)), cents: count });

const journey = object<Journey>({ travelId: id, from: id, to: id, departsAt: instant });
const attendance = object<PlannedMeeting['attends'][number]>({ personId: id, as: list(kind) });
const held = object<PlannedMeeting>({ meetingId: id, startsAt: instant, attends: list(attendance), interpreted: list(object<PlannedMeeting['interpreted'][number]>({ needId: id, interpreterId: id })) });

export const plan: Shape<Plan> = object<Plan>({
  format: oneOf('passerelle.plan'), version: oneOf(1), parties: list(object<Party>({ id, journeys: list(journey) })), team: list(object<Member>({ personId: id, partyId: id, as: list(kind), journeys: list(journey) })), meetings: list(held),
});

const why = oneOf('ADVISER', 'CONFIRMED');
type PinOf<P extends Pin['pin']> = Extract<Pin, { readonly pin: P }>;
const inOrOut = object<PinOf<'IN' | 'OUT'>>({ id, why, pin: oneOf('IN', 'OUT'), meetingId: id });
const attends = object<PinOf<'ATTENDS' | 'ABSENT'>>({ id, why, pin: oneOf('ATTENDS', 'ABSENT'), meetingId: id, personId: id });
const goes = object<PinOf<'GOES' | 'STAYS'>>({ id, why, pin: oneOf('GOES', 'STAYS'), personId: id });
export const pin: Shape<Pin> = byField<Pin>('pin', {
  IN: inOrOut, OUT: inOrOut, ATTENDS: attends, ABSENT: attends, GOES: goes, STAYS: goes, AT: object<PinOf<'AT'>>({ id, why, pin: oneOf('AT'), meetingId: id, startsAt: instant }),
  TRAVELS: object<PinOf<'TRAVELS'>>({ id, why, pin: oneOf('TRAVELS'), personId: id, journey }), ORDER: object<PinOf<'ORDER'>>({ id, why, pin: oneOf('ORDER'), placeIds: ids }),
});

const weight = integer();
type Term<M extends GoalTerm['measure']> = Extract<GoalTerm, { readonly measure: M }>;
const plain = object<Term<'PROFIT' | 'COST_CENTS' | 'TRAVEL_MINUTES' | 'NIGHTS' | 'PERSON_DAYS' | 'KEPT'>>({ weight, measure: oneOf('PROFIT', 'COST_CENTS', 'TRAVEL_MINUTES', 'NIGHTS', 'PERSON_DAYS', 'KEPT') });
const byCountry = object<Term<'COUNTRIES_SERVED' | 'BALANCE' | 'NGO_COUNTRIES'>>({ weight, measure: oneOf('COUNTRIES_SERVED', 'BALANCE', 'NGO_COUNTRIES'), countryIds: ids });
const term = byField<GoalTerm>('measure', {
  PROFIT: plain, COST_CENTS: plain, TRAVEL_MINUTES: plain, NIGHTS: plain, PERSON_DAYS: plain, KEPT: plain, COUNTRIES_SERVED: byCountry, BALANCE: byCountry, NGO_COUNTRIES: byCountry,
  SHARED_NEEDS: object<Term<'SHARED_NEEDS'>>({ weight, measure: oneOf('SHARED_NEEDS'), sharedNeeds: list(ids) }), SHORT_SLACK: object<Term<'SHORT_SLACK'>>({ weight, measure: oneOf('SHORT_SLACK'), slackMinutes: count }),
  FRESH: object<Term<'FRESH'>>({ weight, measure: oneOf('FRESH'), freshBefore: day }), GROUPS: object<Term<'GROUPS'>>({ weight, measure: oneOf('GROUPS'), groups: ids }),
});
const CHANGES = [
  'RAISE_LIMIT', 'RAISE_NIGHTS', 'MORE_PARTIES', 'MORE_COUNTRIES', 'LARGER_TEAM', 'EXTEND_PERIOD', 'ADD_WINDOW', 'FREE_PERSON', 'MORE_DAYS_AWAY', 'ADMIT_PERSON', 'OFFER_SERVICE', 'ALLOW_INTERPRETER', 'LOWER_NEED', 'DROP_PIN',
  'MAKE_OPTIONAL', 'EXCUSE_DAY_OFF', 'ADD_PIN',
] as const satisfies readonly Effort['change'][];

export const problem: Shape<Problem> = object<Problem>({
  format: oneOf('passerelle.problem'), version: oneOf(1), period: object<Problem['period']>({ earliestDeparture: instant, latestReturn: instant }), tzdata: text, zones: list(zone), countries: list(country), places: list(place),
  meetings: list(meeting), precedences: list(precedence), persons: list(person), teamRule: list(missionNeed), maxParties: count, riding: oneOf('TOGETHER', 'JOIN_LEAVE'), maxTeam: nullable(count), maxCountries: nullable(count),
  maxNights: nullable(count), travel: list(travel), borderRules: nullable(list(borderRule)), workRules: nullable(list(workRule)),
  allowances: nullable(object<NonNullable<Problem['allowances']>>({ rules: list(terms), rates: list(rate) })), interpreters: list(interpreter), limits: list(limit), pins: list(pin), former: nullable(plan),
  goals: list(object<GoalLevel>({ id, terms: list(term) })), efforts: list(object<Effort>({ change: oneOf(...CHANGES), base: count, perUnit: count, unit: positive })),
});
