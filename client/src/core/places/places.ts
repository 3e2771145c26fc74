/** Cities of the reference by their names, and time zones by the city whose clocks people know. */
import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';

import { format } from '../i18n/index.ts';
import cities from './generated/cities.generated.ts';

/** Of a city: the code of its country, its IANA time zone, and its names in the order of `LOCALE_TAGS`. */
const nameIn = (city: (typeof cities)[number], locale: Locale): string => city[LOCALE_TAGS.indexOf(locale) + 2]!;

/** The name in `locale` of a city that is called `town` in any language, in a country by its code; undefined where the reference has none. */
export function cityName(town: string, country: string | undefined, locale: Locale): string | undefined {
  const wanted = town.trim().toLowerCase();
  const city = cities.find(([of, , ...names]) => of === country && names.some((name) => name.toLowerCase() === wanted));
  return city && nameIn(city, locale);
}

/** Names of zones that browsers still say, and that the reference no longer has. */
const FORMER: Readonly<Record<string, string>> = { 'Europe/Kiev': 'Europe/Kyiv', 'Europe/Nicosia': 'Asia/Nicosia' };

/** An IANA time zone as people say it: by a city of the reference, in `country` where there is one, else by the one that the zone is called by (`New York`). */
export function zoneCity(zone: string, locale: Locale, country?: string): string {
  const found = cities.filter(([, of]) => of === (FORMER[zone] ?? zone));
  const city = found.find(([of]) => of === country) ?? found[0];
  return city ? nameIn(city, locale) : zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** The same with the distance of its clocks to Greenwich at an instant, now without one: `Vienna (GMT+1)`. */
export function zoneText(zone: string, locale: Locale, at = new Date().toISOString()): string {
  return `${zoneCity(zone, locale)} (${format.value.offset(at, zone)})`;
}
