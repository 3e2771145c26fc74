/** French experts. */
export { EnterExpertsResolver } from './enter-experts.resolver.ts';
export { ExpertContact } from './expert-contact.entity.ts';
export { Expert, ExpertCountry, ExpertLanguage, ExpertTheme, ExpertTranslation } from './expert.entity.ts';
export { EngagementKind, ExpertEngagement } from './engagement.entity.ts';
export { ExpertSheet } from './expert-sheet.entity.ts';
export { ExpertSheetsResolver } from './expert-sheets.resolver.ts';
export { mayClear } from './expert.policy.ts';
export { ExpertLanguageReader, ExpertReader } from './expert.reader.ts';
export { ExpertSheetReader } from './expert-sheets.reader.ts';
export { SheetProposal } from './proposal.entity.ts';
export { SheetProposalsResolver } from './proposals.resolver.ts';
import './expert.personal.ts';
import './proposal.personal.ts';
import './proposals.reader.ts';
