/** How recommendations are read. */
import { GraphQLCountryCode, GraphQLNonEmptyString } from 'graphql-scalars';
import { provenanceOf } from '../core/provenance/index.ts';
import { code, connection, constant, edge, join, keyArgument, localized, many, one, optional, query, reader, type Row, searchIn, type Sql, sql } from '../core/reader/index.ts';
import { contextOfBody, CountryReader } from '../countries/index.ts';
import { actingStandings } from '../members/index.ts';
import { ThemeReader } from '../vocabulary/index.ts';
import { CLOSED, RecommendationStanding } from './progress-words.ts';
import { Recommendation, RecommendationTheme, RecommendationTranslation, RecommendationVerb } from './recommendation.entity.ts';
import { followedBy, recommendationAbilities } from './recommendation.policy.ts';

/** The entry made last that who asks sees, an invented one only where there is no other: what they do not see, the rules of rows hide. */
const lastEntry = (recommendation: Row<Recommendation>, says: Sql<boolean>): Sql<boolean> =>
  sql`(select ${says} from recommendation_progress p where p.recommendation_slug = ${recommendation.slug} order by p.is_demonstration, p.entered_at desc, p.position desc limit 1)`;

const CLOSING = join(CLOSED.map((one) => constant(one)), ', ');

/** What is said of the dates of its round (`due`), where the day on which its body was to follow that up is over in Paris and it is still open; null for who sees no dates of that body. */
const ofOverdue = <T>(recommendation: Row<Recommendation>, says: Sql<T>): Sql<T | null> => sql<T | null>`(
  select ${says} from (
    select c.follow_up_on, c.is_demonstration from monitoring_cycle c
    where c.country_code = ${recommendation.country} and lower(c.body) = lower(${recommendation.body}) and c.round = ${recommendation.round} order by c.is_demonstration limit 1
  ) due where due.follow_up_on < (now() at time zone 'Europe/Paris')::date and coalesce(${lastEntry(recommendation, sql<boolean>`p.status not in (${CLOSING})`)}, true))`;
const overdueSince = (recommendation: Row<Recommendation>): Sql<string | null> => ofOverdue(recommendation, sql<string>`due.follow_up_on`);

export const RecommendationReader = reader(Recommendation, {
  fields: (recommendation) => ({
    country: one(CountryReader, (country) => sql`${country.code} = ${recommendation.country}`),
    nameContext: contextOfBody(recommendation.body),
    summary: localized({
      from: RecommendationTranslation, text: 'summary', of: (x) => sql`${x.recommendation} = ${recommendation.slug}`,
      source: recommendation.sourceLocale, version: recommendation.sourceVersion,
    }),
    themes: many(ThemeReader, {
      via: RecommendationTheme,
      on: (theme, link) => sql`${link.recommendation} = ${recommendation.slug} and ${theme.code} = ${link.theme}`,
      order: (theme) => [theme.position],
    }),
    overdueSince: code({ since: overdueSince(recommendation), country: recommendation.country, standings: actingStandings }, ({ since, country, standings }) => (recommendationAbilities({ country }, standings).followUp ? since : null)),
    isOverdueDemonstration: code(
      { isInvented: ofOverdue(recommendation, sql<boolean>`due.is_demonstration`), country: recommendation.country, standings: actingStandings }, ({ isInvented, country, standings }) => recommendationAbilities({ country }, standings).followUp && isInvented === true,
    ),
    provenance: provenanceOf(recommendation),
    can: code({ country: recommendation.country, standings: actingStandings }, ({ standings, country }) => recommendationAbilities({ country }, standings)),
  }),
});

const hasWords = searchIn({ of: Recommendation, texts: RecommendationTranslation, owner: (text) => text.recommendation });

export const recommendations = connection(RecommendationReader, {
  description: 'recommendations',
  sorts: {
    LATEST: { description: 'The latest report first; those without a year last.', by: (recommendation) => sql`coalesce(${recommendation.year}, 0)`, type: 'int', descending: true },
    OVERDUE: {
      description: 'Those that are overdue first, of those that you follow, the longest of all first; then the latest report, and those without a year.',
      // A day counts for more than any year.
      by: (recommendation) => sql`coalesce(1000000 + (now() at time zone 'Europe/Paris')::date - ${overdueSince(recommendation)}, ${recommendation.year}, 0)`, type: 'int', descending: true,
    },
  },
  filters: {
    country: optional(() => GraphQLCountryCode, 'text', 'To this country.'),
    theme: optional(() => String, 'text', 'On this theme, by its code.'),
    verb: optional(() => RecommendationVerb, 'text', 'With this verb.'),
    standing: optional(() => RecommendationStanding, 'text', 'That stand there, of those of which you know what has become of them.'),
    search: optional(() => GraphQLNonEmptyString, 'text', 'Whose summary has all of these words, in any language.'),
  },
  where: {
    country: (recommendation, code) => sql`${recommendation.country} = ${code}`,
    theme: (recommendation, code) => sql`exists (
      select from recommendation_theme x where x.recommendation_slug = ${recommendation.slug} and x.theme_code = ${code})`,
    verb: (recommendation, verb) => sql`${recommendation.verb} = ${verb}`,
    standing: (recommendation, standing, _given, actor) => sql`${followedBy(recommendation, actor) ?? sql<boolean>`true`}
      and coalesce(${lastEntry(recommendation, sql<boolean>`case when ${standing} = 'OPEN' then p.status not in (${CLOSING}) else p.status = ${standing} end`)}, ${standing} in ('OPEN', 'UNKNOWN'))`,
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
