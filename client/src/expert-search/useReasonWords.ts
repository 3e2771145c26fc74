import { useI18n } from 'vue-i18n';

import { format, locale, within } from '../core/i18n/index.ts';
import { useLabels } from '../core/labels/index.ts';
import type { StateShape } from '../core/ui/index.ts';
import { useVocabulary } from '../vocabulary/index.ts';
import type { CandidateState, EngagementKind, Period, Reason, ReasonCode } from './useSearch.ts';

/** The words of a search, in the reader's language. */
export interface ReasonWords {
  readonly state: (state: CandidateState) => string;
  readonly code: (code: ReasonCode) => string;
  readonly kind: (kind: EngagementKind) => string;
  /** Periods, one after the other. */
  readonly days: (days: readonly Period[]) => string;
  /** What a reason adds to its name: days, a level, an engagement; empty where it adds nothing. */
  readonly detail: (reason: Reason) => string;
}

/** The sign of each state, which goes with its word. */
export const STATE_SIGNS: Readonly<Record<CandidateState, StateShape>> = { FITS: 'done', UNSURE: 'half', LEFT_OUT: 'refused' };

/** Gives the words of a search. */
export function useReasonWords(): ReasonWords {
  const { t } = useI18n();
  const labels = useLabels();
  const vocabulary = useVocabulary();
  const states: Readonly<Record<CandidateState, () => string>> = { FITS: () => t('search.state.FITS'), UNSURE: () => t('search.state.UNSURE'), LEFT_OUT: () => t('search.state.LEFT_OUT') };
  const codes: Readonly<Record<ReasonCode, () => string>> = {
    PROFESSION: () => t('search.reason.PROFESSION'), LANGUAGE: () => t('search.reason.LANGUAGE'), LEVEL: () => t('search.reason.LEVEL'), THEME: () => t('search.reason.THEME'), COUNTRY: () => t('search.reason.COUNTRY'),
    NOT_CLEARED: () => t('search.reason.NOT_CLEARED'), BUSY: () => t('search.reason.BUSY'), ANSWERED_NO: () => t('search.reason.ANSWERED_NO'), USED_LATELY: () => t('search.reason.USED_LATELY'), MAYBE_BUSY: () => t('search.reason.MAYBE_BUSY'),
    ANSWERED_PERHAPS: () => t('search.reason.ANSWERED_PERHAPS'), NOT_ANSWERED: () => t('search.reason.NOT_ANSWERED'), NO_ANSWER: () => t('search.reason.NO_ANSWER'), NOT_ASKED: () => t('search.reason.NOT_ASKED'), NEVER_USED: () => t('search.reason.NEVER_USED'),
  };
  const kinds: Readonly<Record<EngagementKind, () => string>> = { TRAINING: () => t('search.kind.TRAINING'), MEETING: () => t('search.kind.MEETING'), TRAVEL: () => t('search.kind.TRAVEL'), STAY: () => t('search.kind.STAY') };
  const period = ({ fromOn, untilOn }: Period): string => (fromOn === untilOn ? format.value.date(fromOn) : format.value.dateRange(fromOn, untilOn));
  const days = (periods: readonly Period[]): string => periods.map(period).join('\u00a0· ');
  const level = ({ language, level: known }: Reason): string => {
    const name = vocabulary.value.languages.find(({ code }) => code === language)?.name.text ?? language;
    return [name, known && labels.cefrLevel(known)].filter(Boolean).join(' ');
  };
  const detail = (reason: Reason): string => [
    ...(reason.kind ? [within(kinds[reason.kind](), locale.value)] : []), ...(reason.level ? [level(reason)] : []), ...(reason.lastOn ? [format.value.date(reason.lastOn)] : []), ...(reason.days.length > 0 ? [days(reason.days)] : []),
  ].join(', ');
  return { state: (state) => states[state](), code: (code) => codes[code](), kind: (kind) => kinds[kind](), days, detail };
}
