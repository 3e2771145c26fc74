/** What is kept about those who are invited to a session, and about those who invite them. */
import { kept, personalData, proposed } from '../core/personal/index.ts';
import { SessionInvitation } from './session-invitation.entity.ts';

personalData(SessionInvitation, {
  of: 'PARTICIPANT',
  category: 'ACTIVITY',
  purpose: 'RUN_TRAININGS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P30D', 'SESSION_ENDED')]),
  recipients: ['SELF', 'POST', 'ADVISER', 'OPERATOR'],
  source: 'MEMBER',
  about: { own: ['email'], shared: { invitedBy: [] } },
  forgotten: { SESSION_ENDED: { after: 'endsAt', of: 'session' } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, session: {}, email: { category: 'CONTACT_DETAILS' }, name: { category: 'IDENTITY' }, locale: { category: 'CHOICES' },
    organisation: { category: 'WORK' }, country: { category: 'WORK' }, sector: { category: 'WORK' },
    invitedBy: { of: 'MEMBER', category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] }, submission: { category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] }, resubmissions: { category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] },
    secretHash: { category: 'CREDENTIALS', source: 'SYSTEM', recipients: ['OPERATOR'] },
    sentAt: { source: 'SYSTEM' }, acceptedAt: { source: 'PERSON' }, declinedAt: { source: 'PERSON' }, revokedAt: { source: 'SYSTEM' },
  },
  none: ['isDemonstration'],
});
