import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { SessionFieldName } from './sessionForm.ts';
import type { Prepared, SessionFault, SessionOutcome, SessionStep } from './usePreparing.ts';

/** The words of preparing a session, in the reader's language. */
export interface PrepareWords {
  /** The label of a field. */
  readonly field: (field: SessionFieldName) => string;
  /** A way in which sessions are held. */
  readonly format: (value: Prepared['format']) => string;
  /** What is wrong with a field. */
  readonly fault: (fault: Pick<SessionFault, 'fault' | 'maximum'>) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: SessionOutcome) => string | undefined;
  /** Where a session stands. */
  readonly state: (state: Prepared['state']) => string;
  /** What a step does. */
  readonly step: (step: SessionStep) => string;
  /** That a step was taken. */
  readonly done: (step: SessionStep) => string;
}

/** Gives the words of preparing a session. */
export function usePrepareWords(): PrepareWords {
  const { t } = useI18n();
  const fields: Readonly<Record<SessionFieldName, () => string>> = {
    sourceLocale: () => t('prepare.sourceLocale'),
    title: () => t('prepare.name'),
    summary: () => t('prepare.field.summary'),
    programme: () => t('prepare.field.programme'),
    objectives: () => t('prepare.field.objectives'),
    level: () => t('prepare.field.level'),
    theme: () => t('prepare.field.theme'),
    audiences: () => t('prepare.audiences'),
    format: () => t('prepare.field.format'),
    country: () => t('prepare.field.country'),
    town: () => t('prepare.town'),
    venue: () => t('prepare.venue'),
    address: () => t('prepare.address'),
    timeZone: () => t('prepare.timeZone'),
    starts: () => t('prepare.starts'),
    ends: () => t('prepare.ends'),
    registrationUntil: () => t('prepare.field.deadline'),
    places: () => t('prepare.places'),
    placesOnSite: () => t('prepare.placesOnSite'),
    placesOnline: () => t('prepare.placesOnline'),
    needsValidation: () => t('prepare.needsValidation'),
    needsNomination: () => t('prepare.needsNomination'),
    trainers: () => t('prepare.field.trainers'),
    recommendations: () => t('prepare.field.recommendations'),
    needs: () => t('prepare.field.needs'),
    workingLanguages: () => t('prepare.field.working'),
    interpretation: () => t('prepare.field.interpretation'),
  };
  const faults: Readonly<Record<SessionFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'),
    TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }),
    UNREADABLE: () => t('prepare.fault.UNREADABLE'),
    UNKNOWN: () => t('prepare.fault.UNKNOWN'),
    REPEATED: () => t('prepare.fault.REPEATED'),
    OUT_OF_RANGE: (maximum) => t('prepare.fault.OUT_OF_RANGE', { maximum }),
    SKIPPED: () => t('prepare.fault.SKIPPED'),
    TWICE: () => t('prepare.fault.TWICE'),
    NOT_AFTER: () => t('prepare.fault.NOT_AFTER'),
    TOO_LATE: () => t('prepare.fault.TOO_LATE'),
    PAST: () => t('prepare.fault.PAST'),
    NOT_HERE: () => t('prepare.fault.NOT_HERE'),
    PARTS_OUTSIDE: () => t('prepare.fault.PARTS_OUTSIDE'),
    WITHDRAWN: () => t('prepare.fault.WITHDRAWN'),
  };
  const obstacles: Readonly<Partial<Record<SessionOutcome, () => string>>> = {
    NOT_ALLOWED: () => t('prepare.notAllowed'),
    TOO_LATE: () => t('prepare.tooLate'),
    GONE: () => t('prepare.gone'),
  };
  const states: Readonly<Record<Prepared['state'], () => string>> = {
    DRAFT: () => t('prepare.state.DRAFT'),
    OPEN: () => t('prepare.state.OPEN'),
    CLOSED: () => t('prepare.state.CLOSED'),
    RUNNING: () => t('prepare.state.RUNNING'),
    DONE: () => t('prepare.state.DONE'),
    CANCELLED: () => t('prepare.state.CANCELLED'),
    ARCHIVED: () => t('prepare.state.ARCHIVED'),
  };
  const steps: Readonly<Record<SessionStep, readonly [step: () => string, done: () => string]>> = {
    open: [() => t('prepare.open'), () => t('prepare.opened')],
    close: [() => t('prepare.close'), () => t('prepare.closed')],
    reopen: [() => t('prepare.reopen'), () => t('prepare.reopened')],
    archive: [() => t('prepare.archive'), () => t('prepare.archived')],
    discard: [() => t('prepare.discard'), () => t('prepare.discarded')],
  };
  const formats: Readonly<Record<Prepared['format'], () => string>> = {
    ON_SITE: () => t('prepare.format.ON_SITE'),
    ONLINE: () => t('prepare.format.ONLINE'),
    HYBRID: () => t('prepare.format.HYBRID'),
  };
  return {
    format: (value) => formats[value](),
    field: (field) => fields[field](),
    fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)),
    obstacle: (outcome) => obstacles[outcome]?.(),
    state: (state) => states[state](),
    step: (step) => steps[step][0](),
    done: (step) => steps[step][1](),
  };
}
