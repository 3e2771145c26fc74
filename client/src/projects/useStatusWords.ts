import { useI18n } from 'vue-i18n';

import type { StateShape } from '../core/ui/index.ts';
import type { Project } from './useProjects.ts';

/** The sign of each place where a project stands. */
export const PROJECT_SIGNS: Readonly<Record<Project['status'], StateShape>> = { PROPOSED: 'open', SELECTED: 'done', GIVEN_UP: 'refused' };

/** Gives the words for where a project stands, in the reader's language. */
export function useStatusWords(): (status: Project['status']) => string {
  const { t } = useI18n();
  const statuses: Readonly<Record<Project['status'], () => string>> = { PROPOSED: () => t('projects.statusName.PROPOSED'), SELECTED: () => t('projects.statusName.SELECTED'), GIVEN_UP: () => t('projects.statusName.GIVEN_UP') };
  return (status) => statuses[status]();
}
