import { useI18n } from 'vue-i18n';

import { type FileOutcome, useFileWords } from '../core/files/index.ts';
import { MOST_BYTES } from './documentFile.ts';
import type { DocumentFieldName } from './documentForm.ts';
import type { DocumentFault, SessionDocument } from './useDocuments.ts';

/** The words of bringing documents, in the reader's language. */
export interface DocumentWords {
  readonly visibility: (visibility: SessionDocument['visibility']) => string;
  readonly field: (field: DocumentFieldName) => string;
  readonly fault: (fault: DocumentFault) => string;
  /** Why what is said of a document was not changed; undefined where it was, or where that is said at the field. */
  readonly unchanged: (outcome: string) => string | undefined;
  /** Why a file was not taken; undefined where it was. */
  readonly obstacle: (outcome: FileOutcome) => string | undefined;
  /** What it is and how long. */
  readonly facts: (document: Pick<SessionDocument, 'kind' | 'size'>) => string;
  /** Whether its file was looked at for viruses. */
  readonly check: (document: Pick<SessionDocument, 'check' | 'checkedAt'>) => string;
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
  const fields: Readonly<Record<DocumentFieldName, () => string>> = { title: () => t('prepare.name'), locale: () => t('documents.language'), visibility: () => t('documents.visibility') };
  // A document is in the language that it is translated into once somebody else has said so meanwhile.
  const reasons: Readonly<Record<string, () => string>> = { NOT_ALLOWED: () => t('prepare.notAllowed'), TOO_LATE: () => t('prepare.tooLate'), GONE: () => t('documents.gone'), CONFLICT: () => t('documents.conflict'), LOCALE: () => t('documents.conflict') };
  return {
    field: (field) => fields[field](),
    fault: ({ fault }) => (fault === 'MISSING' ? t('prepare.fault.MISSING') : t('documents.fault.TITLE')),
    unchanged: (outcome) => reasons[outcome]?.(),
    visibility: (visibility) => visibilities[visibility](),
    obstacle: (outcome) => obstacles[outcome]?.() ?? files.fault(outcome, MOST_BYTES),
    facts: files.facts, check: files.check,
  };
}
