/** What came of missions: the report, what is published of it, and how experts were found. */
export { Appraisal } from './appraisal.entity.ts';
export { Finding, FindingNeed, FindingRecommendation, FindingTranslation } from './finding.entity.ts';
export { PublicationDecision } from './publication-decision.entity.ts';
export {
  MissionPublication, MissionPublicationCountry, MissionPublicationTranslation, PublishedFinding, PublishedFindingRecommendation, PublishedFindingTranslation, PublishedResult, PublishedResultTranslation,
} from './publication.entity.ts';
export { MissionPublicationReader } from './publication.reader.ts';
export { wrongIn } from './publication.service.ts';
export { MissionReport, MissionReportTranslation, ObjectiveResult, ObjectiveResultTranslation } from './report.entity.ts';
export { ReportsResolver } from './reports.resolver.ts';
import './report.reader.ts';
import './reports.personal.ts';
