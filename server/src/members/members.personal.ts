/** What is kept about those who are invited, who ask for access, and who belong to the network. */
import { Member } from '../accounts/index.ts';
import { kept, noPersons, personalData, proposed, unlinked, until } from '../core/personal/index.ts';
import { AccessRequest } from './access-request.entity.ts';
import { ContactPerson } from './contact-person.entity.ts';
import { Invitation } from './invitation.entity.ts';
import { NetworkMember } from './network-member.entity.ts';
import { OrganisationOffice } from './organisation-office.entity.ts';

const COMING = {
  category: 'ACCOUNT',
  purpose: 'RUN_MEMBERSHIPS',
  basis: proposed('PUBLIC_TASK'),
  source: 'SYSTEM',
} as const;

personalData(Invitation, {
  ...COMING,
  of: 'INVITED',
  recipients: ['NETWORK', 'POST', 'ADVISER', 'OPERATOR'],
  retention: proposed([kept('P30D', 'INVITED')]),
  about: { own: ['acceptedBy', 'email'], shared: { invitedBy: [] } },
  forgotten: { INVITED: { by: 'members.forget' } },
  columns: {
    uuid: { category: 'IDENTIFIER' },
    name: { category: 'IDENTITY', source: 'MEMBER' }, email: { category: 'CONTACT_DETAILS', source: 'MEMBER' },
    role: { source: 'MEMBER' }, country: { source: 'MEMBER' }, organisation: { source: 'MEMBER' }, locale: { category: 'CHOICES', source: 'MEMBER' },
    invitedBy: { of: 'MEMBER', category: 'IDENTIFIER', recipients: ['OPERATOR'] },
    submission: { category: 'IDENTIFIER', recipients: ['OPERATOR'] }, resubmissions: { category: 'IDENTIFIER', recipients: ['OPERATOR'] },
    secretHash: { category: 'CREDENTIALS', recipients: ['OPERATOR'] },
    createdAt: { recipients: ['OPERATOR'] }, sentAt: {}, expiresAt: {}, acceptedAt: {}, acceptedBy: { category: 'IDENTIFIER', recipients: ['OPERATOR'] }, withdrawnAt: {},
  },
  none: ['isDemonstration'],
});

personalData(AccessRequest, {
  ...COMING,
  of: 'VISITOR',
  recipients: ['POST', 'ADVISER', 'OPERATOR'],
  source: 'PERSON',
  retention: proposed([kept('P90D', 'RECORDED'), kept('P30D', 'DECIDED')]),
  about: { own: ['email'], shared: { decidedBy: [] } },
  forgotten: { RECORDED: { by: 'members.forget' }, DECIDED: { by: 'members.forget' } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' },
    name: { category: 'IDENTITY' }, email: { category: 'CONTACT_DETAILS' }, role: {}, locale: { category: 'CHOICES' },
    country: { category: 'WORK' }, organisation: { category: 'WORK' }, organisationName: { category: 'WORK' }, organisationWebsite: { category: 'WORK' },
    message: { category: 'MESSAGES' },
    secretHash: { category: 'CREDENTIALS', source: 'SYSTEM', recipients: ['OPERATOR'] },
    createdAt: { source: 'SYSTEM' }, confirmedAt: { source: 'SYSTEM' },
    decision: { source: 'MEMBER' }, decidedAt: { source: 'SYSTEM' }, decidedBy: { of: 'MEMBER', category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] },
    reason: { category: 'MESSAGES', source: 'MEMBER' },
  },
  none: ['isDemonstration'],
});

// A view: what it shows is kept in `person` and `member`.
personalData(NetworkMember, {
  ...COMING,
  of: 'MEMBER',
  recipients: ['NETWORK', 'POST', 'ADVISER', 'OPERATOR'],
  retention: proposed([kept('P1Y', 'MEMBERSHIP_ENDED')]),
  about: unlinked('VIEW'),
  forgotten: { MEMBERSHIP_ENDED: { with: Member } },
  source: proposed('MEMBER'),
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, person: { category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] },
    name: { category: 'IDENTITY' }, email: { category: 'CONTACT_DETAILS', recipients: ['CHOSEN', 'ADVISER', 'OPERATOR'] },
    emailVisibility: { category: 'CHOICES', source: 'PERSON', recipients: ['OPERATOR'] },
    role: {}, country: {}, organisation: {}, since: {}, until: {}, suspendedAt: {},
  },
  none: ['isDemonstration'],
});

// A view: what it shows is kept in `person` and `member`, and shown by consent.
personalData(ContactPerson, {
  ...COMING,
  of: 'MEMBER',
  purpose: 'SHOW_CONTACTS',
  basis: proposed('CONSENT'),
  recipients: ['CHOSEN', 'ADVISER', 'OPERATOR'],
  retention: proposed([until('CONSENT_WITHDRAWN'), kept('P1Y', 'MEMBERSHIP_ENDED')]),
  about: unlinked('VIEW'),
  forgotten: { CONSENT_WITHDRAWN: { act: 'chooseContactVisibility' }, MEMBERSHIP_ENDED: { with: Member } },
  source: proposed('MEMBER'),
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] }, organisation: { category: 'WORK' }, role: { category: 'WORK' }, country: { category: 'WORK' },
    name: { category: 'IDENTITY' }, email: { category: 'CONTACT_DETAILS' },
    visibility: { category: 'CHOICES', source: 'PERSON', recipients: ['OPERATOR'] }, emailVisibility: { category: 'CHOICES', source: 'PERSON', recipients: ['OPERATOR'] },
  },
  none: ['isDemonstration'],
});

noPersons('PUBLIC_FACTS', [OrganisationOffice]);
