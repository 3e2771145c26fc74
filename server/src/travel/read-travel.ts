/** Reading what is sent of links, rules of borders, prices of interpreting and working hours: the columns as they are stored, or everything that is wrong with them. Pure functions. */
import { type CostFault, type CostField, fault, isAddress, isWithin, lineFaults, MOST, type Read, tidyLine } from '../allowances/index.ts';
import type { BorderRuleInput, CountryHoursInput, InterpretationInput, KnownInput, TravelLinkInput } from './travel-input.type.ts';

/** The most minutes of a link, hundredths of a fare, people in a vehicle, hours at which it leaves, and countries. */
export const TRAVEL_MOST = { minutes: 10_080, fareCents: 100_000_000, seats: 99, departures: 48, countries: 20, priceCents: 1_000_000, people: 20 } as const;

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;
const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Whether there is a country of that code: ISO 3166-1 alpha-2, or XK. */
const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && REGIONS.of(code) !== undefined;

/** A list as it is stored; null for none. */
const kept = (list: readonly (string | number)[] | null): string | null => (list === null || list.length === 0 ? null : list.join(' '));
const once = <T extends string | number>(list: readonly T[] | null): T[] | null => list && [...new Set(list)].sort();

/** What is not sent is not known, as null is not. */
const withNothing = <T extends object>(nothing: Partial<T>, sent: T): T => ({ ...nothing, ...(Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as T) });

const NOTHING_KNOWN: Partial<KnownInput> = { validFrom: null, validUntil: null, checkedOn: null };
const NO_FIGURES: Partial<TravelLinkInput> = { minutes: null, fareCents: null, seats: null, weekdays: null, departures: null, countryCodes: null };

function knownOf(known: KnownInput, today: string): Read {
  const { validFrom, validUntil, source, sourceUrl, checkedOn } = withNothing(NOTHING_KNOWN, known);
  const [said, url] = [tidyLine(source), tidyLine(sourceUrl)];
  return {
    columns: { valid_from: validFrom, valid_until: validUntil, source: said, source_url: url, checked_on: checkedOn, is_verified: checkedOn !== null },
    faults: [
      ...(validFrom !== null && validUntil !== null && validFrom > validUntil ? [fault('VALID_UNTIL', 'NOT_AFTER')] : []),
      ...(said === null ? [fault('SOURCE', 'MISSING')] : lineFaults('SOURCE', said, MOST.source)), ...lineFaults('SOURCE_URL', url, MOST.sourceUrl), ...(url !== null && !isAddress(url) ? [fault('SOURCE_URL', 'UNREADABLE')] : []),
      ...(checkedOn !== null && checkedOn > today ? [fault('READ_ON', 'FUTURE')] : []),
    ],
  };
}

function countryFaults(field: CostField, codes: readonly string[]): CostFault[] {
  if (codes.length > TRAVEL_MOST.countries) return [fault(field, 'TOO_LONG', TRAVEL_MOST.countries)];
  return codes.every(isCountry) ? [] : [fault(field, 'UNKNOWN')];
}

/** What is wrong with the hours of a link: it leaves at some, at any between two, or nobody knows when. */
function hourFaults({ departures, firstDeparture, lastDeparture }: TravelLinkInput): CostFault[] {
  const [at, first, last] = [departures ?? [], firstDeparture ?? '', lastDeparture ?? ''];
  if (at.length > TRAVEL_MOST.departures) return [fault('HOURS', 'TOO_LONG', TRAVEL_MOST.departures)];
  if (!at.every((hour) => HOUR.test(hour))) return [fault('HOURS', 'UNREADABLE')];
  if (first === '' && last === '') return [];
  return at.length > 0 ? [fault('HOURS', 'REPEATED')] : spanFaults(first, last);
}

function spanFaults(first: string, last: string): CostFault[] {
  if (!HOUR.test(first) || !HOUR.test(last)) return [fault('HOURS', 'UNREADABLE')];
  return first <= last ? [] : [fault('HOURS', 'NOT_AFTER')];
}

const isNothingOr = (value: number | null, least: number, most: number): boolean => value === null || isWithin(value, least, most);

/** Of a link; `today` where the adviser is. */
export function readLink(input: TravelLinkInput, today: string): Read {
  const { fromCity, toCity, mode, hasService, minutes, fareCents, seats, weekdays, departures, firstDeparture, lastDeparture, countryCodes, isRest, isOffered, known } = withNothing(NO_FIGURES, input);
  const { columns, faults } = knownOf(known, today);
  const days = once(weekdays) ?? [];
  const said = {
    minutes, fare_cents: fareCents, seats, weekdays: kept(days), departures: kept(once(departures)), first_departure: tidyLine(firstDeparture), last_departure: tidyLine(lastDeparture), country_codes: kept(countryCodes),
  };
  const nothing = Object.fromEntries(Object.keys(said).map((column) => [column, null]));
  return {
    columns: { from_city_code: fromCity, to_city_code: toCity, mode, has_service: hasService, ...(hasService ? said : nothing), is_rest: isRest, is_offered: isOffered, ...columns },
    faults: [
      ...(fromCity === toCity ? [fault('CITIES', 'NOT_AFTER')] : []),
      ...(isNothingOr(minutes, 1, TRAVEL_MOST.minutes) ? [] : [fault('MINUTES', 'OUT_OF_RANGE')]), ...(isNothingOr(fareCents, 0, TRAVEL_MOST.fareCents) ? [] : [fault('AMOUNT', 'OUT_OF_RANGE')]),
      ...(isNothingOr(seats, 1, TRAVEL_MOST.seats) ? [] : [fault('SEATS', 'OUT_OF_RANGE')]), ...(days.every((day) => isWithin(day, 1, 7)) ? [] : [fault('WEEKDAYS', 'OUT_OF_RANGE')]),
      ...hourFaults(input), ...countryFaults('COUNTRIES', countryCodes ?? []), ...faults,
    ],
  };
}

/** Of a rule of a border. */
export function readBorderRule({ fromCountry, toCountry, unlessEnteredFrom, known }: BorderRuleInput, today: string): Read {
  const { columns, faults } = knownOf(known, today);
  const hasCountries = isCountry(fromCountry) && isCountry(toCountry);
  return {
    columns: { from_country: fromCountry, to_country: toCountry, unless_entered_from: kept(once(unlessEnteredFrom)), ...columns },
    faults: [
      ...(hasCountries ? [] : [fault('COUNTRY', 'UNKNOWN')]), ...(hasCountries && fromCountry === toCountry ? [fault('COUNTRY', 'REPEATED')] : []),
      ...(unlessEnteredFrom.length === 0 ? [fault('COUNTRIES', 'MISSING')] : countryFaults('COUNTRIES', unlessEnteredFrom)), ...faults,
    ],
  };
}

/** Of what interpreting costs: since when is known, for a price of which that is not known cannot be planned with. */
export function readInterpretation({ language, country, per, priceCents, people, known }: InterpretationInput, today: string): Read {
  const { columns, faults } = knownOf(known, today);
  return {
    columns: { language_code: language, country_code: country, per, price_cents: priceCents, people, ...columns },
    faults: [
      ...(isCountry(country) ? [] : [fault('COUNTRY', 'UNKNOWN')]), ...(isWithin(priceCents, 0, TRAVEL_MOST.priceCents) ? [] : [fault('AMOUNT', 'OUT_OF_RANGE')]), ...(isWithin(people, 1, TRAVEL_MOST.people) ? [] : [fault('PEOPLE', 'OUT_OF_RANGE')]),
      ...(columns.valid_from === null ? [fault('VALID_FROM', 'MISSING')] : []), ...faults,
    ],
  };
}

/** Of the hours of a country: since when is known here, too. */
export function readHours({ country, weekdays, fromHour, untilHour, known }: CountryHoursInput, today: string): Read {
  const { columns, faults } = knownOf(known, today);
  const days = once(weekdays) ?? [];
  const areHours = HOUR.test(fromHour) && HOUR.test(untilHour);
  return {
    columns: { country_code: country, weekdays: kept(days), from_hour: fromHour, until_hour: untilHour, ...columns },
    faults: [
      ...(isCountry(country) ? [] : [fault('COUNTRY', 'UNKNOWN')]), ...(days.length === 0 ? [fault('WEEKDAYS', 'MISSING')] : []), ...(days.every((day) => isWithin(day, 1, 7)) ? [] : [fault('WEEKDAYS', 'OUT_OF_RANGE')]),
      ...(areHours ? [] : [fault('HOURS', 'UNREADABLE')]), ...(areHours && fromHour >= untilHour ? [fault('HOURS', 'NOT_AFTER')] : []), ...(columns.valid_from === null ? [fault('VALID_FROM', 'MISSING')] : []), ...faults,
    ],
  };
}
