/** Who comes into the network and belongs to it: invitations, requests for access, members. */
export { AccessRequest } from './access-request.entity.ts';
export { AccessRequestsResolver } from './access-requests.resolver.ts';
export { ContactPerson } from './contact-person.entity.ts';
export { Invitation } from './invitation.entity.ts';
export { InvitationsResolver } from './invitations.resolver.ts';
export { memberJobs } from './members.jobs.ts';
export { NetworkMemberReader } from './members.reader.ts';
export { MembersResolver } from './members.resolver.ts';
export { NetworkMember } from './network-member.entity.ts';
export { OrganisationOffice } from './organisation-office.entity.ts';
export { PublishingResolver } from './publishing.resolver.ts';
import './access-requests.reader.ts';
import './contact-people.reader.ts';
import './invitations.reader.ts';
import './members.personal.ts';
import './organisation-office.reader.ts';
