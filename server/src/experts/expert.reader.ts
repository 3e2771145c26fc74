/** How experts are read. */
import { GraphQLCountryCode, GraphQLNonEmptyString } from 'graphql-scalars';
import { connection, constant, edge, join, keyArgument, localized, many, maybe, one, optional, query, reader, type RuleActor, searchIn, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { CefrLevel, InstitutionReader, LanguageReader, ProfessionReader, ThemeReader } from '../vocabulary/index.ts';
import { Expert, ExpertCountry, ExpertLanguage, ExpertTheme, ExpertTranslation } from './expert.entity.ts';
import { visibilitiesOpenTo } from './expert.policy.ts';

/** Whether a choice of an expert's lets who asks see what it is about. */
const isOpen = (choice: Sql, actor: RuleActor): Sql<boolean> =>
  sql<boolean>`${choice} in (${join(visibilitiesOpenTo(actor).map((visibility) => constant(visibility)), ', ')})`;

/** Levels as numbers, so that "at least B2" is a comparison. */
const levelRank = (level: Parameters<typeof sql>[1]) => sql`array_position(array['A1','A2','B1','B2','C1','C2','NATIVE'], ${level!})`;

export const ExpertLanguageReader = reader(ExpertLanguage, {
  fields: (skill) => ({ language: one(LanguageReader, (language) => sql`${language.code} = ${skill.language}`) }),
});

export const ExpertReader = reader(Expert, {
  fields: (expert, actor) => ({
    name: sql`case when ${isOpen(expert.nameVisibility, actor)} then ${expert.name} end`,
    email: sql`case when ${isOpen(expert.emailVisibility, actor)} then ${expert.email} end`,
    profession: one(ProfessionReader, (profession) => sql`${profession.code} = ${expert.profession}`),
    institution: maybe(InstitutionReader, (institution) => sql`${institution.code} = ${expert.institution} and ${isOpen(expert.institutionVisibility, actor)}`),
    summary: localized({
      from: ExpertTranslation, text: 'summary', of: (x) => sql`${x.expert} = ${expert.uuid}`,
      source: expert.sourceLocale, version: expert.sourceVersion,
    }),
    languages: many(ExpertLanguageReader, {
      on: (skill) => sql`${skill.expert} = ${expert.uuid}`,
      order: (skill) => [sql`${levelRank(skill.level)} desc`, skill.language],
    }),
    themes: many(ThemeReader, {
      via: ExpertTheme,
      on: (theme, link) => sql`${link.expert} = ${expert.uuid} and ${theme.code} = ${link.theme}`,
      order: (theme) => [theme.position],
    }),
    countries: many(CountryReader, {
      via: ExpertCountry,
      on: (country, link) => sql`${link.expert} = ${expert.uuid} and ${country.code} = ${link.country}`,
      order: (country) => [country.code],
    }),
  }),
});

const hasWords = searchIn({
  of: Expert, texts: ExpertTranslation, owner: (text) => text.expert,
  // An index has public names alone, which are all that a visitor may find.
  own: (expert, actor) => (actor.circle === 'visitor' ? { folded: expert.publicFolded } : { folded: expert.folded, isOpen: isOpen(expert.nameVisibility, actor) }),
});

export const experts = connection(ExpertReader, {
  description: 'experts',
  sorts: {
    PROFESSION: { description: 'By profession, in the order of the vocabulary.', by: (expert) => sql`(select p.position from profession p where p.code = ${expert.profession})`, type: 'int' },
    LAST_MISSION: { description: 'Those last on mission first; those never on mission last.', by: (expert) => sql`coalesce(${expert.lastMissionOn}, date '0001-01-01')`, type: 'date', descending: true },
  },
  filters: {
    country: optional(() => GraphQLCountryCode, 'text', 'Who know this country.'),
    profession: optional(() => String, 'text', 'Of this profession, by its code.'),
    institution: optional(() => String, 'text', 'From this institution, by its code, where you may see it.'),
    theme: optional(() => String, 'text', 'Who work on this theme, by its code.'),
    language: optional(() => String, 'text', 'Who work in this language, by its code.'),
    atLeast: optional(() => CefrLevel, 'text', 'At this level or better in `language`, or in any language when none is given.'),
    search: optional(() => GraphQLNonEmptyString, 'text', 'Whose summary, in any language, or name, where you may see it, has all of these words.'),
  },
  where: {
    country: (expert, code) => sql`exists (select from expert_country x where x.expert_uuid = ${expert.uuid} and x.country_code = ${code})`,
    profession: (expert, code) => sql`${expert.profession} = ${code}`,
    institution: (expert, code, _given, actor) => sql`${expert.institution} = ${code} and ${isOpen(expert.institutionVisibility, actor)}`,
    theme: (expert, code) => sql`exists (select from expert_theme x where x.expert_uuid = ${expert.uuid} and x.theme_code = ${code})`,
    language: (expert, code, given) => sql`exists (
      select from expert_language x where x.expert_uuid = ${expert.uuid} and x.language_code = ${code}
      and ${given.atLeast ? sql`${levelRank(sql`x.level`)} >= ${levelRank(given.atLeast)}` : sql`true`})`,
    atLeast: (expert, level, given) =>
      given.language
        ? sql`true`
        : sql`exists (select from expert_language x where x.expert_uuid = ${expert.uuid} and ${levelRank(sql`x.level`)} >= ${levelRank(level)})`,
    search: (expert, words, _given, actor) => hasWords(expert, words, actor),
  },
});

query('experts', { description: 'French experts.', page: experts });

query('expert', {
  description: 'An expert by id; null when there is none.',
  args: { id: keyArgument('Expert', 'uuid') },
  maybe: ExpertReader,
  on: (expert, _owner, args) => sql`${expert.uuid} = ${args.id}`,
});

edge(CountryReader, 'experts', {
  description: 'The experts who know the country.',
  page: experts,
  on: (expert, country) => sql`exists (select from expert_country x where x.expert_uuid = ${expert.uuid} and x.country_code = ${country.code})`,
});
