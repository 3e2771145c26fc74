/** Who invites and what can be done with an invitation, as pure functions. */
import { expect, test } from 'vitest';
import type { Standing } from '../members/index.ts';
import { SessionInvitationState } from './session-invitation.entity.ts';
import { invitationAbilities, takesInvitations } from './session-invitation.policy.ts';

const acting = (role: Standing['role'], country: string | null = null): Standing[] => [{ role, country, organisation: null }];

test('an invitation can be taken back until it is answered, and sent again while it can be, by those who prepare the session', () => {
  const can = (state: SessionInvitationState, standings = acting('ADVISER')): string => Object.entries(invitationAbilities(standings, { country: 'RS', state })).filter(([, is]) => is).map(([name]) => name).join(' ');
  expect(Object.keys(SessionInvitationState).map((state) => [state, can(state as SessionInvitationState)])).toEqual([['SENT', 'revoke resend'], ['ACCEPTED', ''], ['DECLINED', ''], ['REVOKED', ''], ['EXPIRED', 'revoke']]);
  expect([can('SENT', acting('SCAC', 'RS')), can('SENT', acting('SCAC', 'AL')), can('SENT', acting('NGO_COORDINATOR')), can('SENT', [])]).toEqual(['revoke resend', '', '', '']);
});

test('people are invited while they could be registered', () => {
  const session = { stage: 'OPEN', country: 'RS', hasBegun: false, isOver: false, isRegistrationOver: false } as const;
  expect([takesInvitations(session), takesInvitations({ ...session, stage: 'DRAFT' }), takesInvitations({ ...session, stage: 'CLOSED' }), takesInvitations({ ...session, isRegistrationOver: true }), takesInvitations({ ...session, hasBegun: true })]).toEqual([true, false, false, false, false]);
});
