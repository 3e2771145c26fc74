import { useI18n } from 'vue-i18n';

import type { StateShape } from '../core/ui/index.ts';
import type { Mission } from './useMissions.ts';

type State = Mission['state'];

/** The sign of each state. */
export const STATE_SIGNS: Readonly<Record<State, StateShape>> = {
  IDEA: 'open', PLANNED: 'half', CONSULTED: 'waiting', AGREED: 'done', UNDER_WAY: 'underWay', REPORTED: 'over', CLOSED: 'locked', GIVEN_UP: 'refused',
};

/** Gives the words for where a mission or a leg stands, in the reader's language. */
export function useStateWords(): (state: State) => string {
  const { t } = useI18n();
  const words: Readonly<Record<State, () => string>> = {
    IDEA: () => t('missions.state.IDEA'), PLANNED: () => t('missions.state.PLANNED'), CONSULTED: () => t('missions.state.CONSULTED'), AGREED: () => t('missions.state.AGREED'), UNDER_WAY: () => t('missions.state.UNDER_WAY'),
    REPORTED: () => t('missions.state.REPORTED'), CLOSED: () => t('missions.state.CLOSED'), GIVEN_UP: () => t('missions.state.GIVEN_UP'),
  };
  return (state) => words[state]();
}
