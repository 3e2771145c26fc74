/** How people read which calendars they may have, and the addresses that they have made. */
import { PersonReader } from '../accounts/index.ts';
import { acting, edge, maybe, reader, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { ownCountries } from '../members/index.ts';
import { ThemeReader } from '../vocabulary/index.ts';
import { CalendarLink } from './calendar-link.entity.ts';

const CalendarLinkReader = reader(CalendarLink, {
  rows: (link) => sql`${link.person} = ${acting.person}`,
  fields: (link) => ({
    country: maybe(CountryReader, (country) => sql`${country.code} = ${link.country}`), theme: maybe(ThemeReader, (theme) => sql`${theme.code} = ${link.theme}`),
  }),
});

edge(PersonReader, 'calendarLinks', {
  description: 'The addresses at which programs read calendars of theirs, the oldest first. You see your own only.',
  list: CalendarLinkReader,
  on: (link, person) => sql`${link.person} = ${person.uuid}`,
  order: (link) => [link.createdAt, link.uuid],
});

edge(PersonReader, 'calendarPosts', {
  description: 'The countries whose embassy’s calendar they may have. You see your own only.',
  list: CountryReader,
  on: (country, person) => sql`${person.uuid} = ${acting.person} and ${country.code} in (${ownCountries})`,
  order: (country) => [country.code],
});
