import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { ProjectFieldName } from './projectForm.ts';
import type { Project, ProjectFault, ProjectOutcome } from './useProjects.ts';
import { useStatusWords } from './useStatusWords.ts';

/** The words of projects, in the reader's language. */
export interface ProjectWords {
  readonly field: (field: ProjectFieldName) => string;
  readonly kind: (kind: Project['kind']) => string;
  readonly status: (status: Project['status']) => string;
  readonly fault: (fault: ProjectFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of what is decided of a project as a whole: somebody else has changed it meanwhile, and it is shown as it is now. */
  readonly decided: (outcome: string) => string | undefined;
}

/** Gives the words of projects. */
export function useProjectWords(): ProjectWords {
  const { t } = useI18n();
  const fields: Readonly<Record<ProjectFieldName, () => string>> = {
    sourceLocale: () => t('prepare.sourceLocale'), title: () => t('projects.name'), purpose: () => t('projects.purpose'), countries: () => t('projects.countries'), needs: () => t('needs.title'), recommendations: () => t('projects.recommendations'),
    partners: () => t('projects.partners'), experts: () => t('projects.experts'), sessions: () => t('projects.sessions'), budget: () => t('projects.budget'),
  };
  const kinds: Readonly<Record<Project['kind'], () => string>> = { REGIONAL: () => t('projects.kindName.REGIONAL'), BILATERAL: () => t('projects.kindName.BILATERAL') };
  const status = useStatusWords();
  const faults: Readonly<Record<ProjectFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'), REPEATED: () => t('prepare.fault.REPEATED'),
    NOT_HERE: () => t('projects.fault.NOT_HERE'), SETTLED: () => t('needs.settled'), OUT_OF_RANGE: () => t('projects.fault.OUT_OF_RANGE'),
  };
  const obstacles: Readonly<Partial<Record<ProjectOutcome, () => string>>> = { NOT_ALLOWED: () => t('projects.closed'), TOO_LATE: () => t('projects.tooLate'), GONE: () => t('needs.gone') };
  const obstacle = (outcome: string): string | undefined => obstacles[outcome as ProjectOutcome]?.();
  return {
    field: (field) => fields[field](), kind: (kind) => kinds[kind](), status, fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)),
    obstacle, decided: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('projects.conflict') }) : obstacle(outcome)),
  };
}
