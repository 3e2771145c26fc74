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
  const list = once(() => new Intl.ListFormat(tag, { type: 'conjunction' }));
  const integer = once(() => new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }));
  const decimal = once(() => new Intl.NumberFormat(tag, DECIMAL));
  const percent = once(() => new Intl.NumberFormat(tag, { style: 'percent' }));

  return {
    date: (day) => dates(DATE).format(utc(day)),
    weekdayDate: (day) => dates(WEEKDAY_DATE).format(utc(day)),
    dayOfMonth: (day) => ordinal(dates(DATE).formatToParts(utc(day))),
    monthInDate: (day) => partOf(dates(DATE).formatToParts(utc(day)), 'month'),
    weekday: (day, width) => dates(WEEKDAY[width]).format(utc(day)),
    monthNames: () => Array.from({ length: 12 }, (_, month) => dates(MONTH).format(Date.UTC(2026, month, 15))),
    dateOrder: () => dates(DATE).formatToParts(0).map(({ type }) => type)
      .filter((type): type is DatePart => type === 'day' || type === 'month' || type === 'year'),
    monthYear: (month) => dates(MONTH_YEAR).format(utc(month)),
    dateRange: (from, to) => dates(DATE).formatRange(utc(from), utc(to)),
    time: (instant, zone) => dates(TIME, zone).format(new Date(instant)),
    dateTime: (instant, zone) => dates(DATE_TIME, zone).format(new Date(instant)),
    offset: (instant, zone) =>
      dates(DATE_TIME, zone).formatToParts(new Date(instant)).find((part) => part.type === 'timeZoneName')?.value ?? zone,
    integer: (value) => integer().format(value),
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

/** The day of a date, with the dot that follows it. */
function ordinal(parts: readonly Intl.DateTimeFormatPart[]): string {
  const after = parts[parts.findIndex((part) => part.type === 'day') + 1]?.value ?? '';
  return partOf(parts, 'day') + (after.startsWith('.') ? '.' : '');
}
