import type { Locale } from '@passerelle/shared/locales.ts';

/** The most bytes of a file, as the server has it. */
export const MOST_BYTES = 10_000_000;

/** Where the file of a document is, by its id. */
export function documentFile(id: string): string {
  return `/documents/${id}`;
}

/** A size in millions of bytes, not less than a tenth. */
export function megabytes(bytes: number): number {
  return Math.max(Math.round(bytes / 100_000), 1) / 10;
}

/** What is said of a document that is brought. */
export interface SaidOfDocument {
  readonly key: string;
  readonly title: string;
  readonly locale: Locale;
  readonly visibility: 'EVERYBODY' | 'REGISTERED' | 'TRAINERS';
}

/** The name of a file as a title to begin with: without its ending, and with spaces. */
export function titleOf(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').replaceAll(/[_\s]+/g, ' ').trim();
}
