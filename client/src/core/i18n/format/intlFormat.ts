import { plainOffset } from '@passerelle/shared/plainOffset.ts';

import { type DatePart, type Format, type ListPart, utc } from './format.ts';
import { DATE, DATE_TIME, DECIMAL, MONTH, MONTH_YEAR, TIME, WEEKDAY, WEEKDAY_DATE } from './options.ts';

/** The formatter of a language that every browser knows. */
export function intlFormat(tag: string): Format {
  const known = new Map<string, Intl.DateTimeFormat>();
  const dates = (options: Intl.DateTimeFormatOptions, timeZone = 'UTC'): Intl.DateTimeFormat => {
    const key = JSON.stringify([options, timeZone]);
    const found = known.get(key) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone });
    known.set(key, found);
    return found;
  };
  const write = (parts: readonly (Intl.DateTimeFormatPart | Intl.DateTimeRangeFormatPart)[]): string =>
    parts.map(({ type, value }) => (type === 'day' ? dayText(tag, value) : type === 'timeZoneName' ? plainOffset(value) : value)).join('');
  const plainly = (parts: readonly Intl.DateTimeFormatPart[]): string => write(parts).replaceAll(NARROW_SPACES, ' ');
  const list = once(() => new Intl.ListFormat(tag, { type: 'conjunction' }));
  const integer = once(() => new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }));
  const decimal = once(() => new Intl.NumberFormat(tag, DECIMAL));
  const percent = once(() => new Intl.NumberFormat(tag, { style: 'percent' }));

  return {
    date: (day) => plainly(dates(DATE).formatToParts(utc(day))),
    weekdayDate: (day) => plainly(dates(WEEKDAY_DATE).formatToParts(utc(day))),
    dayOfMonth: (day) => withDot(dates(DATE).formatToParts(utc(day)), 'day'),
    monthInDate: (day) => partOf(dates(DATE).formatToParts(utc(day)), 'month'),
    yearInDate: (day) => withDot(dates(DATE).formatToParts(utc(day)), 'year'),
    weekday: (day, width) => dates(WEEKDAY[width]).format(utc(day)),
    monthNames: () => Array.from({ length: 12 }, (_, month) => dates(MONTH).format(Date.UTC(2026, month, 15))),
    dateOrder: () => dates(DATE).formatToParts(0).map(({ type }) => type)
      .filter((type): type is DatePart => type === 'day' || type === 'month' || type === 'year'),
    monthYear: (month) => dates(MONTH_YEAR).format(utc(month)),
    dateRange: (from, to) => write(dates(DATE).formatRangeToParts(utc(from), utc(to))),
    time: (instant, zone) => dates(TIME, zone).format(new Date(instant)),
    dateTime: (instant, zone) => plainly(dates(DATE_TIME, zone).formatToParts(new Date(instant))),
    offset: (instant, zone) => write(dates(DATE_TIME, zone).formatToParts(new Date(instant)).filter(({ type }) => type === 'timeZoneName')),
    // Below a thousand it is written with the same figures everywhere, and needs no formatter.
    integer: (value) => (Number.isInteger(value) && value >= 0 && value < 1_000 ? String(value) : integer().format(value)),
    decimal: (value) => decimal().format(value),
    percent: (value) => percent().format(value),
    listParts: (length) => {
      const items = Array.from({ length }, (_, index) => String(index));
      return list().formatToParts(items).map(({ type, value }): ListPart =>
        type === 'element' ? { index: Number(value) } : { text: value });
    },
  };
}

/** A browser takes milliseconds to make a formatter: only the ones that a page uses are made. */
function once<Formatter>(make: () => Formatter): () => Formatter {
  let made: Formatter | undefined;
  return () => (made ??= make());
}

function partOf(parts: readonly Intl.DateTimeFormatPart[], type: DatePart): string {
  return parts.find((part) => part.type === type)?.value ?? '';
}

/** Some versions of the same data have narrow spaces where others have plain ones: a frame is drawn by one and taken over by another. */
const NARROW_SPACES = /[\u2009\u202f]/gu;

/** A part of a date, with the dot that follows it. */
function withDot(parts: readonly Intl.DateTimeFormatPart[], type: DatePart): string {
  const after = parts[parts.findIndex((part) => part.type === type) + 1]?.value ?? '';
  return partOf(parts, type) + (after.startsWith('.') ? '.' : '');
}

/** The day within a date: French has a word for the first; Croatian and Serbian spans come with a zero that their dates do not have. */
function dayText(tag: string, day: string): string {
  return tag === 'fr' && day === '1' ? '1er' : day.replace(/^0/, '');
}
