import { useI18n } from 'vue-i18n';

import { dayIn, format } from '../i18n/index.ts';
import { megabytes } from './files.ts';
import type { FileOutcome } from './useBringFile.ts';

/** The words of files that are brought, in the reader's language. */
export interface FileWords {
  /** Why a file of `most` bytes at most was not taken, where that is the same whatever it is brought to; else undefined. */
  readonly fault: (outcome: FileOutcome, most: number) => string | undefined;
  /** What it is and how long. */
  readonly facts: (file: { readonly kind: string; readonly size: number }) => string;
  /** Whether it was looked at for viruses. */
  readonly check: (file: { readonly check: 'UNCHECKED' | 'HELD' | 'CLEAN'; readonly checkedAt: string | null }) => string;
  /** A size as it is read, without its unit. */
  readonly size: (bytes: number) => string;
}

/** Gives the words of files. */
export function useFileWords(): FileWords {
  const { t } = useI18n();
  const size = (bytes: number): string => format.value.decimal(megabytes(bytes));
  const faults: Readonly<Partial<Record<FileOutcome, (most: string) => string>>> = {
    FULL: () => t('files.fault.FULL'), BUSY: () => t('files.fault.BUSY'), UNSUPPORTED: () => t('files.fault.UNSUPPORTED'), UNREADABLE: () => t('files.fault.UNREADABLE'), LOCKED: () => t('files.fault.LOCKED'),
    ACTIVE: () => t('files.fault.ACTIVE'), TOO_LONG: () => t('files.fault.TOO_LONG'), PERSON: () => t('files.fault.PERSON'), TOO_LARGE: (most) => t('files.fault.TOO_LARGE', { size: most }),
  };
  return {
    size, fault: (outcome, most) => faults[outcome]?.(size(most)), facts: (file) => t('files.facts', { kind: file.kind, size: size(file.size) }),
    check: ({ check, checkedAt }) => (check === 'CLEAN' && checkedAt !== null ? t('files.check.CLEAN', { date: format.value.date(dayIn(checkedAt)) }) : check === 'HELD' ? t('files.check.HELD') : t('files.check.UNCHECKED')),
  };
}
