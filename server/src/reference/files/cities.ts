/** What cities.json says: cities that journeys lead to. */
import type { FileRow, Row } from '../tables.ts';
import type { Entry } from './entry.ts';
import { isTimeZone, provenanceOf, textsOf } from './parts.ts';

/** What countries.json says of a country and, by locale, of its capital. */
export interface Capital {
  readonly country: Row;
  readonly names: readonly Row[];
}

/** The rows of the cities. Of a capital where it lies, its time zone and its names are those that its country says. */
export function cityRows(file: Entry, capitals: ReadonlyMap<string, Capital>): FileRow[] {
  file.leave('credits', 'asOf');
  return file.list('cities').flatMap((city): FileRow[] => {
    const code = city.text('code', /^[a-z]+(-[a-z]+)*$/);
    const { place, names } = city.keys.includes('capitalOf') ? asCapital(city, capitals) : byItself(city);
    return [
      { table: 'city', values: { code, ...place, ...provenanceOf(city) } },
      ...names.map(([locale, name]): FileRow => ({ table: 'city_translation', values: { city_code: code, locale, name } })),
    ];
  });
}

interface Place {
  readonly place: Row;
  readonly names: readonly (readonly [locale: string, name: string])[];
}

function asCapital(city: Entry, capitals: ReadonlyMap<string, Capital>): Place {
  const iso = city.code('capitalOf', [...capitals.keys()]);
  const { country, names } = capitals.get(iso)!;
  return {
    place: { country_iso: iso, country_code: iso, time_zone: country.time_zone!, latitude: country.latitude!, longitude: country.longitude! },
    names: names.map(({ locale, capital }) => [String(locale), String(capital)]),
  };
}

function byItself(city: Entry): Place {
  const timeZone = city.text('timeZone');
  if (!isTimeZone(timeZone)) city.refuse('timeZone', `“${timeZone}” is not a time zone`);
  return {
    place: { country_iso: city.text('country', /^[A-Z]{2}$/), country_code: null, time_zone: timeZone, latitude: city.number('latitude', -90, 90), longitude: city.number('longitude', -180, 180) },
    names: textsOf(city, 'names'),
  };
}
