import type { DatePart } from '../i18n/index.ts';

/** A date as it is typed: a day and a year in digits, a month from 1; the empty string where nothing is typed. */
export type DateParts = Record<DatePart, string>;

/** What is wrong with a date that is typed. */
export type DateFault = 'incomplete' | 'notReal' | 'tooEarly' | 'tooLate';

/** A day (`2026-11-24`) in its parts; empty parts for the empty string. */
export function partsOf(day: string): DateParts {
  const [year = '', month = '', date = ''] = day.split('-');
  return { day: date.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/** The day that parts name, the empty string for none, or what is wrong with them; `min` and `max` are days, or empty. */
export function dayOfParts(parts: DateParts, min: string, max: string): { day: string; fault?: DateFault } {
  const typed = [parts.year, parts.month, parts.day].map((text) => text.trim());
  if (typed.every((text) => text === '')) return { day: '' };
  const [year = '', month = '', date = ''] = typed;
  if (typed.includes('') || !/^\d{4}$/.test(year)) return { day: '', fault: 'incomplete' };
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const fault = faultOf(day, min, max);
  return fault ? { day: '', fault } : { day };
}

function faultOf(day: string, min: string, max: string): DateFault | undefined {
  if (!isReal(day)) return 'notReal';
  if (min && day < min) return 'tooEarly';
  return max && day > max ? 'tooLate' : undefined;
}

function isReal(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
