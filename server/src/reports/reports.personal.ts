/** What reports say of persons: who has written them, who has decided what is published, and how experts were found. Their texts name nobody; what is published is held to that when it is published. */
import { kept, noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { Appraisal } from './appraisal.entity.ts';
import { Finding, FindingNeed, FindingRecommendation, FindingTranslation } from './finding.entity.ts';
import { PublicationDecision } from './publication-decision.entity.ts';
import {
  MissionPublication, MissionPublicationCountry, MissionPublicationTranslation, PublishedFinding, PublishedFindingRecommendation, PublishedFindingTranslation, PublishedResult, PublishedResultTranslation,
} from './publication.entity.ts';
import { MissionReport, MissionReportTranslation, ObjectiveResult, ObjectiveResultTranslation } from './report.entity.ts';

const BY_MEMBERS = {
  of: 'MEMBER', category: 'IDENTIFIER', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([until('ACCOUNT_CLOSED')]), recipients: ['SELF', 'OPERATOR'], source: 'SYSTEM', forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' } },
} as const;

personalData(MissionReport, { ...BY_MEMBERS, about: { shared: { writtenBy: [] } }, columns: { writtenBy: {} }, none: ['mission', 'sourceLocale', 'sourceVersion', 'version', 'areNamesForgotten'] });

personalData(PublicationDecision, {
  ...BY_MEMBERS, about: { shared: { decidedBy: [] } }, columns: { decidedBy: {} }, none: ['mission', 'publication', 'hasSummary', 'hasDays', 'countries', 'results', 'findings', 'decidedAt', 'missionVersion'],
});

// What somebody is said to have done well or badly is data about them: they find it in the file of their own data.
personalData(Appraisal, {
  of: 'EXPERT', category: 'ACTIVITY', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([kept('P3Y', 'LAST_MISSION')]), recipients: ['SELF', 'ADVISER'], source: 'ADVISER',
  about: { through: 'sheet' },
  forgotten: { LAST_MISSION: { with: ExpertSheet } },
  columns: { sheet: { category: 'IDENTIFIER' }, expertise: {}, exchange: {}, reliability: {}, text: {}, writtenAt: {} },
  none: ['mission', 'locale', 'version'],
});

noPersons('EVENTS', [
  MissionReportTranslation, ObjectiveResult, ObjectiveResultTranslation, Finding, FindingTranslation, FindingRecommendation, FindingNeed, MissionPublication, MissionPublicationCountry, MissionPublicationTranslation,
  PublishedFinding, PublishedFindingRecommendation, PublishedFindingTranslation, PublishedResult, PublishedResultTranslation,
]);
