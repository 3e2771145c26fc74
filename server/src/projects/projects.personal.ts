/** What projects say of persons: who has proposed and decided them, and which experts may work in them. Their texts name nobody. */
import { kept, noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { ProjectBudgetLine, ProjectCountry, ProjectExpert, ProjectNeed, ProjectOwnSession, ProjectPartner, ProjectRecommendation, ProjectSession, ProjectStep } from './project-parts.entity.ts';
import { Project, ProjectTranslation } from './project.entity.ts';

const BY_MEMBERS = {
  of: 'MEMBER', category: 'IDENTIFIER', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([until('ACCOUNT_CLOSED')]), recipients: ['SELF', 'OPERATOR'], source: 'SYSTEM', forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' } },
} as const;

personalData(Project, { ...BY_MEMBERS, about: { shared: { proposedBy: [] } }, columns: { proposedBy: {} }, none: ['uuid', 'sourceLocale', 'sourceVersion', 'status', 'proposedAt', 'proposedAs', 'commonNeed', 'version', 'isDemonstration'] });

personalData(ProjectStep, { ...BY_MEMBERS, about: { shared: { by: [] } }, columns: { by: {} }, none: ['project', 'position', 'at', 'byRole', 'toStatus', 'reason', 'locale'] });

personalData(ProjectExpert, {
  of: 'EXPERT', category: 'ACTIVITY', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([kept('P3Y', 'LAST_MISSION')]), recipients: ['SELF', 'ADVISER'], source: 'ADVISER',
  about: { through: 'expert' }, forgotten: { LAST_MISSION: { with: ExpertSheet } }, columns: { project: {}, expert: { category: 'IDENTIFIER', source: 'SYSTEM' } },
});

noPersons('EVENTS', [ProjectTranslation, ProjectCountry, ProjectNeed, ProjectRecommendation, ProjectPartner, ProjectSession, ProjectOwnSession, ProjectBudgetLine]);
