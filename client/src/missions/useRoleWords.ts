import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import { useI18n } from 'vue-i18n';

/** Gives the words of as what somebody belongs to a team, in the reader’s language. */
export function useRoleWords(): (kind: TeamRole) => string {
  const { t } = useI18n();
  const words: Readonly<Record<TeamRole, () => string>> = {
    MAGISTRATE: () => t('missions.crew.kind.MAGISTRATE'), POLICE: () => t('missions.crew.kind.POLICE'), NGO: () => t('missions.crew.kind.NGO'), SOCIAL: () => t('missions.crew.kind.SOCIAL'), LABOUR: () => t('missions.crew.kind.LABOUR'),
    ADVISER: () => t('missions.crew.kind.ADVISER'), OTHER: () => t('missions.crew.kind.OTHER'),
  };
  return (kind) => words[kind]();
}
