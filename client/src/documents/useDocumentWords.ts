import { useI18n } from 'vue-i18n';

import { type FileOutcome, useFileWords } from '../core/files/index.ts';
import { MOST_BYTES } from './documentFile.ts';
import type { SessionDocument } from './useDocuments.ts';

/** The words of bringing documents, in the reader's language. */
export interface DocumentWords {
  readonly visibility: (visibility: SessionDocument['visibility']) => string;
  /** Why a file was not taken; undefined where it was. */
  readonly obstacle: (outcome: FileOutcome) => string | undefined;
  /** What it is and how long. */
  readonly facts: (document: Pick<SessionDocument, 'kind' | 'size'>) => string;
}

/** Gives the words of bringing documents. */
export function useDocumentWords(): DocumentWords {
  const { t } = useI18n();
  const files = useFileWords();
  const visibilities: Readonly<Record<SessionDocument['visibility'], () => string>> = {
    EVERYBODY: () => t('documents.visible.EVERYBODY'), REGISTERED: () => t('documents.visible.REGISTERED'), TRAINERS: () => t('documents.visible.TRAINERS'),
  };
  const obstacles: Readonly<Partial<Record<FileOutcome, () => string>>> = {
    TITLE: () => t('documents.fault.TITLE'), TOO_MANY: () => t('documents.fault.TOO_MANY'), TOO_LATE: () => t('documents.fault.TOO_LATE'), NOT_ALLOWED: () => t('prepare.notAllowed'), GONE: () => t('prepare.gone'),
  };
  return {
    visibility: (visibility) => visibilities[visibility](),
    obstacle: (outcome) => obstacles[outcome]?.() ?? files.fault(outcome, MOST_BYTES),
    facts: files.facts,
  };
}
