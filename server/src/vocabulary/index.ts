/** The vocabularies: themes with their sub-themes, professions, audiences, languages, institutions. */
export { Audience, AudienceTranslation } from './audience.entity.ts';
export { Institution, InstitutionTranslation } from './institution.entity.ts';
export { CefrLevel, Language, LanguageTranslation } from './language.entity.ts';
export { Profession, ProfessionTranslation } from './profession.entity.ts';
export { Subtheme, SubthemeTranslation } from './subtheme.entity.ts';
export { Theme, ThemeTranslation } from './theme.entity.ts';
export { AudienceReader, InstitutionReader, LanguageReader, ProfessionReader, SubthemeReader, ThemeReader } from './vocabulary.reader.ts';
import './vocabulary.personal.ts';
