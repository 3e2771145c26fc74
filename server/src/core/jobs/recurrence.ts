/** When a job that comes by itself comes next. */
import { parseCronItems } from 'graphile-worker';

const MINUTE = 60_000;
/** In minutes. Every pattern comes within it, the 29th of February apart. */
const A_YEAR = 366 * 24 * 60;

/** The first minute after `now` that the five fields of `at` name, in UTC; null when none does within a year. Throws for what are no five fields. */
export function nextAt(at: string, now: Date): Date | null {
  const [item] = parseCronItems([{ task: 'next', match: at }]);
  const first = Math.floor(now.getTime() / MINUTE) + 1;
  for (let minute = first; minute < first + A_YEAR; minute += 1) {
    const time = new Date(minute * MINUTE);
    const digest = { min: time.getUTCMinutes(), hour: time.getUTCHours(), date: time.getUTCDate(), month: time.getUTCMonth() + 1, dow: time.getUTCDay() };
    if (item!.match(digest)) return time;
  }
  return null;
}
