/** Vocabularies are words. */
import { noPersons } from '../core/personal/index.ts';
import { Audience, AudienceTranslation } from './audience.entity.ts';
import { Institution, InstitutionTranslation } from './institution.entity.ts';
import { Language, LanguageTranslation } from './language.entity.ts';
import { Profession, ProfessionTranslation } from './profession.entity.ts';
import { Subtheme, SubthemeTranslation } from './subtheme.entity.ts';
import { Theme, ThemeTranslation } from './theme.entity.ts';

noPersons('VOCABULARY', [
  Audience, AudienceTranslation, Institution, InstitutionTranslation, Language, LanguageTranslation, Profession, ProfessionTranslation, Subtheme, SubthemeTranslation, Theme, ThemeTranslation,
]);
