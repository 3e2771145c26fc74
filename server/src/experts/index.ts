/** French experts. */
export { EnterExpertsResolver } from './enter-experts.resolver.ts';
export { ExpertContact } from './expert-contact.entity.ts';
export { Expert, ExpertCountry, ExpertLanguage, ExpertTheme, ExpertTranslation } from './expert.entity.ts';
export { ExpertSheet } from './expert-sheet.entity.ts';
export { ExpertSheetsResolver } from './expert-sheets.resolver.ts';
export { ExpertReader } from './expert.reader.ts';
import './expert.personal.ts';
import './expert-sheets.reader.ts';
