import { type DatePart, type Format, type ListPart, utc } from './format.ts';
import type { FormatTable } from './table.ts';

interface Clock {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  /** Minutes east of Greenwich. */
  readonly offset: number;
}

/** The formatter of a language that browsers lack, from its table. Intl is asked for the clock of a zone only. */
export function tableFormat(table: FormatTable): Format {
  const dated = (pattern: string, clock: Clock, months?: readonly string[]): string =>
    fill(pattern, { ...fields(table, clock, months), timeZoneName: offsetText(table, clock.offset) });
  const day = (value: string): Clock => clockIn(utc(value), 'UTC');
  const number = (value: number, decimals: number): string => numberText(table, value, decimals);

  return {
    date: (value) => dated(table.date, day(value)),
    weekdayDate: (value) => dated(table.weekdayDate, day(value)),
    dayOfMonth: (value) => dated(/\{day\}\.?/.exec(table.date)?.[0] ?? '', day(value)),
    monthInDate: (value) => dated('{month}', day(value)),
    yearInDate: (value) => dated(/\{year\}\.?/.exec(table.date)?.[0] ?? '', day(value)),
    weekday: (value, width) => (width === 'long' ? table.weekdays : table.shortWeekdays)[day(value).weekday] ?? '',
    monthNames: () => table.standaloneMonths,
    dateOrder: () => [...table.date.matchAll(/\{(day|month|year)\}/g)].map((found) => found[1] as DatePart),
    monthYear: (value) => dated(table.monthYear, day(value), table.standaloneMonths),
    dateRange: (from, to) => (from === to ? dated(table.date, day(from)) : rangeText(table, day(from), day(to))),
    time: (instant, zone) => dated(table.time, clockIn(new Date(instant), zone)),
    dateTime: (instant, zone) => dated(table.dateTime, clockIn(new Date(instant), zone)),
    offset: (instant, zone) => offsetText(table, clockIn(new Date(instant), zone).offset),
    integer: (value) => number(value, 0),
    decimal: (value) => number(value, 3),
    percent: (value) => fill(table.percent, { n: number(value * 100, 0) }),
    listParts: (length) => listParts(table, length),
  };
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

function clockIn(instant: Date, timeZone: string): Clock {
  // Swedish writes a moment as 2026-01-31 09:05:00.
  const wall = new Date(`${instant.toLocaleString('sv', { timeZone }).replace(' ', 'T')}Z`);
  return {
    year: wall.getUTCFullYear(), month: wall.getUTCMonth(), day: wall.getUTCDate(), weekday: wall.getUTCDay(),
    hour: wall.getUTCHours(), minute: wall.getUTCMinutes(), offset: Math.round((wall.getTime() - instant.getTime()) / 60_000),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

function fields(table: FormatTable, clock: Clock, months = table.months): Record<string, string> {
  return {
    year: String(clock.year),
    month: months[clock.month] ?? '',
    day: String(clock.day),
    weekday: table.weekdays[clock.weekday] ?? '',
    hour: two(clock.hour),
    minute: two(clock.minute),
  };
}

function rangeText(table: FormatTable, from: Clock, to: Clock): string {
  const [first, second] = [fields(table, from), fields(table, to)];
  const pattern = from.year !== to.year ? table.rangeOfYears : from.month !== to.month ? table.rangeInYear : table.rangeInMonth;
  return pattern.replace(/\{([a-z]+)([12])\}/g, (_, name: string, which) => (which === '1' ? first : second)[name] ?? '');
}

function offsetText(table: FormatTable, offset: number): string {
  const size = Math.abs(offset);
  const n = `${Math.floor(size / 60)}${size % 60 === 0 ? '' : `:${two(size % 60)}`}`;
  const { east, west, zero } = table.offset;
  return fill(offset === 0 ? zero : offset > 0 ? east : west, { n });
}

function numberText(table: FormatTable, value: number, decimals: number): string {
  // English Intl, which every browser has, does the rounding; the table gives the signs.
  const plain = new Intl.NumberFormat('en', { maximumFractionDigits: decimals, useGrouping: false }).format(value);
  const [whole = '', fraction] = plain.replace('-', '').split('.');
  const grouped = whole.length < 3 + table.minimumGrouping ? whole : whole.replace(/\B(?=(\d{3})+$)/g, table.group);
  return (plain.startsWith('-') ? table.minus : '') + grouped + (fraction ? table.decimal + fraction : '');
}

function listParts(table: FormatTable, length: number): ListPart[] {
  const { pair, middle, end } = table.list;
  const before = (index: number): string => (length === 2 ? pair : index === length - 1 ? end : middle);
  return Array.from({ length }, (_, index): ListPart[] => (index === 0 ? [{ index }] : [{ text: before(index) }, { index }])).flat();
}
