import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { Fault, LineKind } from './useRecommendationImport.ts';

/** The words for importing recommendations, in the reader's language. */
export interface ImportWords {
  /** What lines would do. */
  readonly kind: (kind: LineKind) => string;
  /** What is to be known of lines that do it; empty for nothing. */
  readonly how: (kind: LineKind) => string;
  /** What is wrong, in a sentence. */
  readonly fault: (fault: Pick<Fault, 'fault' | 'maximum'>) => string;
  /** Where it is wrong; empty for the whole of the file. */
  readonly place: (fault: Pick<Fault, 'line' | 'position'>) => string;
  /** The head of a column as files have it. */
  readonly head: (column: string) => string;
}

/** Gives them. */
export function useImportWords(): ImportWords {
  const { t } = useI18n();
  const number = (value: number | null): string => (value === null ? '' : format.value.integer(value));
  const kinds: Readonly<Record<LineKind, () => string>> = {
    ADDED: () => t('recommendationImport.kind.ADDED'), CHANGED: () => t('recommendationImport.kind.CHANGED'), CONFLICT: () => t('recommendationImport.kind.CONFLICT'), KEPT: () => t('recommendationImport.kind.KEPT'), SAME: () => t('recommendationImport.kind.SAME'),
    REMOVED: () => t('recommendationImport.kind.REMOVED'), WRONG: () => t('recommendationImport.kind.WRONG'),
  };
  const hows: Readonly<Partial<Record<LineKind, () => string>>> = {
    CONFLICT: () => t('recommendationImport.how.CONFLICT'), KEPT: () => t('recommendationImport.how.KEPT'), REMOVED: () => t('recommendationImport.how.REMOVED'), WRONG: () => t('recommendationImport.how.WRONG'),
  };
  const faults: Readonly<Record<Fault['fault'], (maximum: string) => string>> = {
    TOO_LARGE: (maximum) => t('recommendationImport.fault.TOO_LARGE', { maximum }), NOT_UTF8: () => t('recommendationImport.fault.NOT_UTF8'), NOT_CSV: () => t('recommendationImport.fault.NOT_CSV'), EMPTY: () => t('recommendationImport.fault.EMPTY'),
    TOO_MANY_LINES: (maximum) => t('recommendationImport.fault.TOO_MANY_LINES', { maximum }), HEAD_MISSING: () => t('recommendationImport.fault.HEAD_MISSING'), HEAD_UNKNOWN: () => t('recommendationImport.fault.HEAD_UNKNOWN'), HEAD_REPEATED: () => t('recommendationImport.fault.HEAD_REPEATED'),
    CELLS: (maximum) => t('recommendationImport.fault.CELLS', { maximum }), MISSING: () => t('recommendationImport.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), NOT_A_KEY: () => t('recommendationImport.fault.NOT_A_KEY'),
    UNKNOWN_CODE: () => t('recommendationImport.fault.UNKNOWN_CODE'), NOT_A_NUMBER: () => t('recommendationImport.fault.NOT_A_NUMBER'), NOT_A_DAY: () => t('recommendationImport.fault.NOT_A_DAY'), TO_COME: () => t('recommendationImport.fault.TO_COME'), NOT_AN_ADDRESS: () => t('recommendationImport.fault.NOT_AN_ADDRESS'),
    FORMULA: () => t('recommendationImport.fault.FORMULA'), REPEATED: () => t('recommendationImport.fault.REPEATED'), VICTIM_DATA: () => t('recommendationImport.fault.VICTIM_DATA'), PROTECTED_PLACE: () => t('recommendationImport.fault.PROTECTED_PLACE'), FIXED: () => t('recommendationImport.fault.FIXED'), APART: () => t('recommendationImport.fault.APART'),
  };
  return {
    kind: (kind) => kinds[kind](), how: (kind) => hows[kind]?.() ?? '', fault: ({ fault, maximum }) => faults[fault](number(maximum)), head: (column) => column.toLowerCase(),
    place: ({ line, position }) => (line === null ? '' : position === null ? t('recommendationImport.line', { line: number(line) }) : t('recommendationImport.cell', { line: number(line), column: number(position) })),
  };
}
