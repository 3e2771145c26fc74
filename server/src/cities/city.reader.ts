/** How cities are read. */
import { provenanceOf } from '../core/provenance/index.ts';
import { inReadersOrder, localized, maybe, query, reader, type Row, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { City, CityTranslation } from './city.entity.ts';

const name = (city: Row<City>) => ({ from: CityTranslation, text: 'name' as const, of: (x: Row<CityTranslation>) => sql<boolean>`${x.city} = ${city.code}`, source: 'en' as const });

export const CityReader = reader(City, {
  isVocabulary: true,
  fields: (city) => ({
    name: localized(name(city)),
    country: maybe(CountryReader, (country) => sql`${country.code} = ${city.country}`),
    provenance: provenanceOf(city),
  }),
});

query('cities', {
  description: 'The cities that missions lead to or leave from, by name, in the order of the reader’s language.',
  list: CityReader,
  order: (city) => [inReadersOrder(name(city)), city.code],
});
