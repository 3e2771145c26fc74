import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { ProvisionFieldName } from './provisionForm.ts';
import type { ProvisionFault } from './useProvisions.ts';
import { useProvisionWords } from './useProvisionWords.ts';

/** What the form of a provision calls its fields, and why nothing came of what was typed, in the reader’s language. */
export interface ProvisionFaults {
  readonly field: (field: ProvisionFieldName) => string;
  readonly fault: (fault: ProvisionFault) => string;
  /** Undefined where something came of it, or where somebody else was faster. */
  readonly obstacle: (outcome: string) => string | undefined;
}

/** Gives it. */
export function useProvisionFaults(): ProvisionFaults {
  const { t } = useI18n();
  const words = useProvisionWords();
  const sources: Readonly<Record<'source' | 'sourceUrl' | 'checkedOn', () => string>> = { source: () => t('costs.source'), sourceUrl: () => t('costs.sourceUrl'), checkedOn: () => t('travel.checkedOn') };
  const faults: Readonly<Record<ProvisionFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), TOO_MANY: (maximum) => t('provisions.tooMany', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), NOT_AN_ADDRESS: () => t('needs.address'),
    NOT_AFTER: () => t('prepare.fault.NOT_AFTER'), TO_COME: () => t('costs.fault.FUTURE'), REPEATED: () => t('prepare.fault.REPEATED'), UNKNOWN: () => t('prepare.fault.UNKNOWN'),
  };
  const obstacles: Readonly<Record<string, () => string>> = { NOT_ALLOWED: () => t('needs.closed'), GONE: () => t('needs.gone') };
  return {
    field: (field) => (field === 'source' || field === 'sourceUrl' || field === 'checkedOn' ? sources[field]() : words.field(field)),
    fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)), obstacle: (outcome) => obstacles[outcome]?.(),
  };
}
