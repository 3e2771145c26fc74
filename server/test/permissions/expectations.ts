/**
 * Who may do and see what: a line for every query, every mutation and every field of a type about persons. A field without
 * a line fails the tests, and so does a line without a field.
 */
import type { Visibility } from '../../src/experts/expert.entity.ts';
import type { Role } from './roles.ts';

/** ANYBODY: the same for all. ADVISER: nothing for others. OWN: a person's own, nothing for a visitor. SIGNED_IN: refused to a visitor. CONSENT: as the person it is about has chosen. */
export type Expectation = 'ANYBODY' | 'ADVISER' | 'OWN' | 'SIGNED_IN' | 'CONSENT';

export const QUERIES: Readonly<Record<string, { readonly expect: Expectation; readonly args?: string; readonly select?: string }>> = {
  auditEntries: { expect: 'ADVISER', select: 'nodes { id }' },
  audiences: { expect: 'ANYBODY', select: 'code' },
  countries: { expect: 'ANYBODY', select: 'code' },
  country: { expect: 'ANYBODY', args: 'code: "RS"', select: 'code' },
  dataRegister: { expect: 'ANYBODY', select: 'version' },
  demonstrationAccounts: { expect: 'ANYBODY', select: 'email' },
  expert: { expect: 'ANYBODY', args: 'id: "Expert_00000000-0000-0000-0000-000000000000"', select: 'id' },
  experts: { expect: 'ANYBODY', select: 'totalCount' },
  institutions: { expect: 'ANYBODY', select: 'code' },
  instrument: { expect: 'ANYBODY', args: 'code: "x"', select: 'code' },
  instruments: { expect: 'ANYBODY', select: 'code' },
  languages: { expect: 'ANYBODY', select: 'code' },
  localMailbox: { expect: 'ANYBODY', select: 'id' },
  node: { expect: 'ANYBODY', args: 'id: "Country_RS"', select: 'id' },
  organisation: { expect: 'ANYBODY', args: 'id: "Organisation_astra"', select: 'id' },
  organisations: { expect: 'ANYBODY', select: 'totalCount' },
  professions: { expect: 'ANYBODY', select: 'code' },
  proofChallenge: { expect: 'ANYBODY', select: 'challenge' },
  queuedJobs: { expect: 'ADVISER', select: 'nodes { id }' },
  recommendation: { expect: 'ANYBODY', args: 'id: "Recommendation_x"', select: 'id' },
  recommendations: { expect: 'ANYBODY', select: 'totalCount' },
  recurrentJobs: { expect: 'ADVISER', select: 'name' },
  service: { expect: 'ANYBODY', select: 'locale' },
  terms: { expect: 'ANYBODY', select: 'totalCount' },
  themes: { expect: 'ANYBODY', select: 'code' },
  trainingSession: { expect: 'ANYBODY', args: 'id: "TrainingSession_00000000-0000-0000-0000-000000000000"', select: 'id' },
  trainingSessions: { expect: 'ANYBODY', select: 'totalCount' },
  viewer: { expect: 'OWN', select: 'email' },
};

/** In an order in which each role can try them all: signing out comes last. */
export const MUTATIONS: Readonly<Record<string, { readonly expect: Expectation; readonly args?: string; readonly select: string }>> = {
  chooseLocale: { expect: 'SIGNED_IN', args: 'locale: "fr"', select: 'locale' },
  confirmSignIn: { expect: 'ANYBODY', args: 'secret: "x"', select: 'isSignedIn' },
  endOtherSessions: { expect: 'SIGNED_IN', select: 'ended' },
  endSession: { expect: 'SIGNED_IN', args: 'id: "SignInSession_00000000-0000-0000-0000-000000000000"', select: 'ended' },
  giveUpJob: { expect: 'SIGNED_IN', args: 'id: "QueuedJob_0"', select: 'isDone' },
  requestSignInLink: { expect: 'ANYBODY', args: 'email: "nobody@example.org"', select: 'minutes' },
  retryJob: { expect: 'SIGNED_IN', args: 'id: "QueuedJob_0"', select: 'isDone' },
  signOut: { expect: 'ANYBODY', select: 'ended' },
};

const all = (fields: string, expectation: Expectation): Record<string, Expectation> => Object.fromEntries(fields.split(' ').map((field) => [field, expectation]));

/** The fields of the types whose entities hold persons' data. */
export const FIELDS: Readonly<Record<string, Readonly<Record<string, Expectation>>>> = {
  AuditEntry: all('about action after at before by id part subject', 'ADVISER'),
  Expert: {
    ...all('countries id institution isDemonstration languages lastMissionOn profession summary themes trainingSessions vouchedBy vouchedSince', 'ANYBODY'),
    name: 'CONSENT',
  },
  ExpertLanguage: all('language level', 'ANYBODY'),
  Member: all('country organisation role since until', 'OWN'),
  // The adviser knows who others are, not where they are signed in.
  Person: { ...all('can email isDemonstration locale name', 'ADVISER'), ...all('memberships sessions', 'OWN') },
  SignInSession: all('createdAt expiresAt id isCurrent lastSeenAt userAgent', 'OWN'),
};

const NETWORK: readonly Visibility[] = ['PUBLIC', 'NETWORK'];
const POST: readonly Visibility[] = [...NETWORK, 'POST'];
const ADVISER: readonly Visibility[] = [...POST, 'ADVISER'];

/** What each role sees of what somebody shows by consent. */
export const CONSENT: Readonly<Record<Role, readonly Visibility[]>> = {
  visitor: ['PUBLIC'], suspended: ['PUBLIC'],
  ngoMember: NETWORK, ngoCoordinator: NETWORK, expert: NETWORK, authority: NETWORK, international: NETWORK, translator: NETWORK,
  scac: POST, ssi: POST, scacElsewhere: POST,
  assistant: ADVISER, adviser: ADVISER,
};
