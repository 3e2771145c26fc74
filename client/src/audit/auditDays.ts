import { dayIn } from '../core/i18n/index.ts';

/** Entries by the day (`2026-11-24`) on the reader's clock, or in a zone; the order stays. */
export function auditDays<Entry extends { readonly at: string }>(entries: readonly Entry[], zone?: string): { day: string; entries: Entry[] }[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = dayIn(entry.at, zone);
    const current = days.at(-1);
    if (current?.day === day) current.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
