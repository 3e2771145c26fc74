import type { Format } from '../core/i18n/index.ts';

/** What the clock of a place shows, in the reader’s language: `2027-11-08T09:30` is half past nine, wherever they are. */
export const wallTime = (format: Format, time: string): string => format.dateTime(`${time}:00Z`, 'UTC');
