import { useI18n } from 'vue-i18n';

/** What something can be that is linked to something else. */
export type LinkedKind = 'NEED' | 'GROUP' | 'RECOMMENDATION' | 'REQUEST' | 'PROJECT' | 'MISSION' | 'LEG' | 'TRAINING' | 'FINDING' | 'REPORT' | 'EVALUATION' | 'ORGANISATION';

/** What each kind of thing is called where it stands in a list of what is linked, in the reader’s language: its part of the texts is `kinds`. */
export function useKindWords(): (kind: LinkedKind) => string {
  const { t } = useI18n();
  const words: Readonly<Record<LinkedKind, () => string>> = {
    NEED: () => t('kinds.NEED'), GROUP: () => t('kinds.GROUP'), RECOMMENDATION: () => t('kinds.RECOMMENDATION'), REQUEST: () => t('kinds.REQUEST'), PROJECT: () => t('kinds.PROJECT'), MISSION: () => t('kinds.MISSION'),
    LEG: () => t('kinds.LEG'), TRAINING: () => t('kinds.TRAINING'), FINDING: () => t('kinds.FINDING'), REPORT: () => t('kinds.REPORT'), EVALUATION: () => t('kinds.EVALUATION'), ORGANISATION: () => t('kinds.ORGANISATION'),
  };
  return (kind) => words[kind]();
}
