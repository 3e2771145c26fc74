/** How recommendations are read. */
import { GraphQLCountryCode, GraphQLNonEmptyString } from 'graphql-scalars';
import { provenanceOf } from '../core/provenance/index.ts';
import { connection, edge, keyArgument, localized, many, one, optional, query, reader, searchIn, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { ThemeReader } from '../vocabulary/index.ts';
import { Recommendation, RecommendationTheme, RecommendationTranslation, RecommendationVerb } from './recommendation.entity.ts';

export const RecommendationReader = reader(Recommendation, {
  fields: (recommendation) => ({
    country: one(CountryReader, (country) => sql`${country.code} = ${recommendation.country}`),
    summary: localized({
      from: RecommendationTranslation, text: 'summary', of: (x) => sql`${x.recommendation} = ${recommendation.slug}`,
      source: recommendation.sourceLocale, version: recommendation.sourceVersion,
    }),
    themes: many(ThemeReader, {
      via: RecommendationTheme,
      on: (theme, link) => sql`${link.recommendation} = ${recommendation.slug} and ${theme.code} = ${link.theme}`,
      order: (theme) => [theme.position],
    }),
    provenance: provenanceOf(recommendation),
  }),
});

const hasWords = searchIn({ of: Recommendation, texts: RecommendationTranslation, owner: (text) => text.recommendation });

export const recommendations = connection(RecommendationReader, {
  description: 'recommendations',
  sorts: {
    LATEST: { description: 'The latest report first; those without a year last.', by: (recommendation) => sql`coalesce(${recommendation.year}, 0)`, type: 'int', descending: true },
  },
  filters: {
    country: optional(() => GraphQLCountryCode, 'text', 'To this country.'),
    theme: optional(() => String, 'text', 'On this theme, by its code.'),
    verb: optional(() => RecommendationVerb, 'text', 'With this verb.'),
    search: optional(() => GraphQLNonEmptyString, 'text', 'Whose summary has all of these words, in any language.'),
  },
  where: {
    country: (recommendation, code) => sql`${recommendation.country} = ${code}`,
    theme: (recommendation, code) => sql`exists (
      select from recommendation_theme x where x.recommendation_slug = ${recommendation.slug} and x.theme_code = ${code})`,
    verb: (recommendation, verb) => sql`${recommendation.verb} = ${verb}`,
    search: (recommendation, words, _given, actor) => hasWords(recommendation, words, actor),
  },
});

query('recommendations', { description: 'What monitoring bodies ask of the countries.', page: recommendations });

query('recommendation', {
  description: 'A recommendation by its id; null when there is none.',
  args: { id: keyArgument('Recommendation', 'text') },
  maybe: RecommendationReader,
  on: (recommendation, _owner, args) => sql`${recommendation.slug} = ${args.id}`,
});

edge(CountryReader, 'recommendations', {
  description: 'What is recommended to the country.',
  page: recommendations,
  on: (recommendation, country) => sql`${recommendation.country} = ${country.code}`,
});
