import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { PartFieldName } from './partForm.ts';
import type { Part, PartAnswer, PartFault, PartStep } from './useProgramme.ts';

/** The words of preparing a programme, in the reader's language. */
export interface PartWords {
  readonly field: (field: PartFieldName) => string;
  readonly format: (value: Part['format']) => string;
  readonly fault: (fault: PartFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  readonly step: (step: PartStep) => string;
  /** That it was done. */
  readonly done: (step: PartStep) => string;
}

/** Gives the words of preparing a programme. */
export function usePartWords(): PartWords {
  const { t } = useI18n();
  const fields: Readonly<Record<PartFieldName, () => string>> = {
    sourceLocale: () => t('prepare.sourceLocale'), title: () => t('prepare.name'), day: () => t('programme.day'), starts: () => t('prepare.starts'), ends: () => t('prepare.ends'),
    format: () => t('prepare.field.format'), room: () => t('programme.room'), trainers: () => t('prepare.field.trainers'),
  };
  const formats: Readonly<Record<Part['format'], () => string>> = { ON_SITE: () => t('prepare.format.ON_SITE'), ONLINE: () => t('prepare.format.ONLINE'), HYBRID: () => t('prepare.format.HYBRID') };
  const faults: Readonly<Record<PartFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'),
    REPEATED: () => t('prepare.fault.REPEATED'), OUT_OF_RANGE: (maximum) => t('prepare.fault.OUT_OF_RANGE', { maximum }), SKIPPED: () => t('prepare.fault.SKIPPED'), TWICE: () => t('prepare.fault.TWICE'),
    NOT_AFTER: () => t('prepare.fault.NOT_AFTER'), OUTSIDE: () => t('programme.outside'), NOT_HERE: () => t('prepare.fault.NOT_HERE'), NO_WAY: () => t('programme.noWay'),
  };
  const obstacles: Readonly<Partial<Record<PartAnswer['outcome'], () => string>>> = {
    NOT_ALLOWED: () => t('prepare.notAllowed'), TOO_LATE: () => t('prepare.tooLate'), GONE: () => t('programme.gone'), CONFLICT: () => t('programme.conflict'),
  };
  const steps: Readonly<Record<PartStep, readonly [step: () => string, done: () => string]>> = {
    earlier: [() => t('programme.earlier'), () => t('programme.moved')], later: [() => t('programme.later'), () => t('programme.moved')], remove: [() => t('programme.remove'), () => t('programme.removed')],
  };
  return {
    field: (field) => fields[field](),
    format: (value) => formats[value](),
    fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)),
    obstacle: (outcome) => obstacles[outcome as PartAnswer['outcome']]?.(),
    step: (step) => steps[step][0](),
    done: (step) => steps[step][1](),
  };
}
