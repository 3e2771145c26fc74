/** What is kept about those who have an account, what they are, and what signing in keeps. */
import { kept, noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { DemonstrationAccount } from './demonstration-account.entity.ts';
import { Member } from './member.entity.ts';
import { Person } from './person.entity.ts';
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

personalData(Person, {
  ...ACCOUNT,
  columns: {
    uuid: { category: 'IDENTIFIER' },
    name: { category: 'IDENTITY', source: proposed('ADVISER') },
    email: { category: 'CONTACT_DETAILS', source: proposed('ADVISER'), recipients: ['SELF', 'CHOSEN', 'ADVISER', 'OPERATOR'] },
    emailVerified: { category: 'CONTACT_DETAILS' },
    // A column of the library: nothing writes it.
    image: { category: 'IDENTITY', source: null },
    locale: { category: 'CHOICES', source: 'PERSON' },
    emailVisibility: { category: 'CHOICES', source: 'PERSON', recipients: ['SELF', 'ADVISER', 'OPERATOR'] },
    suspendedAt: { source: proposed('ADVISER') },
    createdAt: {},
    updatedAt: {},
  },
  none: ['isDemonstration'],
});

personalData(Member, {
  ...ACCOUNT,
  purpose: 'RUN_MEMBERSHIPS',
  retention: proposed([kept('P1Y', 'MEMBERSHIP_ENDED')]),
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
  columns: {
    uuid: { category: 'IDENTIFIER' }, person: { category: 'IDENTIFIER' }, token: { category: 'CREDENTIALS', recipients: ['OPERATOR'] },
    expiresAt: {}, ipAddress: { recipients: ['OPERATOR'] }, userAgent: { source: 'PERSON' }, createdAt: {}, updatedAt: {}, lastSeenAt: {},
    idToken: { category: 'CREDENTIALS', recipients: ['OPERATOR'], source: 'EMPLOYER' },
    key: { recipients: ['OPERATOR'] }, keyShownAt: { recipients: ['OPERATOR'] },
  },
});

personalData(SignInAccount, {
  ...ACCOUNT,
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
  category: 'CREDENTIALS',
  retention: proposed([kept('PT10M', 'SENT')]),
  recipients: ['OPERATOR'],
  columns: { id: { category: 'IDENTIFIER' }, identifier: {}, value: { category: 'CONTACT_DETAILS', source: 'PERSON' }, expiresAt: {}, createdAt: {}, updatedAt: {} },
});

// A view of invented people.
noPersons('TECHNICAL', [DemonstrationAccount]);
