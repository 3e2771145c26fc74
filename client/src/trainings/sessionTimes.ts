import { dayIn, type Format } from '../core/i18n/index.ts';
import { daysBetween } from './days.ts';

/** What is needed of a session to say when it is. */
export interface Times {
  readonly startsAt: string;
  readonly endsAt: string;
  /** The IANA zone its times are announced in. */
  readonly timeZone: string;
  /** Where it is held, whose city names the zone; online where there is none. */
  readonly country?: { readonly code: string } | null;
}

/** The IANA zone of the reader's device. */
export function readerZone(): string {
  return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
}

/** The first and the last day of a session in its own zone; one that ends at midnight ends on the day before. */
export function sessionSpan({ startsAt, endsAt, timeZone }: Times): { first: string; last: string } {
  return { first: dayIn(startsAt, timeZone), last: dayIn(new Date(Date.parse(endsAt) - 1), timeZone) };
}

/** The words for the days and hours of a session in its own zone; `end` is on another day when `isOneDay` is false. */
export function sessionTimes(format: Format, session: Times):
{ isOneDay: boolean; days: string; start: string; end: string; offset: string } {
  const { startsAt, endsAt, timeZone } = session;
  const { first, last } = sessionSpan(session);
  const isOneDay = first === last;
  return {
    isOneDay,
    days: isOneDay ? format.weekdayDate(first) : format.dateRange(first, last),
    start: format.time(startsAt, timeZone),
    end: format.time(endsAt, timeZone),
    offset: format.offset(startsAt, timeZone),
  };
}

/** The days of a session as a list shows them large: numbers, month and weekday, each in a line; `dots` is a dot for each day. */
export function sessionDate(format: Format, session: Times):
{ first: string; last: string | undefined; month: string; weekday: string; dots: number; words: string } {
  const { first, last } = sessionSpan(session);
  const days = daysBetween(first, last).length;
  if (days === 1) {
    return {
      first: format.dayOfMonth(first), last: undefined, month: format.monthInDate(first), weekday: format.weekday(first, 'long'),
      dots: 1, words: format.weekdayDate(first),
    };
  }
  const words = format.dateRange(first, last);
  const day = format.dayOfMonth(first);
  const [month, lastMonth] = [format.monthInDate(first), format.monthInDate(last)];
  return {
    // A point that the language leaves out between two days of a month (Hungarian: 28–29.).
    first: words.split(/[\s–]/).includes(day) ? day : day.replace('.', ''),
    last: format.dayOfMonth(last),
    month: first.slice(0, 7) === last.slice(0, 7) ? month : `${month}–${lastMonth}`,
    weekday: `${format.weekday(first, 'short')}–${format.weekday(last, 'short')}`,
    // More than a week of dots would say no more than a line.
    dots: days > 7 ? 2 : days,
    words,
  };
}

/**
 * A session's beginning and end for a reader whose clock differs from it: with their days, where the reader's are not the
 * session's; nothing when both clocks agree.
 */
export function readerTimes(format: Format, session: Times, zone: string): { start: string; end: string } | undefined {
  const { startsAt, endsAt, timeZone } = session;
  const agrees = (instant: string): boolean => format.offset(instant, zone) === format.offset(instant, timeZone);
  if (agrees(startsAt) && agrees(endsAt)) return undefined;
  const own = sessionSpan(session);
  const reader = sessionSpan({ ...session, timeZone: zone });
  const write = own.first === reader.first && own.last === reader.last ? format.time : format.dateTime;
  return { start: write(startsAt, zone), end: write(endsAt, zone) };
}
