import { plainOffset } from '@passerelle/shared/plainOffset.ts';

import { DATE, DATE_TIME, MONTH_YEAR, TIME, WEEKDAY, WEEKDAY_DATE } from './options.ts';
import type { FormatTable } from './table.ts';

/** Builds the table of a language from the Intl data of the process that runs it: Node, whose ICU is full. */
export function buildTable(tag: string): FormatTable {
  const dates = (options: Intl.DateTimeFormatOptions, timeZone = 'UTC'): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone });
  const sample = new Date('2026-11-24T10:45:00Z');
  const pattern = (options: Intl.DateTimeFormatOptions): string =>
    dates(options).formatToParts(sample).map(token).join('');
  const range = (to: string): string => dates(DATE).formatRangeToParts(sample, new Date(to)).map(rangeToken).join('');
  const months = (options: Intl.DateTimeFormatOptions): string[] =>
    Array.from({ length: 12 }, (_, m) => part(dates(options).formatToParts(Date.UTC(2026, m, 15)), 'month'));
  // 1 November 2026 is a Sunday.
  const weekdays = (options: Intl.DateTimeFormatOptions): string[] =>
    Array.from({ length: 7 }, (_, d) => part(dates(options).formatToParts(Date.UTC(2026, 10, 1 + d)), 'weekday'));
  const offset = (zone: string): string =>
    plainOffset(part(dates(DATE_TIME, zone).formatToParts(sample), 'timeZoneName')).replace(/\d+(:\d+)?/, '{n}');

  return {
    months: months(DATE),
    standaloneMonths: months(MONTH_YEAR),
    weekdays: weekdays(WEEKDAY_DATE),
    shortWeekdays: weekdays(WEEKDAY.short),
    date: pattern(DATE),
    weekdayDate: pattern(WEEKDAY_DATE),
    monthYear: pattern(MONTH_YEAR),
    time: pattern(TIME),
    dateTime: pattern(DATE_TIME),
    rangeInMonth: range('2026-11-26T00:00:00Z'),
    rangeInYear: range('2026-12-26T00:00:00Z'),
    rangeOfYears: range('2027-01-26T00:00:00Z'),
    offset: { east: offset('Asia/Dubai'), west: offset('America/New_York'), zero: offset('UTC') },
    ...numbers(tag),
    list: lists(tag),
  };
}

function part(parts: Intl.DateTimeFormatPart[], type: string): string {
  return parts.find((p) => p.type === type)?.value ?? '';
}

function token({ type, value }: Intl.DateTimeFormatPart): string {
  return type === 'literal' ? value : `{${type}}`;
}

function rangeToken({ type, value, source }: Intl.DateTimeRangeFormatPart): string {
  return type === 'literal' ? value : `{${type}${source === 'endRange' ? 2 : 1}}`;
}

function numbers(tag: string): Pick<FormatTable, 'group' | 'decimal' | 'minus' | 'minimumGrouping' | 'percent'> {
  const parts = new Intl.NumberFormat(tag).formatToParts(-1234567.5);
  const find = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  const group = find('group');
  return {
    group,
    decimal: find('decimal'),
    minus: find('minusSign'),
    minimumGrouping: new Intl.NumberFormat(tag).format(1234).includes(group) ? 1 : 2,
    percent: new Intl.NumberFormat(tag, { style: 'percent' }).format(0.5).replace('50', '{n}'),
  };
}

function lists(tag: string): FormatTable['list'] {
  const between = (items: string[]): string[] =>
    new Intl.ListFormat(tag, { type: 'conjunction' }).formatToParts(items)
      .filter((p) => p.type === 'literal').map((p) => p.value);
  const [pair = ''] = between(['A', 'B']);
  const [middle = '', , end = ''] = between(['A', 'B', 'C', 'D']);
  return { pair, middle, end };
}
