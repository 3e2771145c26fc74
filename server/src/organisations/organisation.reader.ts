/** How organisations are read. */
import { GraphQLBoolean } from 'graphql';
import { GraphQLCountryCode, GraphQLNonEmptyString } from 'graphql-scalars';
import { provenanceOf } from '../core/provenance/index.ts';
import { connection, edge, inReadersOrder, keyArgument, localized, maybe, maybeLocalized, optional, query, reader, type Row, searchIn, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { Organisation, OrganisationKind, OrganisationTranslation, PublishedOrganisation, PublishedOrganisationTranslation } from './organisation.entity.ts';

const text = (organisation: Row<Organisation>, name: 'name' | 'activity') => ({
  from: OrganisationTranslation, text: name, of: (x: Row<OrganisationTranslation>) => sql<boolean>`${x.organisation} = ${organisation.slug}`, source: organisation.sourceLocale,
});

export const OrganisationReader = reader(Organisation, {
  rows: (organisation, { circle }) => {
    if (circle === 'adviser') return undefined;
    return circle === 'visitor' ? organisation.isPublished : sql`(${organisation.isPublished} or concerns_acting(${organisation.slug}, ${organisation.country}))`;
  },
  fields: (organisation) => ({
    country: maybe(CountryReader, (country) => sql`${country.code} = ${organisation.country}`),
    name: localized(text(organisation, 'name')),
    activity: maybeLocalized(text(organisation, 'activity')),
    provenance: provenanceOf(organisation),
  }),
});

/** What everybody finds, by the indexes; and what those find too whom an organisation concerns that nobody has published. */
const hasPublicWords = searchIn({
  of: Organisation, texts: PublishedOrganisationTranslation, owner: (text) => text.organisation, own: (organisation) => ({ folded: organisation.folded, indexed: PublishedOrganisation }),
});
const hasWords = searchIn({
  of: Organisation, texts: OrganisationTranslation, owner: (text) => text.organisation, own: (organisation) => ({ folded: organisation.folded }),
});

export const organisations = connection(OrganisationReader, {
  description: 'organisations',
  sorts: {
    NAME: { description: 'By name, in the order of the reader’s language.', by: (organisation) => inReadersOrder(text(organisation, 'name')), type: 'text', collated: true },
  },
  filters: {
    country: optional(() => GraphQLCountryCode, 'text', 'Of this country.'),
    isPublished: optional(() => GraphQLBoolean, 'boolean', 'Only those that are published, or only those that are not.'),
    kinds: optional(() => [OrganisationKind], 'text[]', 'Of one of these kinds.'),
    search: optional(() => GraphQLNonEmptyString, 'text', 'Whose name, acronym or activity has all of these words, in any language.'),
  },
  where: {
    country: (organisation, code) => sql`${organisation.country} = ${code}`,
    isPublished: (organisation, isPublished) => sql`${organisation.isPublished} = ${isPublished}`,
    kinds: (organisation, kinds) => sql`${organisation.kind} = any(${kinds})`,
    search: (organisation, words, _given, actor) => (actor.circle === 'visitor' ? hasPublicWords : hasWords)(organisation, words, actor),
  },
});

query('organisations', { description: 'The organisations of the field.', page: organisations });

query('organisation', {
  description: 'An organisation by its id; null when there is none.',
  args: { id: keyArgument('Organisation', 'text') },
  maybe: OrganisationReader,
  on: (organisation, _owner, args) => sql`${organisation.slug} = ${args.id}`,
});

edge(CountryReader, 'organisations', {
  description: 'The organisations of the country.',
  page: organisations,
  on: (organisation, country) => sql`${organisation.country} = ${country.code}`,
});
