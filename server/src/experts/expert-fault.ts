/** What can be wrong with a field of the sheet of an expert. */
import { names } from '../core/names.ts';

export const ExpertField = names(
  'NAME', 'PROFESSION', 'CORPS', 'INSTITUTION', 'SUMMARY', 'LANGUAGES', 'THEMES', 'COUNTRIES', 'VOUCHED_BY', 'VOUCHED_SINCE', 'CONTACT', 'CHOICES', 'CONSENTED_ON', 'LOCALE',
);
export type ExpertField = keyof typeof ExpertField;

export const ExpertFaultKind = names('MISSING', 'TOO_LONG', 'UNREADABLE', 'UNKNOWN', 'REPEATED', 'FUTURE', 'NOT_HERE');
export type ExpertFaultKind = keyof typeof ExpertFaultKind;

export interface ExpertFault {
  readonly field: ExpertField;
  readonly fault: ExpertFaultKind;
  /** The most that it may have, where that is what is wrong. */
  readonly maximum: number | null;
}

export const fault = (field: ExpertField, kind: ExpertFaultKind, maximum: number | null = null): ExpertFault => ({ field, fault: kind, maximum });
