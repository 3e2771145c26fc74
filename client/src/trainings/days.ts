/** Reckoning with days, written `2026-11-24`, and months, written `2026-11`: no clock and no zone in it. */

const DAY = 86_400_000;

/** The day that is `count` days after another, or before it when negative. */
export function addDays(day: string, count: number): string {
  return dayOf(instant(day) + count * DAY);
}

/** The month that is `count` months after another, or before it when negative. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return dayOf(Date.UTC(year, number - 1 + count, 1)).slice(0, 7);
}

/** The same day of a month `count` months later, or that month's last day when it is shorter. */
export function addMonthsToDay(day: string, count: number): string {
  const month = addMonths(day.slice(0, 7), count);
  const last = lastDayOf(month);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

/** The last day of a month. */
export function lastDayOf(month: string): string {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/** The days from one to another, both included; none when the second is earlier. */
export function daysBetween(first: string, last: string): string[] {
  const count = Math.round((instant(last) - instant(first)) / DAY) + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(first, index));
}

/** The Monday of a day's week: in the countries of all sixteen languages the week begins with it. */
export function mondayOf(day: string): string {
  return addDays(day, -weekdayIndex(day));
}

/** The place of a day in its week: 0 for Monday, 6 for Sunday. */
export function weekdayIndex(day: string): number {
  return (new Date(instant(day)).getUTCDay() + 6) % 7;
}

/** The number of a day's week by ISO 8601: week 1 is the one that has the first Thursday of the year. */
export function weekNumber(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  return Math.floor((instant(thursday) - instant(`${thursday.slice(0, 4)}-01-01`)) / (7 * DAY)) + 1;
}

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(instant(text)) && dayOf(instant(text)) === text;
}

function instant(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
