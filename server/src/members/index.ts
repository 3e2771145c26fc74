/** Who comes into the network and belongs to it: invitations, requests for access, members. */
export { AccessRequest } from './access-request.entity.ts';
export { AccessRequestsResolver } from './access-requests.resolver.ts';
export { Invitation } from './invitation.entity.ts';
export { InvitationsResolver } from './invitations.resolver.ts';
export { memberJobs } from './members.jobs.ts';
export { MembersResolver } from './members.resolver.ts';
export { personOf } from './person-of.ts';
export { NetworkMember } from './network-member.entity.ts';
export type { Standing } from './members.policy.ts';
export { actingStandings, ownCountries, standingsOf } from './standing.ts';
import './access-requests.reader.ts';
import './invitations.reader.ts';
import './members.personal.ts';
import './members.reader.ts';
