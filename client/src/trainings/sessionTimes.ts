import { dayIn, type Format } from '../core/i18n/index.ts';

/** What is needed of a session to say when it is. */
export interface Times {
  readonly startsAt: string;
  readonly endsAt: string;
  /** The IANA zone its times are announced in. */
  readonly timeZone: string;
}

/** The IANA zone of the reader's device. */
export function readerZone(): string {
  return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
}

/** The words for the days and hours of a session in its own zone; `end` is on another day when `isOneDay` is false. */
export function sessionTimes(format: Format, { startsAt, endsAt, timeZone }: Times):
{ isOneDay: boolean; days: string; start: string; end: string; offset: string } {
  const [first, last] = [dayIn(startsAt, timeZone), dayIn(endsAt, timeZone)];
  const isOneDay = first === last;
  return {
    isOneDay,
    days: isOneDay ? format.weekdayDate(first) : format.dateRange(first, last),
    start: format.time(startsAt, timeZone),
    end: format.time(endsAt, timeZone),
    offset: format.offset(startsAt, timeZone),
  };
}

/** A session's beginning and end for a reader whose clock differs from it; nothing when both clocks agree. */
export function readerTimes(format: Format, { startsAt, endsAt, timeZone }: Times, zone: string):
{ start: string; end: string } | undefined {
  const agrees = (instant: string): boolean => format.offset(instant, zone) === format.offset(instant, timeZone);
  if (agrees(startsAt) && agrees(endsAt)) return undefined;
  return { start: format.dateTime(startsAt, zone), end: format.dateTime(endsAt, zone) };
}

/** Whether a session has ended. */
export function isOver({ endsAt }: Pick<Times, 'endsAt'>, now: number): boolean {
  return Date.parse(endsAt) < now;
}
