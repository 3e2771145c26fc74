/** How provisions are read that the adviser has made public: by everybody. */
import { provenanceOf } from '../core/provenance/index.ts';
import { edge, many, one, reader, type Row, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { InstrumentArticleReader, InstrumentReader } from '../instruments/index.ts';
import { RecommendationReader } from '../recommendations/index.ts';
import { PublicProvision } from './public-provision.entity.ts';

const PublicProvisionReader = reader(PublicProvision, {
  fields: (provision) => ({
    key: provision.uuid,
    country: one(CountryReader, (country) => sql`${country.code} = ${provision.country}`),
    instrument: one(InstrumentReader, (instrument) => sql`${instrument.code} = ${provision.instrument}`),
    articles: many(InstrumentArticleReader, { on: (article) => sql`${article.instrument} = ${provision.instrument} and ${article.number} = any(${provision.articleNumbers})`, order: (article) => [article.position] }),
    recommendations: many(RecommendationReader, { on: (recommendation) => sql`${recommendation.slug} = any(${provision.recommendationSlugs})`, order: (recommendation) => [sql`coalesce(${recommendation.year}, 0) desc`, recommendation.slug] }),
    provenance: provenanceOf(provision),
  }),
});

const inOrder = (provision: Row<PublicProvision>) => [provision.country, provision.instrument, provision.kind, provision.uuid];

edge(CountryReader, 'publicProvisions', { description: 'What its law has for each instrument, and what it has reserved or declared, as far as the adviser has made it public.', list: PublicProvisionReader, on: (provision, country) => sql`${provision.country} = ${country.code}`, order: inOrder });
edge(InstrumentReader, 'publicProvisions', { description: 'What countries have in their law for it, and have reserved or declared, by country, as far as the adviser has made it public.', list: PublicProvisionReader, on: (provision, instrument) => sql`${provision.instrument} = ${instrument.code}`, order: inOrder });
edge(RecommendationReader, 'publicProvisions', { description: 'What the law of the country has in answer to it, as far as the adviser has made it public.', list: PublicProvisionReader, on: (provision, recommendation) => sql`${recommendation.slug} = any(${provision.recommendationSlugs})`, order: inOrder });
