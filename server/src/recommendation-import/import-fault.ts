/** What can be wrong with a file of recommendations, and where. */
import type { RecommendationColumn } from '@passerelle/shared/recommendationFile.ts';
import { names } from '../core/names.ts';

export const RecommendationFileFault = names(
  'TOO_LARGE', 'NOT_UTF8', 'NOT_CSV', 'EMPTY', 'TOO_MANY_LINES', 'HEAD_MISSING', 'HEAD_UNKNOWN', 'HEAD_REPEATED', 'CELLS', 'MISSING', 'TOO_LONG', 'UNREADABLE', 'NOT_A_KEY', 'UNKNOWN_CODE', 'NOT_A_NUMBER', 'NOT_A_DAY', 'TO_COME', 'NOT_AN_ADDRESS', 'FORMULA', 'REPEATED', 'VICTIM_DATA', 'PROTECTED_PLACE', 'FIXED', 'APART');
export type RecommendationFileFault = keyof typeof RecommendationFileFault;

export interface FileFault {
  /** From 1, as editors of texts count; null where it is about the file as a whole. */
  readonly line: number | null;
  /** Null where it is about no column that there is. */
  readonly column: RecommendationColumn | null;
  /** Which cell of the line, from 1; null where it is about none. */
  readonly position: number | null;
  readonly fault: RecommendationFileFault;
  /** The most that there may be, or how many there have to be, where that is what is wrong. */
  readonly maximum: number | null;
}

export const fileFault = (fault: RecommendationFileFault, at: Partial<Omit<FileFault, 'fault'>> = {}): FileFault => ({ line: null, column: null, position: null, maximum: null, fault, ...at });
