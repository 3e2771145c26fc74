/** What can come of bringing a file, and what its name can be. */
import type { FileFault } from './refused-file.ts';

/**
 * What came of it: TITLE for a name that is missing, too long or has strange signs; TOO_MANY where there are all that may be; FULL when the
 * disk is, or all files together have what they may have; BUSY when others are bringing files at this moment; TOO_LATE when what it is
 * brought to takes none any more; CONFLICT where another was brought since who brings it has looked; GONE is also said of what is not for who asks.
 */
export type FileOutcome = 'DONE' | 'TITLE' | 'TOO_MANY' | 'FULL' | 'BUSY' | 'NOT_ALLOWED' | 'TOO_LATE' | 'CONFLICT' | 'GONE' | FileFault;

/** The most signs of the name of a file. */
export const LONGEST_NAME = 200;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Whether it is a key as a browser draws it: a UUID in small letters. */
export const isDrawnKey = (key: unknown): key is string => typeof key === 'string' && UUID.test(key);

/** A name as it is kept: composed, and without signs that nobody sees, which turn a name around or hide what it ends with. */
export const tidyName = (name: string): string => name.normalize('NFC').replaceAll(/\p{Cf}/gu, '').trim();

/** Whether a tidied name is one line that can be read. */
export const isName = (name: string): boolean => name !== '' && name.length <= LONGEST_NAME && !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(name);

/** Thrown where the disk of the database is full: what was to be stored is not. */
export class FullDisk extends Error {}

/** Stores a file; throws FullDisk where there is no room for it, and what the database says otherwise. */
export async function whereRoom<T>(store: () => Promise<T>): Promise<T> {
  try {
    return await store();
  } catch (error) {
    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    throw (error as { code?: unknown }).code === '53100' ? new FullDisk() : error;
  }
}
