import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { PracticeFieldName, PublicationFieldName } from './recordForm.ts';
import type { RecordFault } from './usePractices.ts';

/** The words of the record of expertise, in the reader's language. */
export interface RecordWords {
  readonly field: (field: PracticeFieldName | PublicationFieldName) => string;
  readonly fault: (fault: RecordFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of what is done to an entry that is shown as it is now. */
  readonly kept: (outcome: string) => string;
}

/** Gives the words of the record. */
export function useRecordWords(): RecordWords {
  const { t } = useI18n();
  const fields: Readonly<Record<PracticeFieldName | PublicationFieldName, () => string>> = {
    sourceLocale: () => t('prepare.sourceLocale'), title: () => t('prepare.name'), audience: () => t('practices.audience'), result: () => t('practices.result'), country: () => t('practices.country'), theme: () => t('practices.theme'),
    shownOn: () => t('practices.shownOn'), isPublic: () => t('practices.isPublic'), consentedOn: () => t('practices.consentedOn'), year: () => t('practices.year'), locale: () => t('practices.language'), url: () => t('practices.url'),
  };
  const faults: Readonly<Record<RecordFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'), FUTURE: () => t('practices.future'),
    TOO_EARLY: () => t('practices.early'), NOT_AN_ADDRESS: () => t('practices.address'), NOT_HERE: () => t('practices.theirs'),
  };
  return {
    field: (field) => fields[field](),
    fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)),
    obstacle: (outcome) => (outcome === 'GONE' ? t('practices.gone') : undefined),
    kept: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('practices.conflict') }) : t('practices.gone')),
  };
}
