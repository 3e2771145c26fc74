/** How invitations to sessions are read: by those who prepare the session. */
import { code, connection, edge, maybe, one, optional, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { actingStandings, ownCountries } from '../members/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { TrainingSessionReader } from '../trainings/index.ts';
import { SessionInvitation, SessionInvitationState } from './session-invitation.entity.ts';
import { invitationAbilities } from './session-invitation.policy.ts';

/** Of the sessions that who asks prepares; undefined for all. */
function prepared({ circle }: RuleActor, session: Sql): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`${session} in (select s.uuid from training_session s where s.country_code in (${ownCountries}))` : sql<boolean>`false`;
}

const stateOf = (invitation: Row<SessionInvitation>): Sql<SessionInvitationState> => sql<SessionInvitationState>`invitation_state(${invitation.uuid})`;

const SessionInvitationReader = reader(SessionInvitation, {
  rows: (invitation, actor) => prepared(actor, invitation.session),
  fields: (invitation) => ({
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${invitation.organisation}`),
    country: one(CountryReader, (country) => sql`${country.code} = ${invitation.country}`),
    state: stateOf(invitation),
    can: code(
      { standings: actingStandings, country: sql<string | null>`(select s.country_code from training_session s where s.uuid = ${invitation.session})`, state: stateOf(invitation) },
      ({ standings, ...facts }) => invitationAbilities(standings, facts),
    ),
  }),
});

const invitations = connection(SessionInvitationReader, {
  description: 'invitations to a session',
  sorts: { LATEST: { description: 'Sent last first.', by: (invitation) => invitation.sentAt, type: 'timestamptz', descending: true } },
  filters: { states: optional(() => [SessionInvitationState], 'text[]', 'In one of these states.') },
  where: { states: (invitation, states) => sql`${stateOf(invitation)} = any(${states})` },
});

edge(TrainingSessionReader, 'invitations', {
  description: 'Who is invited to it, each by an invitation of their own; none for those who do not prepare the session.',
  page: invitations,
  on: (invitation, session) => sql`${invitation.session} = ${session.uuid}`,
});
