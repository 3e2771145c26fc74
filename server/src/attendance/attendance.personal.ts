/** What is kept about those who were at training sessions, and about those who said so. */
import { kept, noPersons, personalData, proposed, unlinked } from '../core/personal/index.ts';
import { Registration } from '../registrations/index.ts';
import { Attendee, Presence, SessionAttendance } from './attendance.entity.ts';
import { Certificate, VerifiedCertificate } from './certificate.entity.ts';

const TAKING_PART = {
  of: 'PARTICIPANT',
  purpose: 'RUN_TRAININGS',
  basis: proposed('CONSENT'),
  retention: proposed([kept('P3Y', 'SESSION_ENDED')]),
  recipients: ['NETWORK', 'POST', 'ADVISER', 'OPERATOR'],
  source: 'MEMBER',
} as const;

const BY = { of: 'MEMBER', category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] } as const;

personalData(Presence, {
  ...TAKING_PART,
  category: 'ACTIVITY',
  about: { own: ['email'], shared: { recordedBy: [] } },
  forgotten: { SESSION_ENDED: { after: 'endsAt', of: 'session' } },
  columns: {
    registration: { category: 'IDENTIFIER', source: 'SYSTEM' }, session: {}, day: {}, email: { category: 'CONTACT_DETAILS', recipients: ['OPERATOR'] }, state: {}, decidedAt: {},
    recordedAt: { source: 'SYSTEM', recipients: ['OPERATOR'] }, recordedBy: BY,
  },
  none: ['isDemonstration'],
});

personalData(Certificate, {
  ...TAKING_PART,
  category: 'ACTIVITY',
  about: { own: ['email'], shared: { issuedBy: [], revokedBy: [] } },
  forgotten: { SESSION_ENDED: { after: 'endsAt', of: 'session' } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, number: { category: 'IDENTIFIER', source: 'SYSTEM' }, secretHash: { category: 'CREDENTIALS', source: 'SYSTEM', recipients: ['OPERATOR'] }, registration: { category: 'IDENTIFIER', source: 'SYSTEM' }, session: {},
    email: { category: 'CONTACT_DETAILS', recipients: ['OPERATOR'] }, name: { category: 'IDENTITY' },
    issuedAt: { source: 'SYSTEM' }, issuedBy: BY, revokedAt: { source: 'SYSTEM' }, revokedBy: BY, revokedReason: { category: 'MESSAGES' },
  },
  none: ['isDemonstration'],
});

// Views: what they show is kept in `registration`, `participant` and `certificate`.
personalData(Attendee, {
  ...TAKING_PART,
  category: 'ACTIVITY',
  about: unlinked('VIEW'),
  forgotten: { SESSION_ENDED: { with: Registration } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, session: {}, name: { category: 'IDENTITY' }, organisation: { category: 'WORK' }, country: { category: 'WORK' }, mode: { category: 'CHOICES' },
    token: { category: 'CREDENTIALS', source: 'SYSTEM' }, code: { category: 'CREDENTIALS', source: 'SYSTEM' },
  },
  none: ['isDemonstration'],
});

personalData(VerifiedCertificate, {
  ...TAKING_PART,
  category: 'ACTIVITY',
  recipients: ['CHOSEN', 'OPERATOR'],
  about: unlinked('VIEW'),
  forgotten: { SESSION_ENDED: { with: Certificate } },
  columns: { number: { category: 'IDENTIFIER', source: 'SYSTEM' }, session: {}, state: {}, name: { category: 'IDENTITY' } },
});

noPersons('EVENTS', [SessionAttendance]);
