/** How invitations are read: by those who answer for the place that they lead to. */
import { code, connection, maybe, optional, query, reader, type Row, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { Invitation, InvitationState } from './invitation.entity.ts';
import { invitationAbilities } from './members.policy.ts';
import { actingStandings, hasPost, seenPlaces } from './standing.ts';

const stateOf = (invitation: Row<Invitation>): Sql<InvitationState> => sql<InvitationState>`case when ${invitation.acceptedAt} is not null then 'ACCEPTED'
  when ${invitation.withdrawnAt} is not null then 'WITHDRAWN' when ${invitation.expiresAt} <= now() then 'EXPIRED' else 'PENDING' end`;
const countryOf = (invitation: Row<Invitation>): Sql<string | null> =>
  sql<string | null>`coalesce(${invitation.country}, (select o.country_code from organisation o where o.slug = ${invitation.organisation}))`;

export const InvitationReader = reader(Invitation, {
  rows: (invitation, actor) => seenPlaces(actor, { role: invitation.role, country: countryOf(invitation), organisation: invitation.organisation }),
  fields: (invitation) => ({
    country: maybe(CountryReader, (country) => sql`${country.code} = ${invitation.country}`),
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${invitation.organisation}`),
    state: stateOf(invitation),
    can: code(
      {
        standings: actingStandings, role: invitation.role, country: countryOf(invitation), organisation: invitation.organisation, state: stateOf(invitation),
        isServed: hasPost(countryOf(invitation)),
      },
      ({ standings, isServed, ...place }) => invitationAbilities(standings, place, isServed),
    ),
  }),
});

const invitations = connection(InvitationReader, {
  description: 'invitations',
  sorts: { LATEST: { description: 'Sent last first.', by: (invitation) => invitation.sentAt, type: 'timestamptz', descending: true } },
  filters: { states: optional(() => [InvitationState], 'text[]', 'In one of these states.') },
  where: { states: (invitation, states) => sql`${stateOf(invitation)} = any(${states})` },
});

query('invitations', { description: 'The invitations that lead to where you may invite others; none for all others.', page: invitations });
