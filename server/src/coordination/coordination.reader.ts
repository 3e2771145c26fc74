/** How it is read what coordinates action against trafficking in a country: by everybody. */
import { provenanceOf } from '../core/provenance/index.ts';
import { code, edge, maybe, one, reader, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { actingStandings } from '../members/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { CountryCoordination } from './coordination.entity.ts';
import { keepsCoordinationAs } from './coordination.policy.ts';

export const CountryCoordinationReader = reader(CountryCoordination, {
  fields: (entry) => ({
    key: entry.code,
    country: one(CountryReader, (country) => sql`${country.code} = ${entry.country}`),
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${entry.organisation}`),
    isByPost: sql<boolean | null>`${entry.changedAs} in ('SCAC', 'SSI')`,
    canChange: code({ country: entry.country, standings: actingStandings, isOfOwnSide: sql<boolean>`${entry.isDemonstration} = (select acts_invented())` }, ({ country, standings, isOfOwnSide }) => isOfOwnSide && keepsCoordinationAs(standings, country) !== undefined),
    provenance: provenanceOf(entry),
  }),
});

edge(CountryReader, 'coordination', {
  description: 'What coordinates action against trafficking in it: coordinator, referral mechanism, rapporteur, strategy, as far as they are known. None of a kind says nothing about whether there is one.',
  list: CountryCoordinationReader, on: (entry, country) => sql`${entry.country} = ${country.code}`, order: (entry) => [entry.kind, entry.isDemonstration, entry.code],
});
