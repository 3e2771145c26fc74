import { dayIn } from './format/index.ts';

const DAY = 86_400_000;

/** How many days of the reader's calendar have passed since an instant: none on the same day. */
export function daysSince(instant: string, now = new Date()): number {
  return Math.round((Date.parse(dayIn(now)) - Date.parse(dayIn(instant))) / DAY);
}
