/** What is kept about those who are invited, who ask for access, and who belong to the network. */
import { kept, personalData, proposed } from '../core/personal/index.ts';
import { AccessRequest } from './access-request.entity.ts';
import { Invitation } from './invitation.entity.ts';
import { NetworkMember } from './network-member.entity.ts';

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
  columns: {
    uuid: { category: 'IDENTIFIER' },
    name: { category: 'IDENTITY', source: 'MEMBER' }, email: { category: 'CONTACT_DETAILS', source: 'MEMBER' },
    role: { source: 'MEMBER' }, country: { source: 'MEMBER' }, organisation: { source: 'MEMBER' }, locale: { category: 'CHOICES', source: 'MEMBER' },
    invitedBy: { of: 'MEMBER', category: 'IDENTIFIER', recipients: ['OPERATOR'] },
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
  source: proposed('MEMBER'),
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, person: { category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] },
    name: { category: 'IDENTITY' }, email: { category: 'CONTACT_DETAILS', recipients: ['CHOSEN', 'ADVISER', 'OPERATOR'] },
    emailVisibility: { category: 'CHOICES', source: 'PERSON', recipients: ['OPERATOR'] },
    role: {}, country: {}, organisation: {}, since: {}, until: {}, suspendedAt: {},
  },
  none: ['isDemonstration'],
});
