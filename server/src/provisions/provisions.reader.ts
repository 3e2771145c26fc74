/** How what countries have in their law for an instrument is read: by the adviser, and by the services of the post of the country. */
import { provenanceOf } from '../core/provenance/index.ts';
import { code, edge, many, one, reader, type Row, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { InstrumentArticleReader, InstrumentReader } from '../instruments/index.ts';
import { actingStandings } from '../members/index.ts';
import { RecommendationReader } from '../recommendations/index.ts';
import { NationalProvision, NationalProvisionArticle, NationalProvisionRecommendation } from './provision.entity.ts';
import { mayPublishProvisions, seenProvisions } from './provisions.policy.ts';

export const NationalProvisionReader = reader(NationalProvision, {
  rows: seenProvisions,
  fields: (provision) => ({
    key: provision.uuid,
    canChange: sql<boolean>`${provision.isDemonstration} = (select acts_invented())`,
    canPublish: code({ standings: actingStandings, isOfOwnSide: sql<boolean>`${provision.isDemonstration} = (select acts_invented())` }, ({ standings, isOfOwnSide }) => isOfOwnSide && mayPublishProvisions(standings)),
    country: one(CountryReader, (country) => sql`${country.code} = ${provision.country}`),
    instrument: one(InstrumentReader, (instrument) => sql`${instrument.code} = ${provision.instrument}`),
    articles: many(InstrumentArticleReader, {
      via: NationalProvisionArticle, on: (article, link) => sql`${link.provisionUuid} = ${provision.uuid} and ${article.instrument} = ${link.instrumentCode} and ${article.number} = ${link.number}`, order: (article) => [article.position],
    }),
    recommendations: many(RecommendationReader, {
      via: NationalProvisionRecommendation, on: (recommendation, link) => sql`${link.provision} = ${provision.uuid} and ${recommendation.slug} = ${link.recommendation}`, order: (recommendation) => [sql`coalesce(${recommendation.year}, 0) desc`, recommendation.slug],
    }),
    provenance: provenanceOf(provision),
  }),
});

const THEIRS = 'those that are yours to read: of a post, of its own country; none for others.';
const inOrder = (provision: Row<NationalProvision>) => [provision.instrument, provision.kind, sql`${provision.startsOn} nulls last`, provision.uuid];

edge(CountryReader, 'provisions', { description: `What its law has for each instrument, and what it has reserved or declared: ${THEIRS}`, list: NationalProvisionReader, on: (provision, country) => sql`${provision.country} = ${country.code}`, order: inOrder });
edge(InstrumentReader, 'provisions', { description: `What countries have in their law for it, and have reserved or declared, by country: ${THEIRS}`, list: NationalProvisionReader, on: (provision, instrument) => sql`${provision.instrument} = ${instrument.code}`, order: (provision) => [provision.country, ...inOrder(provision)] });
edge(RecommendationReader, 'provisions', {
  description: `What the law of the country has in answer to it: ${THEIRS}`, list: NationalProvisionReader,
  on: (provision, recommendation) => sql`exists (select from national_provision_recommendation l where l.provision_uuid = ${provision.uuid} and l.recommendation_slug = ${recommendation.slug})`, order: inOrder,
});
