import { useI18n } from 'vue-i18n';

import { type FileOutcome, useFileWords } from '../core/files/index.ts';
import { format } from '../core/i18n/index.ts';
import type { PhotoFieldName } from './photoForm.ts';
import { MOST_BYTES } from './photoFile.ts';
import type { PhotoFault } from './useMissionPhotos.ts';

/** The words of photos, in the reader's language. */
export interface PhotoWords {
  /** Why a photo was not taken; undefined where it was. */
  readonly fileObstacle: (outcome: FileOutcome) => string | undefined;
  /** The most of a photo that is sent, in millions of bytes. */
  readonly most: () => string;
  readonly field: (field: PhotoFieldName) => string;
  readonly fault: (fault: PhotoFault) => string;
  /** Why nothing came of what was done to a photo of a mission; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of what is decided about one as it was read. */
  readonly decided: (outcome: string) => string | undefined;
}

/** Gives the words of photos. */
export function usePhotoWords(): PhotoWords {
  const { t } = useI18n();
  const files = useFileWords();
  const most = (): string => files.size(MOST_BYTES);
  const fileObstacles: Readonly<Partial<Record<FileOutcome, () => string>>> = {
    ANIMATED: () => t('photos.refused.ANIMATED'), MIXED: () => t('photos.refused.MIXED'), UNSUPPORTED: () => t('photos.refused.UNSUPPORTED'), TOO_LARGE: () => t('photos.refused.TOO_LARGE', { size: most() }), TITLE: () => t('photos.refused.TITLE'),
    TOO_MANY: () => t('photos.refused.TOO_MANY'), TOO_LATE: () => t('missions.tooLate'), CONFLICT: () => t('photos.conflict'), GONE: () => t('photos.gone'),
  };
  const fields: Readonly<Record<PhotoFieldName, () => string>> = { sourceLocale: () => t('prepare.sourceLocale'), caption: () => t('photos.caption'), credit: () => t('photos.credit'), place: () => t('photos.place') };
  const faults: Readonly<Partial<Record<PhotoFault['fault'], (maximum: string) => string>>> = {
    TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), OUT_OF_RANGE: (maximum) => t('prepare.fault.OUT_OF_RANGE', { maximum }), NOT_HERE: () => t('prepare.fault.NOT_HERE'),
    NAMES_PERSON: () => t('reports.fault.NAMES_PERSON'), NAMES_ORGANISATION: () => t('reports.fault.NAMES_ORGANISATION'), HAS_CONTACT: () => t('reports.fault.HAS_CONTACT'), FORGOTTEN: () => t('reports.fault.FORGOTTEN'),
  };
  const obstacles: Readonly<Record<string, () => string>> = { NOT_ALLOWED: () => t('missions.closed'), TOO_LATE: () => t('missions.tooLate'), GONE: () => t('photos.gone') };
  const obstacle = (outcome: string): string | undefined => obstacles[outcome]?.();
  return {
    most, obstacle,
    fileObstacle: (outcome) => fileObstacles[outcome]?.() ?? files.fault(outcome, MOST_BYTES),
    field: (field) => fields[field](),
    fault: ({ field, fault, maximum }) => (field === 'CONFIRMED' ? t('photos.sureFirst') : undefined) ?? faults[fault]?.(maximum === null ? '' : format.value.integer(maximum)) ?? t('prepare.fault.MISSING'),
    decided: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('photos.conflict') }) : obstacle(outcome)),
  };
}
