/** How what is published of missions is read: by everybody. Nothing of it leads to a mission; what was decided of which mission, and by whom, the adviser reads. */
import { GraphQLCountryCode } from 'graphql-scalars';
import { connection, edge, keyArgument, localized, many, maybe, maybeLocalized, one, optional, query, reader, type Row, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { MissionReader, seenMissions } from '../missions/index.ts';
import { RecommendationReader } from '../recommendations/index.ts';
import { ThemeReader } from '../vocabulary/index.ts';
import { PublicationDecision } from './publication-decision.entity.ts';
import {
  MissionPublication, MissionPublicationCountry, MissionPublicationTranslation, PublishedFinding, PublishedFindingRecommendation, PublishedFindingTranslation, PublishedResult, PublishedResultTranslation,
} from './publication.entity.ts';

const resultText = (result: Row<PublishedResult>, name: 'objective' | 'text') => ({
  from: PublishedResultTranslation, text: name, of: (x: Row<PublishedResultTranslation>) => sql<boolean>`${x.result} = ${result.uuid}`, source: name === 'text' ? result.textLocale : result.sourceLocale, version: result.sourceVersion,
});

const PublishedResultReader = reader(PublishedResult, {
  fields: (result) => ({ objective: localized(resultText(result, 'objective')), text: localized(resultText(result, 'text')) }),
});

const PublishedFindingReader = reader(PublishedFinding, {
  fields: (finding) => ({
    country: maybe(CountryReader, (country) => sql`${country.code} = ${finding.country}`),
    theme: maybe(ThemeReader, (theme) => sql`${theme.code} = ${finding.theme}`),
    text: localized({ from: PublishedFindingTranslation, text: 'text', of: (x: Row<PublishedFindingTranslation>) => sql<boolean>`${x.finding} = ${finding.uuid}`, source: finding.sourceLocale, version: finding.sourceVersion }),
    recommendations: many(RecommendationReader, {
      via: PublishedFindingRecommendation, on: (recommendation, link) => sql`${link.finding} = ${finding.uuid} and ${recommendation.slug} = ${link.recommendation}`, order: (recommendation) => [sql`coalesce(${recommendation.year}, 0) desc`, recommendation.slug],
    }),
  }),
});

export const MissionPublicationReader = reader(MissionPublication, {
  fields: (publication) => ({
    summary: maybeLocalized({
      from: MissionPublicationTranslation, text: 'summary', of: (x: Row<MissionPublicationTranslation>) => sql<boolean>`${x.publication} = ${publication.uuid}`, source: sql<string>`coalesce(${publication.summaryLocale}, 'fr')`, version: sql`1`,
    }),
    countries: many(CountryReader, { via: MissionPublicationCountry, on: (country, link) => sql`${link.publication} = ${publication.uuid} and ${country.code} = ${link.country}`, order: (country) => [country.code] }),
    results: many(PublishedResultReader, { on: (result) => sql`${result.publication} = ${publication.uuid}`, order: (result) => [result.position, result.uuid] }),
    findings: many(PublishedFindingReader, { on: (finding) => sql`${finding.publication} = ${publication.uuid}`, order: (finding) => [finding.position, finding.uuid] }),
  }),
});

const missionPublications = connection(MissionPublicationReader, {
  description: 'what is published of missions',
  sorts: { LATEST: { description: 'The last to end first, by their months.', by: (publication) => publication.lastMonth, type: 'date', descending: true } },
  filters: { country: optional(() => GraphQLCountryCode, 'text', 'That name this country.') },
  where: { country: (publication, country) => sql`exists (select from mission_publication_country c where c.publication_uuid = ${publication.uuid} and c.country_code = ${country})` },
});

query('missionPublications', { description: 'What is published of missions of the adviser that are over.', page: missionPublications });

query('missionPublication', {
  description: 'What is published of a mission, by id; null when there is none, or none any more.',
  args: { id: keyArgument('MissionPublication', 'uuid') },
  maybe: MissionPublicationReader,
  on: (publication, _owner, args) => sql`${publication.uuid} = ${args.id}`,
});

const PublicationDecisionReader = reader(PublicationDecision, {
  rows: (_decision, actor) => seenMissions(actor),
  fields: (decision) => ({ publication: one(MissionPublicationReader, (publication) => sql`${publication.uuid} = ${decision.publication}`) }),
});

edge(MissionReader, 'publication', { description: 'What is published of it; null while nothing is.', maybe: PublicationDecisionReader, on: (decision, mission) => sql`${decision.mission} = ${mission.uuid}` });
