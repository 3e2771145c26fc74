import { useI18n } from 'vue-i18n';

import type { Coordination } from './useCoordination.ts';

/** Gives the words for what coordinates action against trafficking, in the reader’s language. */
export function useCoordinationWords(): { readonly kind: (kind: Coordination['kind']) => string } {
  const { t } = useI18n();
  const kinds: Readonly<Record<Coordination['kind'], () => string>> = {
    COORDINATOR: () => t('coordination.kind.COORDINATOR'), REFERRAL_MECHANISM: () => t('coordination.kind.REFERRAL_MECHANISM'), RAPPORTEUR: () => t('coordination.kind.RAPPORTEUR'), STRATEGY: () => t('coordination.kind.STRATEGY'),
  };
  return { kind: (kind) => kinds[kind]() };
}
