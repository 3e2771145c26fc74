import { useI18n } from 'vue-i18n';

import type { PhotoChoice } from './useExpertPhotos.ts';

type Visibility = PhotoChoice['visibility'];

/** The words of the photo of an expert, in the reader's language. */
export interface PortraitWords {
  /** Who may see it. */
  readonly visible: (visibility: Visibility) => string;
  /** Why nothing came of what was done to it; undefined where something did. */
  readonly kept: (outcome: string) => string | undefined;
}

/** Gives the words of the photo of an expert. */
export function usePortraitWords(): PortraitWords {
  const { t } = useI18n();
  const visible: Readonly<Record<Visibility, () => string>> = {
    ADVISER: () => t('consents.sheetOf.ADVISER'), POST: () => t('consents.sheetOf.POST'), NETWORK: () => t('consents.contactOf.NETWORK'), PUBLIC: () => t('consents.contactOf.PUBLIC'),
  };
  const outcomes: Readonly<Record<string, () => string>> = { CONFLICT: () => t('photos.conflict'), DAY: () => t('photos.day'), THEIRS: () => t('photos.theirs'), GONE: () => t('photos.gone') };
  return { visible: (visibility) => visible[visibility](), kept: (outcome) => outcomes[outcome]?.() };
}
