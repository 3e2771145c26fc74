/** How countries are read. */
import { GraphQLCountryCode } from 'graphql-scalars';
import { Int } from 'type-graphql';
import { provenanceOf } from '../core/provenance/index.ts';
import { edge, embedded, inReadersOrder, localized, many, maybeLocalized, optional, query, reader, required, type Row, sql } from '../core/reader/index.ts';
import { LanguageReader } from '../vocabulary/index.ts';
import { Country, CountryFact, CountryLanguage, CountryTranslation } from './country.entity.ts';
import { Holiday, HolidayTranslation } from './holiday.entity.ts';
import { Hotline } from './hotline.entity.ts';
import { Membership } from './membership.entity.ts';

export const MembershipReader = reader(Membership, {
  fields: (membership) => ({ provenance: provenanceOf(membership) }),
});

export const CountryFactReader = reader(CountryFact, {
  fields: (fact) => ({ provenance: provenanceOf(fact) }),
});

export const HolidayReader = reader(Holiday, {
  fields: (holiday) => ({
    name: localized({
      from: HolidayTranslation, text: 'name',
      of: (x) => sql`${x.countryCode} = ${holiday.country} and ${x.date} = ${holiday.date}`,
      source: holiday.sourceLocale,
    }),
    provenance: provenanceOf(holiday),
  }),
});

export const HotlineReader = reader(Hotline, {
  fields: (hotline) => ({ provenance: provenanceOf(hotline) }),
});

const text = (country: Row<Country>, name: 'name' | 'officialName' | 'nameNote' | 'capital') => ({
  from: CountryTranslation, text: name, of: (x: Row<CountryTranslation>) => sql<boolean>`${x.country} = ${country.code}`, source: 'en' as const,
});

export const CountryReader = reader(Country, {
  isVocabulary: true,
  fields: (country) => ({
    name: localized(text(country, 'name')),
    officialName: maybeLocalized(text(country, 'officialName')),
    nameNote: maybeLocalized(text(country, 'nameNote')),
    capital: localized(text(country, 'capital')),
    capitalCoordinates: embedded({ latitude: country.latitude, longitude: country.longitude }),
    officialLanguages: many(LanguageReader, {
      via: CountryLanguage,
        on: (language, link) => sql`${link.country} = ${country.code} and ${language.code} = ${link.language}`,
      order: (_language, link) => [link.position],
    }),
    memberships: many(MembershipReader, { on: (membership) => sql`${membership.country} = ${country.code}`, order: (membership) => [membership.body] }),
    hotlines: many(HotlineReader, { on: (hotline) => sql`${hotline.country} = ${country.code}`, order: (hotline) => [hotline.position] }),
    facts: many(CountryFactReader, { on: (fact) => sql`${fact.country} = ${country.code}`, order: (fact) => [fact.field] }),
  }),
});

query('countries', {
  description: 'The countries of the area, by name, in the order of the reader’s language.',
  list: CountryReader,
  order: (country) => [inReadersOrder(text(country, 'name')), country.code],
});

query('country', {
  description: 'A country by its code; null when it is not one of the area.',
  args: { code: required(() => GraphQLCountryCode, 'text', 'ISO 3166-1 alpha-2, or XK.') },
  maybe: CountryReader,
  on: (country, _owner, args) => sql`${country.code} = ${args.code}`,
});

edge(CountryReader, 'holidays', {
  description: 'Its public holidays, by date: of one year, or all that are known.',
  args: { year: optional(() => Int, 'int', 'The year.') },
  list: HolidayReader,
  on: (holiday, country, args) =>
    args.year
      ? sql`${holiday.country} = ${country.code} and not ${holiday.isStruck} and extract(year from ${holiday.date}) = ${args.year}`
      : sql`${holiday.country} = ${country.code} and not ${holiday.isStruck}`,
  order: (holiday) => [holiday.date],
});
edge(CountryReader, 'struckHolidays', {
  description: 'Days that were among its public holidays until its embassy or the adviser said that they are none, by date.',
  list: HolidayReader, on: (holiday, country) => sql`${holiday.country} = ${country.code} and ${holiday.isStruck}`, order: (holiday) => [holiday.date],
});
