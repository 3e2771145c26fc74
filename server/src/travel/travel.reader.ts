/** How links, rules of borders, prices of interpreting and working hours are read: by the adviser's circle, which plans missions. */
import { CityReader } from '../cities/index.ts';
import { provenanceOf } from '../core/provenance/index.ts';
import { one, query, reader, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { LanguageReader } from '../vocabulary/index.ts';
import { BorderRule, CountryHours, InterpretationPrice, TravelLink } from './travel.entity.ts';

/** Of nobody's concern but the adviser's circle. */
const seenByAdviser = ({ circle }: RuleActor): Sql<boolean> | undefined => (circle === 'adviser' ? undefined : sql<boolean>`false`);

export const TravelLinkReader = reader(TravelLink, {
  rows: (_link, actor) => seenByAdviser(actor),
  fields: (link) => ({
    fromCity: one(CityReader, (city) => sql`${city.code} = ${link.fromCity}`), toCity: one(CityReader, (city) => sql`${city.code} = ${link.toCity}`),
    weekdays: sql<number[] | null>`string_to_array(${link.weekdays}, ' ')::int[]`, departures: sql<string[] | null>`string_to_array(${link.departures}, ' ')`, countryCodes: sql<string[] | null>`string_to_array(${link.countryCodes}, ' ')`,
    provenance: provenanceOf(link),
  }),
});
export const BorderRuleReader = reader(BorderRule, { rows: (_rule, actor) => seenByAdviser(actor), fields: (rule) => ({ unlessEnteredFrom: sql<string[]>`string_to_array(${rule.unlessEnteredFrom}, ' ')`, provenance: provenanceOf(rule) }) });
export const InterpretationPriceReader = reader(InterpretationPrice, {
  rows: (_price, actor) => seenByAdviser(actor), fields: (price) => ({ language: one(LanguageReader, (language) => sql`${language.code} = ${price.language}`), provenance: provenanceOf(price) }),
});
export const CountryHoursReader = reader(CountryHours, { rows: (_hours, actor) => seenByAdviser(actor), fields: (hours) => ({ weekdays: sql<number[]>`string_to_array(${hours.weekdays}, ' ')::int[]`, provenance: provenanceOf(hours) }) });

query('travelLinks', {
  description: 'By which links people travel from city to city, by the codes of the cities: for those who plan missions; none for others. Of a link that is not among them nothing is known.',
  list: TravelLinkReader, order: (link) => [link.fromCity, link.toCity, link.code],
});
query('borderRules', { description: 'The rules of borders: for those who plan missions; none for others. Of a border that is not among them no rule is known.', list: BorderRuleReader, order: (rule) => [rule.fromCountry, rule.toCountry, rule.code] });
query('interpretationPrices', {
  description: 'In which countries somebody can be had who interprets which language, and what that costs: for those who plan missions; none for others. Of a language that is not among them in a country nothing is known.',
  list: InterpretationPriceReader, order: (price) => [price.countryCode, price.language, price.validFrom, price.code],
});
query('countryHours', { description: 'When countries work: for those who plan missions; none for others. Of a country that is not among them nothing is known.', list: CountryHoursReader, order: (hours) => [hours.countryCode, hours.weekdays, hours.fromHour, hours.code] });
