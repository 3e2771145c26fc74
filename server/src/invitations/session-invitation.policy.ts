/** Who invites people to a session, and what may be done with an invitation. Pure functions; the rules of rows in the migration say the same to the database. */
import type { Standing } from '../members/index.ts';
import { isRegistrationOpen, mayPrepare, type SessionFacts } from '../trainings/index.ts';
import type { SessionInvitationAbilities, SessionInvitationState } from './session-invitation.entity.ts';

/** How many people are invited at once, at most. */
export const INVITED_AT_ONCE = 20;

/** Whether somebody may see and take back invitations to a session held in a country, or nowhere but online (null): who prepares it. */
export function mayInvite(standings: readonly Standing[], country: string | null): boolean {
  return mayPrepare(standings, country);
}

/** Whether people can be invited now: while they could be registered, as the link leads to that at once, and a draft is told to nobody. */
export function takesInvitations(session: SessionFacts): boolean {
  return isRegistrationOpen(session);
}

/** What somebody may do with an invitation. */
export function invitationAbilities(standings: readonly Standing[], { country, state }: { readonly country: string | null; readonly state: SessionInvitationState }): SessionInvitationAbilities {
  const isTheirs = mayInvite(standings, country);
  return { revoke: isTheirs && (state === 'SENT' || state === 'EXPIRED'), resend: isTheirs && state === 'SENT' };
}
