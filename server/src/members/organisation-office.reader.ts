/** How what is decided about organisations is read: by those who decide it. */
import { code, edge, reader, sql } from '../core/reader/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { organisationAbilities } from './members.policy.ts';
import { OrganisationOffice } from './organisation-office.entity.ts';
import { actingStandings, ownCountries } from './standing.ts';

const OrganisationOfficeReader = reader(OrganisationOffice, {
  rows: (office, { circle }) => {
    if (circle === 'adviser') return undefined;
    return circle === 'post' ? sql<boolean>`${office.country} in (${ownCountries})` : sql<boolean>`false`;
  },
  fields: (office) => ({
    can: code(
      { standings: actingStandings, country: office.country, isPublished: office.isPublished, kind: office.kind },
      ({ standings, ...organisation }) => organisationAbilities(standings, organisation),
    ),
  }),
});

edge(OrganisationReader, 'office', {
  description: 'What is decided about it, for those who decide; null for all others.',
  maybe: OrganisationOfficeReader,
  on: (office, organisation) => sql`${office.slug} = ${organisation.slug}`,
});
