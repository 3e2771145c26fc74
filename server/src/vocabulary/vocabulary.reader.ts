/** How the vocabularies are read: lists in their own order, names in the reader's language. */
import { edge, localized, one, query, reader, sql } from '../core/reader/index.ts';
import { Audience, AudienceTranslation } from './audience.entity.ts';
import { Institution, InstitutionTranslation } from './institution.entity.ts';
import { Language, LanguageTranslation } from './language.entity.ts';
import { Profession, ProfessionTranslation } from './profession.entity.ts';
import { Subtheme, SubthemeTranslation } from './subtheme.entity.ts';
import { Theme, ThemeTranslation } from './theme.entity.ts';

export const ThemeReader = reader(Theme, {
  isVocabulary: true,
  fields: (theme) => ({
    name: localized({
      from: ThemeTranslation, text: 'name', of: (x) => sql`${x.theme} = ${theme.code}`, source: 'en',
    }),
  }),
});

query('themes', {
  description: 'The themes, in the order of the vocabulary.',
  list: ThemeReader,
  order: (theme) => [theme.position],
});

export const SubthemeReader = reader(Subtheme, {
  isVocabulary: true,
  fields: (subtheme) => ({
    theme: one(ThemeReader, (theme) => sql`${theme.code} = ${subtheme.theme}`),
    name: localized({
      from: SubthemeTranslation, text: 'name', of: (x) => sql`${x.subtheme} = ${subtheme.code}`, source: 'en',
    }),
  }),
});

query('subthemes', {
  description: 'The sub-themes, in the order of the vocabulary.',
  list: SubthemeReader,
  order: (subtheme) => [subtheme.position],
});

edge(ThemeReader, 'subthemes', { description: 'The parts of the theme that have a term of their own; none of some themes.', list: SubthemeReader, on: (subtheme, theme) => sql`${subtheme.theme} = ${theme.code}`, order: (subtheme) => [subtheme.position] });

export const ProfessionReader = reader(Profession, {
  isVocabulary: true,
  fields: (profession) => ({
    name: localized({
      from: ProfessionTranslation, text: 'name', of: (x) => sql`${x.profession} = ${profession.code}`, source: 'en',
    }),
  }),
});

query('professions', {
  description: 'The professions, in the order of the vocabulary.',
  list: ProfessionReader,
  order: (profession) => [profession.position],
});

export const AudienceReader = reader(Audience, {
  isVocabulary: true,
  fields: (audience) => ({
    name: localized({
      from: AudienceTranslation, text: 'name', of: (x) => sql`${x.audience} = ${audience.code}`, source: 'en',
    }),
  }),
});

query('audiences', {
  description: 'The audiences, in the order of the vocabulary.',
  list: AudienceReader,
  order: (audience) => [audience.position],
});

export const LanguageReader = reader(Language, {
  isVocabulary: true,
  fields: (language) => ({
    name: localized({
      from: LanguageTranslation, text: 'name', of: (x) => sql`${x.language} = ${language.code}`, source: 'en',
    }),
  }),
});

query('languages', {
  description: 'The languages that people work in.',
  list: LanguageReader,
  order: (language) => [language.position],
});

export const InstitutionReader = reader(Institution, {
  isVocabulary: true,
  fields: (institution) => ({
    gloss: localized({
      from: InstitutionTranslation, text: 'name', of: (x) => sql`${x.institution} = ${institution.code}`, source: 'en',
    }),
  }),
});

query('institutions', {
  description: 'The French institutions that experts come from.',
  list: InstitutionReader,
  order: (institution) => [institution.position],
});
