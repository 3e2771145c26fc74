/** Mutations that are not tried with faults at their statements, and why not. What is neither tried nor named here fails a test. */

const DESK = 'Done at the desk of accounts, on connections of its own (`accounts/desk.ts`, `sign-in.ts`), which these faults do not reach.';
const OWN_DATA = 'Done at the desk of one’s own data, on connections of its own (`my-data/`), which these faults do not reach.';
const ONE = 'One statement: there is no middle in which it could fail.';
const JOBS = 'One function of the database, called by one statement: there is no middle in which it could fail.';

export const NOT_TRIED: Readonly<Record<string, string>> = {
  readAvailabilityRequest: 'Changes nothing.',
  readSlots: 'Changes nothing.',
  readEvaluation: 'Changes nothing.',
  readNameChoice: 'Changes nothing.',
  readSessionInvitation: 'Changes nothing.',
  requestAccess: 'As inviteMember: a row and a mail in one transaction; wants a proof of work for each try.',
  answerDataRequest: OWN_DATA, confirmAddress: OWN_DATA, correctName: OWN_DATA, eraseAccount: OWN_DATA, makeDataRequest: OWN_DATA, requestAddress: OWN_DATA,
  agreeToPractice: JOBS, agreeToPublication: JOBS,
  '/photos/': 'Nothing is brought there: a photo is public by a mutation.',
  retryJob: JOBS, giveUpJob: JOBS,
  addAuthenticator: DESK, addPasskey: DESK, askForPasskey: DESK, beginAuthenticator: DESK, beginPasskey: DESK, removeAuthenticator: DESK, removePasskey: DESK, renewRecoveryCodes: DESK,
  showCode: DESK, showPasskey: DESK, showRecoveryCode: DESK, confirmSignIn: DESK, requestSignInLink: DESK, signOut: DESK, unbindAgent: DESK,
  chooseContactVisibility: ONE, chooseEmailVisibility: ONE, chooseLocale: ONE, endOtherSessions: ONE, endSession: ONE, renamePasskey: ONE,
};
