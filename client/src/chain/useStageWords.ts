import { useI18n } from 'vue-i18n';

import type { Stage } from './chainOf.ts';

/** What each stage of a chain is called, in the reader’s language. */
export function useStageWords(): (stage: Stage) => string {
  const { t } = useI18n();
  const words: Readonly<Record<Stage, () => string>> = {
    NEED: () => t('chain.stage.NEED'), GROUP: () => t('chain.stage.GROUP'), RECOMMENDATION: () => t('chain.stage.RECOMMENDATION'), REQUEST: () => t('chain.stage.REQUEST'), PROJECT: () => t('chain.stage.PROJECT'),
    MISSION: () => t('chain.stage.MISSION'), TRAINING: () => t('chain.stage.TRAINING'), RESULT: () => t('chain.stage.RESULT'),
  };
  return (stage) => words[stage]();
}
