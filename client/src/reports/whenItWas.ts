import type { Format } from '../core/i18n/index.ts';

/** When a mission was, as far as that is published: its days, or the months alone. */
export function whenItWas(format: Format, { startsOn, endsOn, firstMonth, lastMonth }: { readonly startsOn: string | null; readonly endsOn: string | null; readonly firstMonth: string; readonly lastMonth: string }): string {
  if (startsOn !== null && endsOn !== null) return format.dateRange(startsOn, endsOn);
  const [first, last] = [firstMonth, lastMonth].map((month) => format.monthYear(month.slice(0, 7))) as [string, string];
  return first === last ? first : `${first} – ${last}`;
}
