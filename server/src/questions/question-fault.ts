/** What can be wrong with a question that is prepared. */
import { names } from '../core/names.ts';

export const QuestionField = names('KIND', 'LABEL', 'HELP', 'CHOICES', 'IS_REQUIRED', 'CONDITION', 'RETENTION_DAYS', 'LOCALE', 'POSITION');
export type QuestionField = keyof typeof QuestionField;

export const QuestionFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'REPEATED', 'OUT_OF_RANGE', 'NOT_HERE', 'NO_WAY', 'NEEDED');
export type QuestionFaultKind = keyof typeof QuestionFaultKind;

export interface QuestionFault {
  readonly field: QuestionField;
  readonly fault: QuestionFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
}

export const fault = (field: QuestionField, kind: QuestionFaultKind, maximum: number | null = null): QuestionFault => ({ field, fault: kind, maximum });
