import { useI18n } from 'vue-i18n';

import { dayIn, format } from '../core/i18n/index.ts';
import type { JobName, QueuedJob } from './useJobs.ts';

/** The words for jobs, in the reader's language. */
export interface JobWords {
  /** What a job does; null is one of an earlier version. */
  readonly name: (value: JobName | null) => string;
  readonly state: (value: QueuedJob['state']) => string;
  /** A day and an hour on the reader's clock. */
  readonly when: (instant: string) => string;
}

/** Gives the words for jobs. `zone` is the reader's. */
export function useJobWords(zone: string): JobWords {
  const { t } = useI18n();
  const names: Readonly<Record<JobName, () => string>> = {
    ACCOUNTS_FORGET: () => t('jobs.name.ACCOUNTS_FORGET'),
    ACCOUNTS_LINK: () => t('jobs.name.ACCOUNTS_LINK'),
    AGENTS_FORGET: () => t('jobs.name.AGENTS_FORGET'),
    ANSWERS_FORGET: () => t('jobs.name.ANSWERS_FORGET'),
    ATTENDANCE_THANK: () => t('jobs.name.ATTENDANCE_THANK'),
    AUDIT_FORGET: () => t('jobs.name.AUDIT_FORGET'),
    CONSULTATIONS_NOTE: () => t('jobs.name.CONSULTATIONS_NOTE'),
    CONSULTATIONS_REMIND: () => t('jobs.name.CONSULTATIONS_REMIND'),
    REQUESTS_NOTE: () => t('jobs.name.REQUESTS_NOTE'),
    REQUESTS_REMIND: () => t('jobs.name.REQUESTS_REMIND'),
    EVALUATIONS_CLOSE: () => t('jobs.name.EVALUATIONS_CLOSE'),
    FILES_CHECK: () => t('jobs.name.FILES_CHECK'),
    FILES_REQUEUE: () => t('jobs.name.FILES_REQUEUE'),
    JOBS_FORGET: () => t('jobs.name.JOBS_FORGET'),
    MAIL_ERASE: () => t('jobs.name.MAIL_ERASE'),
    MAIL_FORGET: () => t('jobs.name.MAIL_FORGET'),
    MAIL_REQUEUE: () => t('jobs.name.MAIL_REQUEUE'),
    MAIL_SEND: () => t('jobs.name.MAIL_SEND'),
    MEMBERS_FORGET: () => t('jobs.name.MEMBERS_FORGET'),
    MONITORING_REMIND: () => t('jobs.name.MONITORING_REMIND'),
    PAPERS_RENEW: () => t('jobs.name.PAPERS_RENEW'),
    PLANS_CURVE: () => t('jobs.name.PLANS_CURVE'),
    PLANS_SEARCH: () => t('jobs.name.PLANS_SEARCH'),
    PLANS_WHY: () => t('jobs.name.PLANS_WHY'),
    PROOFS_FORGET: () => t('jobs.name.PROOFS_FORGET'),
    REGISTRATIONS_FORGET: () => t('jobs.name.REGISTRATIONS_FORGET'),
    REGISTRATIONS_REMIND: () => t('jobs.name.REGISTRATIONS_REMIND'),
    REGISTRATIONS_RECALL: () => t('jobs.name.REGISTRATIONS_RECALL'),
    REGISTRATIONS_SERVE: () => t('jobs.name.REGISTRATIONS_SERVE'),
    AVAILABILITY_REMIND: () => t('jobs.name.AVAILABILITY_REMIND'),
    SLOTS_REMIND: () => t('jobs.name.SLOTS_REMIND'),
    SLOTS_TELL: () => t('jobs.name.SLOTS_TELL'),
    RETENTION_FORGET: () => t('jobs.name.RETENTION_FORGET'),
  };
  const states: Readonly<Record<QueuedJob['state'], () => string>> = {
    GIVEN_UP: () => t('jobs.states.GIVEN_UP'),
    RETRYING: () => t('jobs.states.RETRYING'),
    RUNNING: () => t('jobs.states.RUNNING'),
    WAITING: () => t('jobs.states.WAITING'),
  };
  return {
    name: (value) => (value === null ? t('jobs.unknown') : names[value]()),
    state: (value) => states[value](),
    when: (instant) => `${format.value.date(dayIn(instant, zone))}, ${format.value.time(instant, zone)}`,
  };
}
