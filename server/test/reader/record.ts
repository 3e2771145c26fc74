/** The record of expertise, and what allowances are computed from, once more: what the plain resolvers answer of it. */
import { at, by, id, oneOf, paged, ranked, type Resolve, rowsOf, self, text } from './resolve.ts';
import type { Cell, Row } from './rows.ts';

/** The last day first. */
const latest = (column: string) => (row: Row): Cell => -Date.parse(row[column] as string);
const earliest = (column: string) => (row: Row): Cell => Date.parse(row[column] as string);
/** What is of the adviser's knowledge, and of the expert's whom it is about: nobody else here. */
const toAdviser = (column: string): Resolve => (row, _args, { world }) => (world.sight.role === 'ADVISER' ? row[column] : null);
const keeps: Resolve = (_row, _args, { world }) => ({ edit: world.sight.role === 'ADVISER', agree: false });
const all = (table: string): Resolve => (_row, _args, { world }) => world.rows.all(table);
const key: Resolve = ({ uuid }) => uuid;
/** A list that stands in a column as a text. */
const listed = (cell: Cell | undefined): string[] | null => (typeof cell === 'string' ? cell.split(' ') : null);
const practice = (column: string): Resolve => text('practice_translation', 'practice_uuid', 'uuid', column);

export const RECORD = {
  Query: {
    practices: paged('Practice'),
    allowanceRates: by(all('allowance_rate'), ranked('country_code'), latest('valid_from'), at('uuid')), exchangeRates: by(all('exchange_rate'), ranked('currency'), latest('valid_from'), at('uuid')),
    allowanceRules: by(all('allowance_rule'), latest('valid_from'), ranked('code')),
    travelLinks: by(all('travel_link'), ranked('from_city_code'), ranked('to_city_code'), ranked('code')), borderRules: by(all('border_rule'), ranked('from_country'), ranked('to_country'), ranked('code')),
    countryHours: by(all('country_hours'), ranked('country_code'), ranked('weekdays'), ranked('from_hour'), ranked('code')),
    interpretationPrices: by(all('interpretation_price'), ranked('country_code'), ranked('language_code'), earliest('valid_from'), ranked('code')),
  },
  Expert: {
    practices: by(rowsOf('practice', 'expert_uuid', 'uuid'), latest('shown_on'), at('uuid')), publications: by(rowsOf('publication', 'expert_uuid', 'uuid'), ({ year }) => -Number(year), at('uuid')),
  },
  types: {
    Practice: {
      id: id('Practice', 'uuid'), country: oneOf('country', 'country_code'), theme: oneOf('theme', 'theme_code'), expert: oneOf('listed_expert', 'expert_uuid'), consentedOn: toAdviser('consented_on'), can: keeps,
      title: practice('title'), audience: practice('audience'), result: practice('result'), texts: by(rowsOf('practice_translation', 'practice_uuid', 'uuid'), ranked('locale')),
    },
    PracticeTranslation: {
      isSource: ({ practice_uuid: of, locale }, _args, { world }) => world.rows.one('practice', 'uuid', of!)!.source_locale === locale,
      isOutdated: ({ practice_uuid: of, source_version: version }, _args, { world }) => Number(version) < Number(world.rows.one('practice', 'uuid', of!)!.source_version),
    },
    Publication: { id: id('Publication', 'uuid'), consentedOn: toAdviser('consented_on'), can: keeps },
    AllowanceRate: { key, country: oneOf('country', 'country_code'), provenance: self }, ExchangeRate: { key, provenance: self }, AllowanceRule: { provenance: self },
    TravelLink: {
      fromCity: oneOf('city', 'from_city_code'), toCity: oneOf('city', 'to_city_code'), provenance: self, weekdays: ({ weekdays }) => listed(weekdays)?.map(Number) ?? null, departures: ({ departures }) => listed(departures), countryCodes: ({ country_codes: codes }) => listed(codes),
    },
    CountryHours: { provenance: self, weekdays: ({ weekdays }) => listed(weekdays)?.map(Number) ?? null },
    InterpretationPrice: { language: oneOf('language', 'language_code'), provenance: self },
    BorderRule: { provenance: self, unlessEnteredFrom: ({ unless_entered_from: codes }) => listed(codes) },
  },
} as const satisfies { readonly Query: Readonly<Record<string, Resolve>>; readonly Expert: Readonly<Record<string, Resolve>>; readonly types: Readonly<Record<string, Readonly<Record<string, Resolve>>>> };
