import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { CoordinationFieldName } from './coordinationForm.ts';
import type { CoordinationFault } from './useCoordination.ts';

/** What the form calls its fields, and why nothing came of what was typed, in the reader’s language. */
export interface CoordinationFaults {
  readonly field: (field: CoordinationFieldName) => string;
  readonly fault: (fault: CoordinationFault) => string;
  /** Undefined where something came of it, or where somebody else was faster. */
  readonly obstacle: (outcome: string) => string | undefined;
}

/** Gives it. */
export function useCoordinationFaults(): CoordinationFaults {
  const { t } = useI18n();
  const fields: Readonly<Record<CoordinationFieldName, () => string>> = {
    kind: () => t('provisions.kindOf'), organisation: () => t('coordination.organisation'), name: () => t('coordination.name'), locale: () => t('provisions.language'), legalBasis: () => t('coordination.legalBasis'), website: () => t('coordination.website'),
    startsOn: () => t('coordination.startsOn'), endsOn: () => t('coordination.endsOn'), source: () => t('costs.source'), sourceUrl: () => t('costs.sourceUrl'), checkedOn: () => t('travel.checkedOn'),
  };
  const faults: Readonly<Record<CoordinationFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), NOT_AN_ADDRESS: () => t('needs.address'),
    NOT_AFTER: () => t('prepare.fault.NOT_AFTER'), TO_COME: () => t('costs.fault.FUTURE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'),
  };
  const obstacles: Readonly<Record<string, () => string>> = { NOT_ALLOWED: () => t('needs.closed'), GONE: () => t('needs.gone') };
  return { field: (field) => fields[field](), fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)), obstacle: (outcome) => obstacles[outcome]?.() };
}
