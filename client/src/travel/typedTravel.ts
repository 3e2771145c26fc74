import { comparing } from '../core/editing/index.ts';
import { format } from '../core/i18n/index.ts';
import { hourOf } from '../core/ui/dates.ts';
import { centsOf, typedAmount } from '../costs/index.ts';
import type { BorderInput, BorderRule, Hours, HoursInput, Interpretation, InterpretationInput, Link, LinkInput, TravelFault } from './useTravel.ts';

export const MODES = ['FLIGHT', 'TRAIN', 'COACH', 'ROAD'] as const;
export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Since when something is so, and where that is known from, as it is typed: empty for what is not known. */
export interface TypedKnown {
  validFrom: string;
  validUntil: string;
  source: string;
  sourceUrl: string;
  checkedOn: string;
}

const KNOWN_FIELDS = ['validFrom', 'validUntil', 'source', 'sourceUrl', 'checkedOn'] as const satisfies readonly (keyof TypedKnown)[];

/** A link as it is typed: empty for what is not known. */
export interface TypedLink extends TypedKnown {
  fromCity: string;
  toCity: string;
  mode: Link['mode'];
  hasService: boolean;
  minutes: string;
  fare: string;
  seats: string;
  weekdays: string[];
  hours: string;
  first: string;
  last: string;
  countries: string;
  isRest: boolean;
  isOffered: boolean;
}

const LINK_FIELDS = ['fromCity', 'toCity', 'mode', 'hasService', 'minutes', 'fare', 'seats', 'weekdays', 'hours', 'first', 'last', 'countries', 'isRest', 'isOffered', ...KNOWN_FIELDS] as const satisfies readonly (keyof TypedLink)[];
export type LinkFieldName = (typeof LINK_FIELDS)[number];
export const linkComparing = comparing<TypedLink, LinkFieldName>(LINK_FIELDS);

/** A rule of a border as it is typed. */
export interface TypedBorder extends TypedKnown {
  fromCountry: string;
  toCountry: string;
  unless: string;
}

const BORDER_FIELDS = ['fromCountry', 'toCountry', 'unless', ...KNOWN_FIELDS] as const satisfies readonly (keyof TypedBorder)[];
export type BorderFieldName = (typeof BORDER_FIELDS)[number];
export const borderComparing = comparing<TypedBorder, BorderFieldName>(BORDER_FIELDS);

/** A price of interpreting as it is typed. */
export interface TypedInterpretation extends TypedKnown {
  language: string;
  country: string;
  per: Interpretation['per'];
  price: string;
  people: string;
}

export const PERS = ['HALF_DAY', 'DAY', 'MEETING'] as const;
const INTERPRETATION_FIELDS = ['language', 'country', 'per', 'price', 'people', ...KNOWN_FIELDS] as const satisfies readonly (keyof TypedInterpretation)[];
export type InterpretationFieldName = (typeof INTERPRETATION_FIELDS)[number];
export const interpretationComparing = comparing<TypedInterpretation, InterpretationFieldName>(INTERPRETATION_FIELDS);

/** Hours of a country as they are typed. */
export interface TypedHours extends TypedKnown {
  country: string;
  weekdays: string[];
  from: string;
  until: string;
}

const HOURS_FIELDS = ['country', 'weekdays', 'from', 'until', ...KNOWN_FIELDS] as const satisfies readonly (keyof TypedHours)[];
export type HoursFieldName = (typeof HOURS_FIELDS)[number];
export const hoursComparing = comparing<TypedHours, HoursFieldName>(HOURS_FIELDS);

const NOTHING: TypedKnown = { validFrom: '', validUntil: '', source: '', sourceUrl: '', checkedOn: '' };
const knownOf = ({ validFrom, validUntil, provenance: { source, sourceUrl, checkedOn } }: Link | BorderRule | Interpretation | Hours): TypedKnown => ({ validFrom: validFrom ?? '', validUntil: validUntil ?? '', source, sourceUrl: sourceUrl ?? '', checkedOn: checkedOn ?? '' });

const listed = (typed: string): string[] => typed.split(/[\s,;]+/).filter(Boolean);
const written = (list: readonly string[] | null): string => (list ?? []).join(', ');
/** The codes of countries as they are typed. */
export const codesOf = (typed: string): string[] => listed(typed.toUpperCase());

/** Of which nothing is said yet. */
export const emptyLink = (): TypedLink => ({ ...NOTHING, fromCity: '', toCity: '', mode: 'FLIGHT', hasService: true, minutes: '', fare: '', seats: '', weekdays: [], hours: '', first: '', last: '', countries: '', isRest: false, isOffered: true });
export const emptyBorder = (): TypedBorder => ({ ...NOTHING, fromCountry: '', toCountry: '', unless: '' });

/** One that is stored, as if it were typed. */
export const typedLink = (link: Link): TypedLink => ({
  ...knownOf(link), fromCity: link.fromCity.code, toCity: link.toCity.code, mode: link.mode, hasService: link.hasService, minutes: String(link.minutes ?? ''), fare: typedAmount(format.value, link.fareCents), seats: String(link.seats ?? ''),
  weekdays: (link.weekdays ?? []).map(String), hours: written(link.departures), first: link.firstDeparture ?? '', last: link.lastDeparture ?? '', countries: written(link.countryCodes), isRest: link.isRest, isOffered: link.isOffered,
});
export const typedBorder = (rule: BorderRule): TypedBorder => ({ ...knownOf(rule), fromCountry: rule.fromCountry, toCountry: rule.toCountry, unless: written(rule.unlessEnteredFrom) });

export const emptyInterpretation = (): TypedInterpretation => ({ ...NOTHING, language: '', country: '', per: 'HALF_DAY', price: '', people: '1' });
export const typedInterpretation = (one: Interpretation): TypedInterpretation => ({ ...knownOf(one), language: one.language.code, country: one.countryCode, per: one.per, price: typedAmount(format.value, one.priceCents), people: String(one.people) });

export const emptyHours = (): TypedHours => ({ ...NOTHING, country: '', weekdays: ['1', '2', '3', '4', '5'], from: '', until: '' });
export const typedHours = (one: Hours): TypedHours => ({ ...knownOf(one), country: one.countryCode, weekdays: one.weekdays.map(String), from: one.fromHour, until: one.untilHour });

const knownInput = ({ validFrom, validUntil, source, sourceUrl, checkedOn }: TypedKnown): LinkInput['known'] => ({ validFrom: validFrom || null, validUntil: validUntil || null, source, sourceUrl, checkedOn: checkedOn || null });
const orNull = <Part>(list: readonly Part[]): Part[] | null => (list.length === 0 ? null : [...list]);
const number = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));

/** What is sent of what is typed. */
export const linkInput = (typed: TypedLink): LinkInput => ({
  fromCity: typed.fromCity, toCity: typed.toCity, mode: typed.mode, hasService: typed.hasService, minutes: number(typed.minutes), fareCents: typed.fare.trim() === '' ? null : centsOf(typed.fare)!, seats: number(typed.seats),
  weekdays: orNull(typed.weekdays.map(Number)), departures: orNull(listed(typed.hours)), firstDeparture: typed.first || null, lastDeparture: typed.last || null, countryCodes: orNull(codesOf(typed.countries)), isRest: typed.isRest, isOffered: typed.isOffered,
  known: knownInput(typed),
});
export const borderInput = (typed: TypedBorder): BorderInput => ({ fromCountry: typed.fromCountry.trim().toUpperCase(), toCountry: typed.toCountry.trim().toUpperCase(), unlessEnteredFrom: codesOf(typed.unless), known: knownInput(typed) });

const wrong = (field: TravelFault['field'], fault: TravelFault['fault']): TravelFault => ({ field, fault, maximum: null });
const isCount = (typed: string): boolean => /^\s*\d{0,5}\s*$/.test(typed);
const knownFaults = ({ source }: TypedKnown): TravelFault[] => (source.trim() === '' ? [wrong('SOURCE', 'MISSING')] : []);

/** What is wrong with what is typed, as far as the page can know. */
export const linkFaults = (typed: TypedLink): TravelFault[] => [
  ...(typed.fromCity === '' || typed.toCity === '' ? [wrong('CITIES', 'MISSING')] : []), ...(isCount(typed.minutes) ? [] : [wrong('MINUTES', 'UNREADABLE')]),
  ...(typed.fare.trim() === '' || centsOf(typed.fare) !== undefined ? [] : [wrong('AMOUNT', 'UNREADABLE')]), ...(isCount(typed.seats) ? [] : [wrong('SEATS', 'UNREADABLE')]), ...knownFaults(typed),
];
export const borderFaults = (typed: TypedBorder): TravelFault[] => [
  ...(typed.fromCountry.trim() === '' || typed.toCountry.trim() === '' ? [wrong('COUNTRY', 'MISSING')] : []), ...(codesOf(typed.unless).length === 0 ? [wrong('COUNTRIES', 'MISSING')] : []), ...knownFaults(typed),
];

export const interpretationInput = (typed: TypedInterpretation): InterpretationInput => ({ language: typed.language, country: typed.country, per: typed.per, priceCents: centsOf(typed.price) ?? 0, people: number(typed.people) ?? 0, known: knownInput(typed) });
export const interpretationFaults = (typed: TypedInterpretation): TravelFault[] => [
  ...(typed.language === '' ? [wrong('LANGUAGE', 'MISSING')] : []), ...(typed.country === '' ? [wrong('COUNTRY', 'MISSING')] : []), ...(typed.price.trim() === '' ? [wrong('AMOUNT', 'MISSING')] : centsOf(typed.price) === undefined ? [wrong('AMOUNT', 'UNREADABLE')] : []),
  ...(isCount(typed.people) ? [] : [wrong('PEOPLE', 'UNREADABLE')]), ...(typed.validFrom === '' ? [wrong('VALID_FROM', 'MISSING')] : []), ...knownFaults(typed),
];

export const hoursInput = (typed: TypedHours): HoursInput => ({ country: typed.country, weekdays: typed.weekdays.map(Number), fromHour: hourOf(typed.from) ?? typed.from, untilHour: hourOf(typed.until) ?? typed.until, known: knownInput(typed) });
export const hoursFaults = (typed: TypedHours): TravelFault[] => [
  ...(typed.country === '' ? [wrong('COUNTRY', 'MISSING')] : []), ...(typed.weekdays.length === 0 ? [wrong('WEEKDAYS', 'MISSING')] : []), ...(typed.from.trim() === '' || typed.until.trim() === '' ? [wrong('HOURS', 'MISSING')] : []),
  ...(typed.validFrom === '' ? [wrong('VALID_FROM', 'MISSING')] : []), ...knownFaults(typed),
];
