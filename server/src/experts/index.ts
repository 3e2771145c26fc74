/** French experts. */
export { Expert, ExpertCountry, ExpertLanguage, ExpertTheme, ExpertTranslation } from './expert.entity.ts';
export { ExpertReader } from './expert.reader.ts';
import './expert.personal.ts';
