import type { Locale } from '@passerelle/shared/locales.ts';

import type { EntryFault, EntryInput } from './useFollowUp.ts';

/** What has become of a recommendation as it is typed: the day as `2026-11-24`, empty for nothing. */
export interface TypedEntry {
  sourceLocale: Locale;
  status: string;
  asOf: string;
  seen: string;
  links: { url: string; label: string }[];
}

export const MOST_LINKS = 10;

/** One of which nothing is typed yet, in the language of the page. */
export const emptyEntry = (sourceLocale: Locale): TypedEntry => ({ sourceLocale, status: '', asOf: '', seen: '', links: [] });

const isTyped = ({ url, label }: TypedEntry['links'][number]): boolean => url.trim() !== '' || label.trim() !== '';

/** Whether anything is typed that would be lost. */
export const isBegun = ({ status, asOf, seen, links }: TypedEntry): boolean => status !== '' || asOf !== '' || seen.trim() !== '' || links.some(isTyped);

/** The line, from 0, of the link that is sent as the one at `position`; -1 for none. */
export const lineOf = (links: TypedEntry['links'], position: number): number => links.indexOf(links.filter(isTyped)[position]!);

/** What is sent of what is typed; lines of links of which nothing is typed are left out. */
export const entryInput = ({ links, status, ...typed }: TypedEntry): EntryInput => ({ ...typed, status: status as EntryInput['status'], links: links.filter(isTyped) });

const missing = (field: EntryFault['field'], text: string): EntryFault[] => (text.trim() === '' ? [{ field, fault: 'MISSING', maximum: null, position: null }] : []);

/** What is wrong with what is typed, as far as the page can know, in the order of the fields. */
export const entryFaults = ({ status, asOf, seen }: TypedEntry): EntryFault[] => [...missing('STATUS', status), ...missing('AS_OF', asOf), ...missing('SEEN', seen)];
