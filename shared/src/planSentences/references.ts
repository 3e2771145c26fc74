/** What sentences about plans are about, in words: one way for each kind of thing. Pure functions of the words and names they are given. */
import type { CostKind, Service } from '../planning.ts';
import type { TeamRole } from '../missionTeam.ts';
import type { Goal } from './losses.ts';
import { filled, type SaidPart, type Say } from './parts.ts';
import type { SaidHours, SaidRef } from './said.ts';

/** Writes a sentence of the catalogue with its parameters. */
export type Translate = (key: string, named: Record<string, unknown>) => string;

/** Names by keys and codes. */
export interface PartNames<Part> {
  readonly meeting: (key: string | null) => Part;
  readonly person: (key: string | null) => Part;
  readonly city: (code: string | null) => Part;
  readonly country: (code: string | null) => Part;
  readonly language: (code: string) => Part;
  /** Of a holiday; undefined where none is known. */
  readonly holiday: (country: string | null, day: string | null) => Part | undefined;
  /** The clock of the place of a meeting; of what has no place that of the adviser. */
  readonly zone: (meeting: string | null) => string;
}

/** What is needed to write of plans. */
export interface Writing<Value, Source> {
  readonly t: Translate;
  readonly names: PartNames<SaidPart<Value, Source>>;
  readonly day: (day: string) => string;
  /** The day of an instant by the clock of a zone: `2027-11-08`. */
  readonly dayIn: (instant: string, zone: string) => string;
  /** From when to when, by the clock of a zone. */
  readonly span: (from: string, until: string, zone: string) => string;
  /** A moment by the clock of a zone. */
  readonly at: (instant: string, zone: string) => string;
  /** The hours of a week, the days of which they are the same together. */
  readonly week: (hours: readonly SaidHours[]) => string;
  readonly money: (cents: number) => string;
  readonly count: (count: number) => string;
  /** So many minutes as hours and minutes. */
  readonly time: (minutes: number) => string;
  readonly role: (role: TeamRole) => string;
  readonly mode: (mode: Service['mode']) => string;
  readonly cost: (kind: CostKind) => string;
  /** A goal by its name. */
  readonly goal: (goal: Goal) => string;
}

type Known<Kind extends 'cause' | 'rule' | 'bound' | 'pin'> = NonNullable<SaidRef<unknown>[Kind]>;

/** With commas between. */
const joined = <Part>(...parts: readonly (readonly Part[])[]): (Part | string)[] => parts.filter(({ length }) => length > 0).flatMap((one, n): readonly (Part | string)[] => (n === 0 ? one : [', ', ...one]));

/** With a detail behind it, where there is one. */
const beside = <Part>(what: readonly Part[], ...details: readonly (readonly Part[])[]): (Part | string)[] => (joined(...details).length === 0 ? [...what] : [...what, ' (', ...joined(...details), ')']);

const MINUTE = 60_000;

/** How each kind of thing is named. */
export function planRefs<Value, Source>({ t, names, day, dayIn, span, at, week, money, count, role, mode, cost }: Writing<Value, Source>): (ref: SaidRef<Source>) => SaidPart<Value, Source>[] {
  type Part = SaidPart<Value, Source>;
  type Ref = SaidRef<Source>;
  type Named = (ref: Ref) => readonly Part[];
  const label = (say: Say, of: Named): ((ref: Ref) => Part[]) => (ref) => filled(say, { name: of(ref) });
  const meeting: Named = ({ meetingKey }) => [names.meeting(meetingKey)];
  const person: Named = ({ personKey }) => [names.person(personKey)];
  const hours: Named = ({ meetingKey, from, until }) => (from && until ? [span(from, until, names.zone(meetingKey))] : []);
  const way: Named = ({ fromCity, toCity, mode: by }) => [names.city(fromCity), ' – ', names.city(toCity), ...(by === null ? [] : [', ', mode(by)])];
  const kindOf: Named = ({ part }) => (part === null ? [] : [role(part)]);
  const pinned: Named = (ref) => joined(ref.meetingKey === null ? [] : meeting(ref), ref.personKey === null ? [] : person(ref), ref.from === null ? [] : [at(ref.from, names.zone(ref.meetingKey))]);
  const needed: Named = (ref) => joined(kindOf(ref), ...ref.languages.map((code) => [names.language(code)]), ref.meetingKey === null ? [] : meeting(ref));
  const causes: Readonly<Record<Known<'cause'>, Say>> = {
    ENGAGED: (marks) => t('plans.ref.ENGAGED', marks), ANSWERED_NO: (marks) => t('plans.ref.ANSWERED_NO', marks), PERHAPS: (marks) => t('plans.ref.PERHAPS', marks), NOT_ASKED: (marks) => t('plans.ref.NOT_ASKED', marks),
    NOT_CLEARED: (marks) => t('plans.ref.NOT_CLEARED', marks), ABSENT: (marks) => t('plans.ref.ABSENT', marks),
  };
  const rules: Readonly<Record<Known<'rule'>, (ref: Ref) => Part[]>> = {
    BORDER: label((marks) => t('plans.ref.BORDER', marks), ({ fromCountry, toCountry }) => [names.country(fromCountry), ' – ', names.country(toCountry)]), WORK: () => [t('plans.ref.WORK', {})],
    ALLOWANCE: () => [t('plans.ref.ALLOWANCE', {})], RATE: label((marks) => t('plans.ref.RATE', marks), ({ countryCode }) => [names.country(countryCode)]), MANDATORY: label((marks) => t('plans.ref.MANDATORY', marks), meeting),
    ONLY_ADVISER: label((marks) => t('plans.ref.ONLY_ADVISER', marks), meeting), SUBSTITUTE: label((marks) => t('plans.ref.SUBSTITUTE', marks), person),
  };
  const bounds: Readonly<Record<Known<'bound'>, () => string>> = {
    NIGHTS: () => t('plans.ref.maxNights', {}), PARTIES: () => t('plans.ref.maxParties', {}), COUNTRIES: () => t('plans.ref.maxCountries', {}), TEAM: () => t('plans.ref.maxTeam', {}), FIRST_DAY: () => t('plans.ref.START', {}), LAST_DAY: () => t('plans.ref.END', {}),
  };
  const bounded: Named = ({ bound, amount }) => (bound === null ? [] : beside([bounds[bound]()], amount === null ? [] : [count(amount)]));
  /** The first day of a mission begins at its midnight, the last one ends before that of the next. */
  const edge: Named = ({ bound, from }) => (bound === null ? [] : beside([bounds[bound]()], from === null ? [] : [day(dayIn(bound === 'LAST_DAY' ? new Date(Date.parse(from) - MINUTE).toISOString() : from, names.zone(null)))]));
  const limit: Named = ({ costKind, amount }) => {
    const most = amount === null ? [] : [money(amount)];
    return costKind === null ? beside([t('plans.ref.LIMIT', {})], most) : filled((marks) => t('planGoals.limit', marks), { name: joined([cost(costKind)], most) });
  };
  const working: Named = ({ countryCode, hours: own }) => joined([names.country(countryCode)], own && own.hours.length > 0 ? [week(own.hours)] : []);
  const pins: Partial<Readonly<Record<Known<'pin'>, Say>>> = { AT: (marks) => t('plans.ref.PIN_AT', marks), GOES: (marks) => t('plans.ref.PIN_GOES', marks) };
  const chosen: Partial<Readonly<Record<Known<'pin'>, Say>>> = {
    IN: (marks) => t('pins.ref.IN', marks), OUT: (marks) => t('pins.ref.OUT', marks), AT: (marks) => t('pins.ref.AT', marks), GOES: (marks) => t('pins.ref.GOES', marks), STAYS: (marks) => t('pins.ref.STAYS', marks),
    ATTENDS: (marks) => t('pins.ref.ATTENDS', marks), ABSENT: (marks) => t('pins.ref.ABSENT', marks),
  };
  const unnamed = (marks: Record<string, string>): string => t('plans.ref.PIN', marks);
  const kinds: Readonly<Record<Ref['kind'], (ref: Ref) => readonly Part[]>> = {
    MEETING: meeting, PERSON: person, PLACE: ({ fromCity }) => [names.city(fromCity)], COUNTRY: ({ countryCode }) => [names.country(countryCode)], TRAVEL: way,
    HOURS: (ref) => label(ref.hours?.sources.length === 0 ? (marks) => t('plans.ref.HOURS_ASSUMED', marks) : (marks) => t('plans.ref.HOURS', marks), working)(ref),
    WINDOW: label((marks) => t('plans.ref.WINDOW', marks), (ref) => joined(meeting(ref), hours(ref))),
    BLOCK: (ref) => label(causes[ref.cause ?? 'ABSENT'], () => joined(person(ref), hours(ref)))(ref),
    NEED: (ref) => label(ref.meetingKey === null ? (marks) => t('plans.ref.TEAM', marks) : (marks) => t('plans.ref.NEED', marks), needed)(ref),
    RULE: (ref) => rules[ref.rule ?? 'WORK'](ref), LIMIT: limit, BOUND: bounded, PERIOD: edge,
    DAY_OFF: label((marks) => t('plans.ref.DAY_OFF', marks), ({ day: on, countryCode }) => {
      const holiday = names.holiday(countryCode, on);
      return joined(on === null ? [] : [day(on)], holiday ? [holiday] : [], [names.country(countryCode)]);
    }),
    PIN: (ref) => label((ref.isChosen ? chosen : pins)[ref.pin ?? 'IN'] ?? unnamed, pinned)(ref),
    PRECEDENCE: label((marks) => t('plans.ref.PRECEDENCE', marks), (ref) => joined(meeting(ref), [names.meeting(ref.otherMeetingKey)])),
    PARTY: label((marks) => t('plans.ref.PARTY', marks), ({ id }) => [id]), INTERPRETER: label((marks) => t('plans.ref.INTERPRETER', marks), ({ languages }) => joined(...languages.map((code) => [names.language(code)]))),
  };
  const sourcesOf = ({ source, hours: own }: Ref): Part[] => [...(source ? [source] : []), ...(own?.sources ?? [])].map((one) => ({ source: one }));
  return (ref) => [...kinds[ref.kind](ref), ...sourcesOf(ref)];
}
