import { useI18n } from 'vue-i18n';

import { type FileOutcome, useFileWords } from '../core/files/index.ts';
import { format } from '../core/i18n/index.ts';
import { MOST_BYTES } from './clearanceFile.ts';
import type { ClearanceFieldName } from './clearanceForm.ts';
import type { Clearance, ClearanceFault } from './useClearances.ts';

/** The words of clearances, in the reader's language. */
export interface ClearanceWords {
  readonly field: (field: ClearanceFieldName) => string;
  readonly fault: (fault: ClearanceFault) => string;
  /** Why nothing was saved or removed; undefined where it was, or where that is said at the field. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of removing it, or its document: what somebody else has changed meanwhile is shown as it is now. */
  readonly kept: (outcome: string) => string | undefined;
  /** Why a document was not taken; undefined where it was. */
  readonly fileObstacle: (outcome: FileOutcome) => string | undefined;
  /** From which day to which. */
  readonly days: (clearance: Pick<Clearance, 'fromOn' | 'untilOn'>) => string;
}

/** Gives the words of clearances. */
export function useClearanceWords(): ClearanceWords {
  const { t } = useI18n();
  const files = useFileWords();
  const fields: Readonly<Record<ClearanceFieldName, () => string>> = {
    fromOn: () => t('clearances.from'), untilOn: () => t('clearances.until'), givenBy: () => t('clearances.givenBy'), givenOn: () => t('clearances.givenOn'), remark: () => t('clearances.remark'), locale: () => t('clearances.language'), mission: () => t('clearances.validFor'),
  };
  const faults: Readonly<Record<ClearanceFault['fault'], () => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), BEFORE: () => t('clearances.fault.BEFORE'), FUTURE: () => t('clearances.fault.FUTURE'), TOO_FAR: () => t('clearances.fault.TOO_FAR'), TOO_LONG: () => t('clearances.fault.TOO_LONG'), NOT_A_LINE: () => t('clearances.fault.NOT_A_LINE'), CLOSED: () => t('clearances.fault.CLOSED'), APART: () => t('clearances.fault.APART'), FIXED: () => t('clearances.fault.FIXED'),
  };
  const obstacles: Readonly<Record<string, () => string>> = { GONE: () => t('clearances.gone'), CONFLICT: () => t('clearances.conflict') };
  const fileObstacles: Readonly<Partial<Record<FileOutcome, () => string>>> = { GONE: () => t('clearances.gone'), TOO_MANY: () => t('clearances.hasFile') };
  return {
    field: (field) => fields[field](),
    fault: ({ fault }) => faults[fault](),
    obstacle: (outcome) => obstacles[outcome]?.(),
    kept: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('clearances.conflict') }) : obstacles[outcome]?.()),
    fileObstacle: (outcome) => fileObstacles[outcome]?.() ?? files.fault(outcome, MOST_BYTES),
    days: ({ fromOn, untilOn }) => t('clearances.days', { from: format.value.date(fromOn), until: format.value.date(untilOn) }),
  };
}
