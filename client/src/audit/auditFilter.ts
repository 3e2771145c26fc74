import type { VariablesOf } from 'gql.tada';

import { startOfDay } from '../core/i18n/index.ts';
import type { Conditions } from '../core/list/index.ts';
import type { AuditTrailQuery } from './audit.documents.ts';
import type { AuditEntry } from './useAuditTrail.ts';

/** What can be done, for lists of choices. */
export const AUDIT_ACTIONS = ['ADDED', 'CHANGED', 'REMOVED'] as const satisfies readonly AuditEntry['action'][];

/** On what it can be done, for lists of choices. */
export const AUDIT_SUBJECTS = [
  'SESSION', 'PERSON', 'MEMBER', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB',
  'DATA_REQUEST', 'CALENDAR_LINK', 'TRAINING_SESSION', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'FORM_QUESTION', 'PRESENCE', 'CERTIFICATE', 'EVALUATION', 'EXPORT', 'SESSION_PART', 'SESSION_DOCUMENT', 'CLEARANCE', 'PARTICIPANT', 'SESSION_INVITATION', 'MISSION', 'MISSION_LEG', 'AVAILABILITY_CALL', 'AVAILABILITY_REQUEST', 'CONSULTATION', 'OPINION', 'ALLOWANCE', 'TRAVEL', 'NEED', 'COMMON_NEED', 'COOPERATION_REQUEST', 'RECOMMENDATION_PROGRESS', 'RECOMMENDATION', 'MONITORING', 'PROVISION', 'COUNTRY', 'PROJECT', 'FILE',
] as const satisfies readonly AuditEntry['subject'][];

/** What the journal can be filtered by, as the address names it. */
export const AUDIT_CONDITIONS = { subject: AUDIT_SUBJECTS, action: AUDIT_ACTIONS, by: 'text', about: 'text', from: 'day', until: 'day' } as const;

/** The conditions as the form and the address hold them. */
export type AuditConditions = Conditions<keyof typeof AUDIT_CONDITIONS>;

/** What the conditions say was done, if anything. */
export function actionOf({ action }: Pick<AuditConditions, 'action'>): AuditEntry['action'] | undefined {
  return AUDIT_ACTIONS.find((known) => known === action);
}

/** On what the conditions say it was done, if they do. */
export function subjectOf({ subject }: Pick<AuditConditions, 'subject'>): AuditEntry['subject'] | undefined {
  return AUDIT_SUBJECTS.find((known) => known === subject);
}

/** The key of a person that a condition says, if it is one: an address can hold anything. */
function personIn(key: string): string | undefined {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(key) ? key : undefined;
}

/** Whom the conditions name, by their keys. */
export function peopleOf({ by, about }: Pick<AuditConditions, 'by' | 'about'>): { readonly by: string | undefined; readonly about: string | undefined } {
  return { by: personIn(by), about: personIn(about) };
}

/** The conditions as the API asks for them. Days are the reader's own; the last one is included. */
export function auditFilter(conditions: AuditConditions): Pick<VariablesOf<typeof AuditTrailQuery>, 'filter'> {
  const [action, subject] = [actionOf(conditions), subjectOf(conditions)];
  const { from, until } = conditions;
  return {
    filter: {
      actions: action && [action],
      subjects: subject && [subject],
      ...peopleOf(conditions),
      from: from === '' ? undefined : startOfDay(from, 0),
      until: until === '' ? undefined : startOfDay(until, 1),
    },
  };
}
