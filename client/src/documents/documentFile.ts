import type { Locale } from '@passerelle/shared/locales.ts';

/** The most bytes of a file, as the server has it. */
export const MOST_BYTES = 10_000_000;

/** Where the file of a document is, by its id. */
export function documentFile(id: string): string {
  return `/documents/${id}`;
}

/** What is said of a document that is brought. */
export interface SaidOfDocument {
  readonly key: string;
  readonly title: string;
  readonly locale: Locale;
  readonly visibility: 'EVERYBODY' | 'REGISTERED' | 'TRAINERS';
}
