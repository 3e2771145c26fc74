/** Writes what the cities of the reference are called in each language, and what their clocks show, so that a page needs no question for it: `node scripts/cityNames.ts`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';

interface Country {
  readonly code: string;
  readonly timeZone: string;
  readonly names: Readonly<Record<Locale, { readonly capital: string }>>;
}

/** A capital of the area, which the list of countries names, or another city. */
type City = { readonly capitalOf: string } | { readonly country: string; readonly timeZone: string; readonly names: Readonly<Record<Locale, string>> };

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../server/reference/${name}.json`, import.meta.url), 'utf8'));
const { countries } = read('countries') as { countries: readonly Country[] };
const { cities } = read('cities') as { cities: readonly City[] };

const named = cities.map((city) => {
  if (!('capitalOf' in city)) return [city.country, city.timeZone, ...LOCALE_TAGS.map((tag) => city.names[tag])];
  const country = countries.find(({ code }) => code === city.capitalOf);
  if (!country) throw new Error(`No country ${city.capitalOf}`);
  return [country.code, country.timeZone, ...LOCALE_TAGS.map((tag) => country.names[tag].capital)];
});

const folder = new URL('../src/core/places/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('cities.generated.ts', folder),
  `const cities: readonly (readonly [country: string, zone: string, ...names: string[]])[] = ${JSON.stringify(named)};\n\nexport default cities;\n`,
);
