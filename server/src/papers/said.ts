/** Texts along the chain of a language, and days and hours as its readers write them. Pure functions. */
import { type Locale, LOCALES, probes } from '@passerelle/shared/locales.ts';
import type { Told } from '../core/pdf/index.ts';
import type { Texts } from './facts.ts';

/** The text along the chain of a language, else in the language it was first written in, else in any; undefined for none. */
export function along(texts: Texts | undefined, locale: Locale, source: Locale): Told | undefined {
  const all = texts as Readonly<Record<string, string>> | undefined;
  const places = [...probes(locale), { stored: source, shown: source }, ...(Object.keys(all ?? {}) as Locale[]).filter((tag) => Object.hasOwn(LOCALES, tag)).map((tag) => ({ stored: tag, shown: tag }))];
  for (const { stored, shown } of places) {
    const text = all?.[stored === shown ? stored : `${stored} in ${shown}`];
    if (text) return { text, locale: shown };
  }
  return undefined;
}

// What a clock on the wall shows is shown as it is: these days and hours are in no zone but that of the place.
const instant = (day: string, hour = '12:00'): Date => new Date(`${day}T${hour}:00Z`);
const written = (locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(LOCALES[locale].intl, { ...options, timeZone: 'UTC' });

/** A day: `2027-11-08`. */
export const writtenDay = (locale: Locale, day: string): string => written(locale, { dateStyle: 'full' }).format(instant(day));

/** From one day to another. */
export const writtenDays = (locale: Locale, from: string, until: string): string => written(locale, { dateStyle: 'long' }).formatRange(instant(from), instant(until));

const HOUR = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** The day and hour of a wall time: `2027-11-08T09:30`. */
export function writtenMoment(locale: Locale, moment: string): string {
  const [day, hour] = moment.split('T') as [string, string];
  return `${writtenDay(locale, day)}, ${written(locale, HOUR).format(instant(day, hour))}`;
}

/** When what begins at an hour and lasts so many minutes ends: `24:00` is the end of the day. */
export function endOf(starts: string, minutes: number): string {
  const end = Number(starts.slice(0, 2)) * 60 + Number(starts.slice(3)) + minutes;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

/** A day, and from when until when. */
export function writtenHours(locale: Locale, { day, starts, minutes }: { readonly day: string; readonly starts: string; readonly minutes: number }): string {
  const hour = (at: string): string => (at === '24:00' ? at : written(locale, HOUR).format(instant(day, at)));
  return `${writtenDay(locale, day)}, ${hour(starts)}–${hour(endOf(starts, minutes))}`;
}

/** The day of an instant in a zone. */
export const writtenDate = (locale: Locale, at: Date, timeZone: string): string => new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeZone }).format(at);
