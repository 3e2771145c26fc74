import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import { useI18n } from 'vue-i18n';

import { hoursOf } from '../core/i18n/hours.ts';
import type { Meeting } from './useMeetings.ts';

/** The words of a programme, in the reader's language. */
export interface ProgrammeWords {
  readonly state: (status: Meeting['status']) => string;
  /** As what somebody goes. */
  readonly part: (kind: TeamRole) => string;
  /** From when to when something is, that begins and ends at hours such as `09:30`. */
  readonly hours: (from: string, until: string) => string;
}

/** Gives the words of a programme. */
export function useProgrammeWords(): ProgrammeWords {
  const { t } = useI18n();
  const states: Readonly<Record<Meeting['status'], () => string>> = { PROPOSED: () => t('legs.programme.state.PROPOSED'), CONFIRMED: () => t('legs.programme.state.CONFIRMED'), REFUSED: () => t('legs.programme.state.REFUSED') };
  const roles: Readonly<Record<TeamRole, () => string>> = {
    MAGISTRATE: () => t('missions.crew.kind.MAGISTRATE'), POLICE: () => t('missions.crew.kind.POLICE'), NGO: () => t('missions.crew.kind.NGO'), SOCIAL: () => t('missions.crew.kind.SOCIAL'), LABOUR: () => t('missions.crew.kind.LABOUR'), ADVISER: () => t('missions.crew.kind.ADVISER'),
    OTHER: () => t('missions.crew.kind.OTHER'),
  };
  return { state: (status) => states[status](), part: (kind) => roles[kind](), hours: hoursOf };
}
