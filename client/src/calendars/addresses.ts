import type { Locale } from '@passerelle/shared/locales.ts';

/** What a calendar can be kept to: a country and a theme by their codes, an expert by their id; empty for all. */
export interface CalendarOf {
  readonly country?: string;
  readonly theme?: string;
  readonly expert?: string;
}

/** Where the file of a session is. */
export function sessionFile(id: string, locale: Locale): string {
  return `/calendar/session/${encodeURIComponent(id)}.ics?locale=${locale}`;
}

/** Where a calendar of sessions is, for anybody. */
export function calendarPath({ country = '', theme = '', expert = '' }: CalendarOf, locale: Locale): string {
  const given = Object.entries({ country, theme, expert }).filter(([, value]) => value !== '');
  return `/calendar/sessions.ics?${new URLSearchParams([...given, ['locale', locale]]).toString()}`;
}

/** The same address for the program that looks after calendars on the reader's device. */
export function forApplication(address: string): string {
  return address.replace(/^https?:/, 'webcal:');
}
