import type { Format } from '../core/i18n/index.ts';

/** What the clock of a place shows, in the reader’s language: `2027-11-08T09:30` is half past nine there, wherever the reader is. A line may end after the day. */
export const wallTime = (format: Format, time: string): string => `${format.date(time.slice(0, 10))}\u00a0· ${format.time(`${time}:00Z`, 'UTC')}`;

/** The same from one time to another; a day that both share is said once. */
export const wallSpan = (format: Format, from: string, until: string): string =>
  `${wallTime(format, from)}\u00a0– ${from.slice(0, 10) === until.slice(0, 10) ? format.time(`${until}:00Z`, 'UTC') : wallTime(format, until)}`;
