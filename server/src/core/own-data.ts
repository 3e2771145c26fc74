/**
 * What somebody who asks can do about the data that is kept about them: bound to their request. All throw UNAUTHENTICATED for a visitor
 * unless they say otherwise; what changes, asks or erases throws INVENTED_PERSON for an invented person, who reads it only.
 */
import type { Locale } from '@passerelle/shared/locales.ts';
import type { UnlinkedReason } from './personal/codes.ts';
import type { RegisteredColumn } from './personal/register.ts';

/** The rows of a table that are about somebody. */
export interface OwnTable {
  readonly name: string;
  readonly columns: readonly RegisteredColumn[];
  /** In the order of the columns: JSON values, null for nothing. Of a means of signing in it is only said that there is one (`true`). */
  readonly rows: readonly (readonly unknown[])[];
}

/** Everything that is kept about somebody. */
export interface OwnRows {
  readonly tables: readonly OwnTable[];
  /** The tables about people in which nothing leads to somebody with an account. */
  readonly unlinked: readonly { readonly name: string; readonly reason: UnlinkedReason }[];
}

export interface OwnData {
  /** Whether the person is invented, and can do nothing but read; false for a visitor. */
  readonly isReadOnly: boolean;
  /** Null for a visitor. */
  rows(): Promise<OwnRows | null>;
  /** The same, counted: for a file. Throws RATE_LIMITED. */
  file(): Promise<OwnRows>;
  /** Whether the person is the only adviser left, who cannot be erased; false for a visitor. */
  isLastAdviser(): Promise<boolean>;
  /** Throws BAD_USER_INPUT for a name that is none. Gives the name as it is kept. */
  correctName(name: string): Promise<string>;
  /** Sends a link to the new address; who has it already is not said. Throws RATE_LIMITED, and BAD_USER_INPUT for no address. */
  requestAddress(email: string, locale: Locale): Promise<void>;
  /** Uses up the link; false when it is not the person's, too old, or when the address has become somebody else's. Throws RATE_LIMITED. */
  confirmAddress(secret: string): Promise<boolean>;
  /** Throws VICTIM_DATA, RATE_LIMITED, and BAD_USER_INPUT for a text that is empty or too long. */
  makeRequest(kind: string, text: string): Promise<void>;
  /** Answers somebody's request, who is told by mail; for invented people too. False when there is no such request, it has been answered, or it is not for the person to answer. Throws VICTIM_DATA, BAD_USER_INPUT. */
  answerRequest(request: string, answer: string): Promise<boolean>;
  /** Erases the person. False for the last adviser. */
  erase(): Promise<boolean>;
}
