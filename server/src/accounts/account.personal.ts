/** What is kept about those who have an account, what they are, and what signing in keeps. */
import { kept, noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { DemonstrationAccount } from './demonstration-account.entity.ts';
import { LinkRequest } from './link-request.entity.ts';
import { Member } from './member.entity.ts';
import { Person } from './person.entity.ts';
import { SignInNetwork } from './sign-in-network.entity.ts';
import { SignInAccount, SignInSession, SignInVerification } from './sign-in.entity.ts';

const ACCOUNT = {
  of: 'MEMBER',
  category: 'ACCOUNT',
  purpose: 'RUN_ACCOUNTS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([until('ACCOUNT_CLOSED'), kept('P2Y', 'LAST_SIGN_IN')]),
  recipients: ['SELF', 'OPERATOR'],
  source: 'SYSTEM',
} as const;

/** Whoever relies on consent must be able to show it (GDPR, article 7, paragraph 1). */
const CONSENT = { category: 'CHOICES', source: 'PERSON', basis: proposed('LEGAL_OBLIGATION'), recipients: ['SELF', 'ADVISER', 'OPERATOR'] } as const;

personalData(Person, {
  ...ACCOUNT,
  about: 'uuid',
  forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' }, LAST_SIGN_IN: { by: 'retention.forget' } },
  // The adviser reads who did what, by name.
  recipients: ['SELF', 'ADVISER', 'OPERATOR'],
  columns: {
    uuid: { category: 'IDENTIFIER' },
    name: { category: 'IDENTITY', source: proposed('ADVISER'), recipients: ['SELF', 'CHOSEN', 'ADVISER', 'OPERATOR'] },
    email: { category: 'CONTACT_DETAILS', source: proposed('ADVISER'), recipients: ['SELF', 'CHOSEN', 'ADVISER', 'OPERATOR'] },
    emailVerified: { category: 'CONTACT_DETAILS' },
    // A column of the library: nothing writes it.
    image: { category: 'IDENTITY', source: null },
    locale: { category: 'CHOICES', source: 'PERSON' },
    emailVisibility: { ...CONSENT },
    contactVisibility: { ...CONSENT }, contactChosenAt: { ...CONSENT },
    suspendedAt: { source: proposed('ADVISER') },
    lastSignInAt: { category: 'CONNECTION', recipients: ['SELF', 'OPERATOR'] },
    warnedAt: { recipients: ['SELF', 'OPERATOR'] },
    createdAt: {},
    updatedAt: {},
  },
  none: ['isDemonstration'],
});

personalData(Member, {
  ...ACCOUNT,
  purpose: 'RUN_MEMBERSHIPS',
  retention: proposed([kept('P1Y', 'MEMBERSHIP_ENDED')]),
  about: 'person',
  forgotten: { MEMBERSHIP_ENDED: { after: 'until' } },
  source: proposed('ADVISER'),
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, person: { category: 'IDENTIFIER', source: 'SYSTEM' },
    role: {}, country: {}, organisation: {}, since: {}, until: {}, suspendedAt: {},
  },
});

const SIGNED_IN = {
  ...ACCOUNT,
  category: 'CONNECTION',
  retention: proposed([until('SIGNED_OUT'), kept('P7D', 'LAST_SIGN_IN')]),
} as const;

personalData(SignInSession, {
  ...SIGNED_IN,
  about: 'person',
  forgotten: { SIGNED_OUT: { act: 'signOut' }, LAST_SIGN_IN: { by: 'accounts.forget' } },
  columns: {
    uuid: { category: 'IDENTIFIER' }, person: { category: 'IDENTIFIER' }, token: { category: 'CREDENTIALS', recipients: ['OPERATOR'] },
    expiresAt: {}, ipAddress: { recipients: ['OPERATOR'] }, userAgent: { source: 'PERSON' }, createdAt: {}, updatedAt: {}, lastSeenAt: {},
    idToken: { category: 'CREDENTIALS', recipients: ['OPERATOR'], source: 'EMPLOYER' },
    key: { recipients: ['OPERATOR'] }, keyShownAt: { recipients: ['OPERATOR'] },
  },
});

personalData(SignInAccount, {
  ...ACCOUNT,
  about: 'person',
  forgotten: { ACCOUNT_CLOSED: { with: Person }, LAST_SIGN_IN: { with: Person } },
  category: 'CREDENTIALS',
  recipients: ['OPERATOR'],
  columns: {
    id: { category: 'IDENTIFIER' }, person: { category: 'IDENTIFIER' },
    accountId: { category: 'IDENTIFIER', source: 'EMPLOYER' }, providerId: {}, createdAt: { recipients: ['SELF', 'OPERATOR'] }, updatedAt: {}, refusedAt: { recipients: ['SELF', 'OPERATOR'] },
    // Columns of the library: nothing writes them.
    accessToken: { source: null }, refreshToken: { source: null }, idToken: { source: null }, accessTokenExpiresAt: { source: null }, refreshTokenExpiresAt: { source: null },
    scope: { source: null }, password: { source: null },
  },
});

personalData(SignInVerification, {
  ...ACCOUNT,
  about: { addressIn: 'value' },
  forgotten: { SENT: { by: 'accounts.forget' } },
  category: 'CREDENTIALS',
  retention: proposed([kept('PT10M', 'SENT')]),
  recipients: ['OPERATOR'],
  columns: { id: { category: 'IDENTIFIER' }, identifier: {}, value: { category: 'CONTACT_DETAILS', source: 'PERSON' }, expiresAt: {}, createdAt: {}, updatedAt: {} },
});

personalData(LinkRequest, {
  ...ACCOUNT,
  about: 'person',
  forgotten: { RECORDED: { by: 'accounts.forget' } },
  category: 'CONNECTION',
  retention: proposed([kept('PT10M', 'RECORDED')]),
  recipients: ['OPERATOR'],
  columns: { id: { category: 'IDENTIFIER' }, person: { category: 'IDENTIFIER' }, locale: { category: 'CHOICES', source: 'PERSON' }, network: {}, askedAt: {} },
});

personalData(SignInNetwork, {
  ...ACCOUNT,
  purpose: 'PROTECT',
  about: 'person',
  forgotten: { ACCOUNT_CLOSED: { with: Person }, LAST_SIGN_IN: { by: 'accounts.forget' } },
  category: 'CONNECTION',
  retention: proposed([until('ACCOUNT_CLOSED'), kept('P90D', 'LAST_SIGN_IN')]),
  recipients: ['OPERATOR'],
  columns: { person: { category: 'IDENTIFIER' }, network: {}, signedInAt: {} },
});

// A view of invented people.
noPersons('TECHNICAL', [DemonstrationAccount]);
