import type { Locale } from '@passerelle/shared/locales.ts';

/** What can be taken along, and the files that they can be. */
export type ExportedList = 'participants' | 'evaluation' | 'record' | 'figures' | 'recommendations' | 'needs' | 'requests' | 'instruments' | 'provisions' | 'register' | 'mission' | 'plan';
export type ExportedType = 'csv' | 'xlsx' | 'json' | 'pdf' | 'ics';

/** Where it is, in a language and on conditions; those that are empty ask nothing. */
export function exportAddress(list: ExportedList, type: ExportedType, locale: Locale, conditions: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ locale, ...Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== '')) });
  return `/export/${list}.${type}?${query.toString()}`;
}
