/** How requests for access are read: by those who decide, once the address was shown to be theirs. */
import { code, connection, many, maybe, one, optional, query, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { GraphQLBoolean } from 'graphql';
import { AccessRequest } from './access-request.entity.ts';
import { mayDecide } from './members.policy.ts';
import { actingStandings, hasPost, ownCountries } from './standing.ts';

/** Embassies see what concerns their country, the adviser what concerns no embassy. */
function isTheirs(request: Row<AccessRequest>, { circle }: RuleActor): Sql {
  if (circle === 'post') return sql`${request.country} in (${ownCountries})`;
  return circle === 'adviser' ? sql`(not ${hasPost(request.country)} or ${request.country} in (${ownCountries}))` : sql`false`;
}

export const AccessRequestReader = reader(AccessRequest, {
  rows: (request, actor) => sql<boolean>`${request.confirmedAt} is not null and ${isTheirs(request, actor)}`,
  fields: (request) => ({
    country: one(CountryReader, (country) => sql`${country.code} = ${request.country}`),
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${request.organisation}`),
    alike: many(OrganisationReader, {
      on: (organisation) => sql<boolean>`${request.organisation} is null and ${request.decision} is null and ${organisation.slug} in (select named_alike(${request.country}, ${request.organisationName}))`,
      order: (organisation) => [sql`${organisation.isPublished} desc`, organisation.slug],
    }),
    can: code(
      { standings: actingStandings, country: request.country, isOpen: sql<boolean>`${request.decision} is null`, isServed: hasPost(request.country) },
      ({ standings, country, isOpen, isServed }) => ({ decide: isOpen && mayDecide(standings, country, isServed) }),
    ),
  }),
});

const accessRequests = connection(AccessRequestReader, {
  description: 'requests for access',
  sorts: { LATEST: { description: 'The latest first.', by: (request) => sql<Date>`coalesce(${request.confirmedAt}, ${request.createdAt})`, type: 'timestamptz', descending: true } },
  filters: { isDecided: optional(() => GraphQLBoolean, 'boolean', 'Only those that are decided, or only those that are not.') },
  where: { isDecided: (request, isDecided) => sql`(${request.decision} is not null) = ${isDecided}` },
});

query('accessRequests', { description: 'Those who ask for access, as far as you decide; none for all others.', page: accessRequests });
