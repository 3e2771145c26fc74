import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { StateShape } from '../core/ui/index.ts';
import type { Paper } from './usePapers.ts';

type Change = Paper['changes'][number];

export const PAPER_SIGNS: Readonly<Record<Paper['state'], StateShape>> = { CURRENT: 'done', CHANGED: 'urgent', REPLACED: 'over' };

/** The words of papers, in the reader's language. */
export interface PaperWords {
  readonly kind: (kind: Paper['kind']) => string;
  readonly state: (state: Paper['state']) => string;
  readonly change: (change: Change) => string;
  /** From what to what it has changed; empty where that is not said. */
  readonly turned: (change: Change) => string;
  readonly version: (paper: Pick<Paper, 'number' | 'madeAt' | 'isRenewed'>) => string;
}

/** Gives the words of papers. */
export function usePaperWords(): PaperWords {
  const { t } = useI18n();
  const kinds: Readonly<Record<Paper['kind'], () => string>> = {
    PROGRAMME_POST: () => t('papers.kind.PROGRAMME_POST'), PROGRAMME_PERSON: () => t('papers.kind.PROGRAMME_PERSON'), INVITATION: () => t('papers.kind.INVITATION'), CONTACTS: () => t('papers.kind.CONTACTS'),
    INTERPRETER: () => t('papers.kind.INTERPRETER'), ORDER: () => t('papers.kind.ORDER'),
  };
  const states: Readonly<Record<Paper['state'], () => string>> = { CURRENT: () => t('papers.state.CURRENT'), CHANGED: () => t('papers.state.CHANGED'), REPLACED: () => t('papers.state.REPLACED') };
  const changes: Readonly<Record<Change['kind'], () => string>> = {
    DAY: () => t('papers.change.DAY'), HOURS: () => t('papers.change.HOURS'), PLACE: () => t('papers.change.PLACE'), HOST: () => t('papers.change.HOST'), STATUS: () => t('papers.change.STATUS'), PEOPLE: () => t('papers.change.PEOPLE'),
    LANGUAGES: () => t('papers.change.LANGUAGES'), TEXTS: () => t('papers.change.TEXTS'), ADDED: () => t('papers.change.ADDED'), REMOVED: () => t('papers.change.REMOVED'), DAYS: () => t('papers.change.DAYS'), LODGING: () => t('papers.change.LODGING'),
    STAY: () => t('papers.change.STAY'), JOURNEYS: () => t('papers.change.JOURNEYS'), CONTACTS: () => t('papers.change.CONTACTS'), FUNCTION: () => t('papers.change.FUNCTION'), ENDED: () => t('papers.change.ENDED'),
  };
  const written = ({ kind }: Change, value: string | null): string => (value === null ? t('papers.nothing') : kind === 'DAY' ? format.value.weekdayDate(value) : value);
  return {
    kind: (kind) => kinds[kind](), state: (state) => states[state](), change: ({ kind }) => changes[kind](),
    turned: (change) => (change.before === null && change.after === null ? '' : `${written(change, change.before)} → ${written(change, change.after)}`),
    version({ number, madeAt, isRenewed }) {
      const places = { number: format.value.integer(number), date: format.value.date(madeAt.slice(0, 10)) };
      return isRenewed ? t('papers.versionByItself', places) : t('papers.version', places);
    },
  };
}
