/** Invitations to training sessions, each bound to one person. */
export { SessionInvitationsResolver } from './invitations.resolver.ts';
export { SessionInvitation } from './session-invitation.entity.ts';
import './session-invitation.personal.ts';
import './session-changes.ts';
import './session-invitation.reader.ts';
