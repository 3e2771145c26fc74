import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { ContactFieldName } from './preparedLegForm.ts';
import type { LegFault } from './usePreparedLeg.ts';
import { useMissionWords } from './useMissionWords.ts';

/** The words of preparing a leg, in the reader's language. */
export interface LegWords {
  readonly field: (field: ContactFieldName) => string;
  readonly fault: (fault: LegFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of removing a contact: what somebody else has changed meanwhile is shown as it is now. */
  readonly kept: (outcome: string) => string | undefined;
}

/** Gives the words of preparing a leg. */
export function useLegWords(): LegWords {
  const { t } = useI18n();
  const words = useMissionWords();
  const fields: Readonly<Record<ContactFieldName, () => string>> = {
    name: () => t('legs.name'), function: () => t('legs.function'), organisation: () => t('legs.organisation'), email: () => t('legs.email'), phone: () => t('legs.phone'),
  };
  const faults: Readonly<Partial<Record<`${LegFault['field']} ${LegFault['fault']}`, (maximum: string) => string>>> = {
    'EMAIL UNREADABLE': () => t('legs.fault.EMAIL'), 'PHONE UNREADABLE': () => t('legs.fault.PHONE'), 'CONTACTS TOO_LONG': (maximum) => t('legs.fault.CONTACTS', { maximum }),
  };
  return {
    field: (field) => fields[field](),
    fault: (one) => faults[`${one.field} ${one.fault}`]?.(one.maximum === null ? '' : format.value.integer(one.maximum)) ?? words.fault({ ...one, leg: null, lacking: [] }),
    obstacle: words.obstacle,
    kept: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('legs.conflict') }) : words.obstacle(outcome)),
  };
}
