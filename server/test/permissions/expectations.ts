/**
 * Who may ask and do what: a line for every query, every mutation and every subscription. One without a line fails the
 * tests, and so does a line without one. Fields of types about persons have theirs in `field-expectations.ts`.
 */
import { AVAILABILITY_MUTATIONS, AVAILABILITY_QUERIES } from './availability-expectations.ts';
import { COST_MUTATIONS, COST_QUERIES } from './cost-expectations.ts';
import { PLAN_MUTATIONS, PLAN_QUERIES } from './plan-expectations.ts';
import { TRAVEL_MUTATIONS, TRAVEL_QUERIES } from './travel-expectations.ts';
import { UPKEEP_MUTATIONS } from './upkeep-expectations.ts';
import { COMMON_NEED_MUTATIONS, COMMON_NEED_QUERIES } from './common-need-expectations.ts';
import { REQUEST_MUTATIONS, REQUEST_QUERIES } from './request-expectations.ts';
import { NEED_MUTATIONS, NEED_QUERIES } from './need-expectations.ts';
import { IMPORT_MUTATIONS } from './import-expectations.ts';
import { MONITORING_MUTATIONS, MONITORING_QUERIES } from './monitoring-expectations.ts';
import { COORDINATION_MUTATIONS } from './coordination-expectations.ts';
import { PROVISION_MUTATIONS } from './provision-expectations.ts';
import { PROJECT_MUTATIONS, PROJECT_QUERIES } from './project-expectations.ts';
import { PROGRESS_MUTATIONS } from './progress-expectations.ts';
import { MISSION_MUTATIONS, MISSION_QUERIES } from './mission-expectations.ts';
import { REPORT_MUTATIONS, REPORT_QUERIES } from './report-expectations.ts';
import type { Role } from './roles.ts';

/**
 * ANYBODY: the same for all. ADVISER: nothing for others. OWN: a person's own, nothing for a visitor. SIGNED_IN: refused to a visitor.
 * REAL: refused to a visitor, and to an invented person, as all are who are tried here. CONSENT: as the person it is about has chosen. MINE: something
 * for whoever is signed in, nothing for a visitor. THEIRS: something for those
 * who answer for it (`seenBy`), nothing for others.
 */
export type Expectation = 'ANYBODY' | 'ADVISER' | 'OWN' | 'SIGNED_IN' | 'REAL' | 'CONSENT' | 'MINE' | 'THEIRS';

export const QUERIES: Readonly<Record<string, { readonly expect: Expectation; readonly args?: string; readonly select?: string; readonly own?: object; readonly seenBy?: readonly Role[] }>> = {
  accessRequests: { expect: 'THEIRS', select: 'nodes { id }', seenBy: ['scac', 'ssi', 'scacElsewhere'] },
  auditEntries: { expect: 'ADVISER', select: 'nodes { id }' },
  audiences: { expect: 'ANYBODY', select: 'code' },
  cities: { expect: 'ANYBODY', select: 'code' },
  countries: { expect: 'ANYBODY', select: 'code' },
  country: { expect: 'ANYBODY', args: 'code: "RS"', select: 'code' },
  dataRequests: { expect: 'ADVISER', select: 'nodes { id }' },
  dataRegister: { expect: 'ANYBODY', select: 'version' },
  demonstrationAccounts: { expect: 'ANYBODY', select: 'email' },
  expert: { expect: 'ANYBODY', args: 'id: "Expert_00000000-0000-0000-0000-000000000000"', select: 'id' },
  experts: { expect: 'ANYBODY', select: 'totalCount' },
  institutions: { expect: 'ANYBODY', select: 'code' },
  instrument: { expect: 'ANYBODY', args: 'code: "x"', select: 'code' },
  instruments: { expect: 'ANYBODY', select: 'code' },
  invitations: { expect: 'THEIRS', select: 'nodes { id }', seenBy: ['scac', 'ssi', 'scacElsewhere', 'ngoCoordinator', 'assistant', 'adviser'] },
  languages: { expect: 'ANYBODY', select: 'code' },
  localMailbox: { expect: 'ANYBODY', select: 'id' },
  members: { expect: 'THEIRS', select: 'nodes { id }', seenBy: ['scac', 'ssi', 'scacElsewhere', 'ngoCoordinator', 'assistant', 'adviser'] },
  ...COST_QUERIES,
  ...TRAVEL_QUERIES,
  ...MONITORING_QUERIES,
  ...PLAN_QUERIES,
  ...MISSION_QUERIES,
  ...COMMON_NEED_QUERIES,
  ...PROJECT_QUERIES,
  ...NEED_QUERIES,
  ...REQUEST_QUERIES,
  ...REPORT_QUERIES,
  ...AVAILABILITY_QUERIES,
  myData: { expect: 'MINE', select: 'isLastAdviser' },
  node: { expect: 'ANYBODY', args: 'id: "Country_RS"', select: 'id' },
  organisation: { expect: 'ANYBODY', args: 'id: "Organisation_astra"', select: 'id' },
  // One that is not published is seen by those whom it concerns.
  organisations: { expect: 'ANYBODY', args: 'filter: { isPublished: true }', select: 'totalCount' },
  // Which entries who sees is tried with them (`practices/practices.test.ts`).
  practices: { expect: 'ANYBODY', args: 'filter: { country: "RS" }', select: 'totalCount' },
  professions: { expect: 'ANYBODY', select: 'code' },
  proofChallenge: { expect: 'ANYBODY', select: 'challenge' },
  queuedJobs: { expect: 'ADVISER', select: 'nodes { id }' },
  recommendation: { expect: 'ANYBODY', args: 'id: "Recommendation_x"', select: 'id' },
  recommendations: { expect: 'ANYBODY', select: 'totalCount' },
  recurrentJobs: { expect: 'ADVISER', select: 'name' },
  registrations: { expect: 'THEIRS', select: 'nodes { id }', seenBy: ['ngoCoordinator', 'ngoMember', 'scac', 'ssi', 'scacElsewhere', 'assistant', 'adviser'] },
  secondStep: { expect: 'OWN', select: 'isDue isPossible', own: { isDue: false, isPossible: false } },
  sheetProposals: { expect: 'ADVISER', select: 'key' },
  photoProposals: { expect: 'ADVISER', select: 'key' },
  service: { expect: 'ANYBODY', select: 'locale' },
  terms: { expect: 'ANYBODY', select: 'totalCount' },
  themes: { expect: 'ANYBODY', select: 'code' },
  subthemes: { expect: 'ANYBODY', select: 'code' },
  trainingSession: { expect: 'ANYBODY', args: 'id: "TrainingSession_00000000-0000-0000-0000-000000000000"', select: 'id' },
  trainingSessions: { expect: 'ANYBODY', args: 'filter: { states: [OPEN, CLOSED, RUNNING, DONE, CANCELLED, ARCHIVED] }', select: 'totalCount' },
  trainingFigures: { expect: 'THEIRS', select: 'sessions', seenBy: ['scac', 'ssi', 'scacElsewhere', 'assistant', 'adviser'] },
  likelyDoubles: { expect: 'THEIRS', select: 'nodes { id }', seenBy: ['scac', 'ssi', 'scacElsewhere', 'assistant', 'adviser'] },
  trainingRecord: { expect: 'THEIRS', select: 'nodes { id }', seenBy: ['ngoMember', 'ngoCoordinator', 'scac', 'ssi', 'scacElsewhere', 'assistant', 'adviser'] },
  verifiedCertificate: { expect: 'ANYBODY', args: 'number: "0000-0000-0000-0000"', select: 'number: state' },
  viewer: { expect: 'OWN', select: 'email' },
};

const NOBODY = '00000000-0000-0000-0000-000000000000';
/** Drawn by chance. */
const CHANCE = '00000000-0000-4000-8000-0000000000ab';

/** A question of no session. */
const QUESTION = `session: "TrainingSession_${NOBODY}", key: "${NOBODY}"`;

/** A part of no session. */
const PART = `session: "TrainingSession_${NOBODY}", id: "SessionPart_${NOBODY}"`;

/** An online session, which is the adviser's alone to make. */
const SESSION = `{ sourceLocale: "fr", title: "T", summary: "", programme: [], theme: "ASSISTANCE", audiences: [], format: ONLINE, timeZone: "Europe/Paris", starts: "2099-01-05T09:00", ends: "2099-01-05T17:00",
  places: 1, needsValidation: true, trainers: [], workingLanguages: [], interpretation: [] }`;

/** An expert who is in no vocabulary: nothing is written. */
const EXPERT = '{ sourceLocale: "fr", name: "N", profession: "x", institution: "x", summary: "S", languages: [], themes: [], countries: [] }';

/** In an order in which each role can try them all: signing out and erasing oneself come last. `outcome` is the field that is true for those who may and false for others, where it is not a refusal that says so. */
export const MUTATIONS: Readonly<Record<string, { readonly expect: Expectation; readonly args?: string; readonly select: string; readonly outcome?: string }>> = {
  acceptOffer: { expect: 'SIGNED_IN', args: `id: "Registration_${NOBODY}"`, select: 'outcome' },
  acceptOfferByLink: { expect: 'ANYBODY', args: 'secret: "x"', select: 'outcome' },
  acceptInvitation: { expect: 'ANYBODY', args: 'secret: "x"', select: 'outcome' },
  addAuthenticator: { expect: 'REAL', args: 'code: "000000"', select: 'isAdded' },
  addPasskey: { expect: 'REAL', args: 'name: "x", response: {}', select: 'isAdded' },
  leaveByLink: { expect: 'ANYBODY', args: 'secret: "x"', select: 'outcome' },
  answerDataRequest: { expect: 'ADVISER', args: 'id: "DataRequest_00000000-0000-7000-8000-00000000da7a", answer: "Done."', select: 'isAnswered', outcome: 'isAnswered' },
  askForPasskey: { expect: 'ANYBODY', select: '__typename' },
  beginAuthenticator: { expect: 'REAL', select: 'secret' },
  beginPasskey: { expect: 'REAL', select: 'options' },
  bindExpert: { expect: 'SIGNED_IN', args: `id: "Expert_${NOBODY}", member: "NetworkMember_${NOBODY}"`, select: 'outcome' },
  changeMemberRole: { expect: 'SIGNED_IN', args: `id: "NetworkMember_${NOBODY}", role: NGO_MEMBER`, select: 'outcome' },
  changeRequiredShare: { expect: 'SIGNED_IN', args: `session: "TrainingSession_${NOBODY}", share: 80`, select: 'outcome' },
  changePlaces: { expect: 'SIGNED_IN', args: `input: { session: "TrainingSession_${NOBODY}", version: 1, places: 1, quotas: [] }`, select: 'outcome' },
  chooseContactVisibility: { expect: 'SIGNED_IN', args: 'visibility: null', select: 'visibility' },
  chooseEmailVisibility: { expect: 'SIGNED_IN', args: 'visibility: POST', select: 'visibility' },
  chooseSheet: { expect: 'SIGNED_IN', args: 'choices: { name: ADVISER, institution: PUBLIC, email: ADVISER, missions: ADVISER }', select: '__typename' },
  chooseLocale: { expect: 'SIGNED_IN', args: 'locale: "fr"', select: 'locale' },
  confirmAddress: { expect: 'REAL', args: 'secret: "x"', select: 'isConfirmed' },
  correctName: { expect: 'REAL', args: 'name: "The same"', select: 'name' },
  openEvaluation: { expect: 'SIGNED_IN', args: `input: { session: "TrainingSession_${NOBODY}", questions: [OVERALL], days: 7 }`, select: 'outcome' },
  readEvaluation: { expect: 'ANYBODY', args: 'secret: "x"', select: 'state' },
  readNameChoice: { expect: 'ANYBODY', args: 'secret: "x"', select: 'choice { isShown }' },
  chooseNameByLink: { expect: 'ANYBODY', args: 'secret: "x", isShown: true', select: 'choice { isShown }' },
  answerEvaluation: { expect: 'ANYBODY', args: 'secret: "x", answers: [{ question: OVERALL, choice: GOOD }]', select: 'outcome' },
  issueCertificates: { expect: 'SIGNED_IN', args: `input: { session: "TrainingSession_${NOBODY}", registrations: ["Registration_${NOBODY}"] }`, select: 'results { outcome }' },
  mergeParticipants: { expect: 'SIGNED_IN', args: `input: { key: "${NOBODY}", kept: "Participant_${NOBODY}", gone: "Participant_${NOBODY.replace(/.$/, '1')}", takes: [] }`, select: 'outcome' },
  separateParticipants: { expect: 'SIGNED_IN', args: `first: "Participant_${NOBODY}", second: "Participant_${NOBODY.replace(/.$/, '1')}"`, select: 'outcome' },
  makeCalendarLink: { expect: 'SIGNED_IN', args: `locale: "fr", submission: "${CHANCE}"`, select: 'outcome address' },
  makeDataRequest: { expect: 'REAL', args: 'kind: OBJECT, text: "The list."', select: 'isMade' },
  confirmAccessRequest: { expect: 'ANYBODY', args: 'secret: "x"', select: 'isConfirmed' },
  confirmSignIn: { expect: 'ANYBODY', args: 'secret: "x"', select: 'isSignedIn' },
  decideAccessRequest: { expect: 'SIGNED_IN', args: `id: "AccessRequest_${NOBODY}", decision: APPROVED, reason: ""`, select: 'outcome' },
  declineOffer: { expect: 'SIGNED_IN', args: `id: "Registration_${NOBODY}"`, select: 'outcome' },
  declineOfferByLink: { expect: 'ANYBODY', args: 'secret: "x"', select: 'outcome' },
  endMember: { expect: 'SIGNED_IN', args: `id: "NetworkMember_${NOBODY}"`, select: 'outcome' },
  endOtherSessions: { expect: 'SIGNED_IN', select: 'ended' },
  endSession: { expect: 'SIGNED_IN', args: 'id: "SignInSession_00000000-0000-0000-0000-000000000000"', select: 'ended' },
  giveUpJob: { expect: 'SIGNED_IN', args: 'id: "QueuedJob_0"', select: 'isDone' },
  inviteToSession: { expect: 'SIGNED_IN', args: `input: { session: "TrainingSession_${NOBODY}", submission: "${NOBODY}", people: [{ name: "N", email: "n@ngo.example", locale: "fr", country: "RS" }] }`, select: 'outcome' },
  revokeSessionInvitation: { expect: 'SIGNED_IN', args: `id: "SessionInvitation_${NOBODY}"`, select: 'outcome' },
  resendSessionInvitation: { expect: 'SIGNED_IN', args: `id: "SessionInvitation_${NOBODY}", submission: "${CHANCE}"`, select: 'outcome' },
  readSessionInvitation: { expect: 'ANYBODY', args: 'secret: "x"', select: 'state' },
  acceptSessionInvitation: { expect: 'ANYBODY', args: `input: { secret: "x", submission: "${NOBODY}", hasConsent: true }`, select: 'outcome' },
  declineSessionInvitation: { expect: 'ANYBODY', args: 'secret: "x"', select: 'outcome' },
  inviteMember: { expect: 'SIGNED_IN', args: `input: { email: "nobody@ngo.example", name: "N", role: ADVISER, locale: "fr", submission: "${CHANCE}" }`, select: 'outcome' },
  protectOrganisation: { expect: 'SIGNED_IN', args: 'id: "Organisation_nobody", isProtected: true', select: 'outcome' },
  publishOrganisation: { expect: 'SIGNED_IN', args: 'id: "Organisation_nobody", locale: "fr"', select: 'outcome' },
  recordPresence: { expect: 'SIGNED_IN', args: `input: [{ registration: "Registration_${NOBODY}", state: PRESENT, at: "2026-11-25T12:00:00Z" }]`, select: 'results { outcome }' },
  refuseRegistration: { expect: 'SIGNED_IN', args: `id: "Registration_${NOBODY}", reason: "The session is for others."`, select: 'outcome' },
  registerParticipants: {
    expect: 'SIGNED_IN', args: `input: { session: "TrainingSession_${NOBODY}", submission: "${NOBODY}", hasConsent: true, people: [{ name: "N", email: "n@ngo.example", locale: "fr" }] }`, select: 'outcome',
  },
  registerMyself: { expect: 'SIGNED_IN', args: `input: { session: "TrainingSession_${NOBODY}", submission: "${NOBODY}", country: "RS" }`, select: 'outcome' },
  removeAuthenticator: { expect: 'REAL', select: 'isDone' },
  removePasskey: { expect: 'REAL', args: 'id: "Passkey_00000000-0000-0000-0000-000000000000"', select: 'isDone' },
  renamePasskey: { expect: 'REAL', args: 'id: "Passkey_00000000-0000-0000-0000-000000000000", name: "x"', select: 'isDone' },
  renewRecoveryCodes: { expect: 'REAL', select: 'recoveryCodes' },
  requestAddress: { expect: 'REAL', args: 'email: "new@example.org"', select: 'minutes' },
  requestAccess: {
    expect: 'ANYBODY', args: 'input: { organisationName: "N", country: "RS", name: "N", email: "nobody@ngo.example", role: NGO_MEMBER, message: "", locale: "fr" }', select: 'days',
  },
  requestSignInLink: { expect: 'ANYBODY', args: 'email: "nobody@example.org"', select: 'minutes' },
  resendInvitation: { expect: 'SIGNED_IN', args: `id: "Invitation_${NOBODY}", submission: "${CHANCE}"`, select: 'outcome' },
  restoreMember: { expect: 'SIGNED_IN', args: `id: "NetworkMember_${NOBODY}"`, select: 'outcome' },
  retryJob: { expect: 'SIGNED_IN', args: 'id: "QueuedJob_0"', select: 'isDone' },
  revokeCalendarLink: { expect: 'SIGNED_IN', args: `id: "CalendarLink_${NOBODY}"`, select: 'isRevoked' },
  revokeCertificate: { expect: 'SIGNED_IN', args: `id: "Certificate_${NOBODY}", reason: "Issued by mistake."`, select: 'outcome' },
  showCode: { expect: 'SIGNED_IN', args: 'code: "000000"', select: 'isShown' },
  showPasskey: { expect: 'ANYBODY', args: 'response: {}', select: 'isShown' },
  showRecoveryCode: { expect: 'SIGNED_IN', args: 'code: "x"', select: 'isShown' },
  suspendMember: { expect: 'SIGNED_IN', args: `id: "NetworkMember_${NOBODY}"`, select: 'outcome' },
  validateRegistration: { expect: 'SIGNED_IN', args: `id: "Registration_${NOBODY}"`, select: 'outcome' },
  withdrawRegistration: { expect: 'SIGNED_IN', args: `id: "Registration_${NOBODY}"`, select: 'outcome' },
  withdrawInvitation: { expect: 'SIGNED_IN', args: `id: "Invitation_${NOBODY}"`, select: 'outcome' },
  unbindExpert: { expect: 'SIGNED_IN', args: `id: "Expert_${NOBODY}"`, select: 'outcome' },
  unpublishOrganisation: { expect: 'SIGNED_IN', args: 'id: "Organisation_nobody"', select: 'outcome' },
  createExpert: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", input: ${EXPERT}`, select: 'outcome' },
  updateExpert: { expect: 'SIGNED_IN', args: `id: "Expert_${NOBODY}", version: 1, input: ${EXPERT}`, select: 'outcome' },
  translateExpert: { expect: 'SIGNED_IN', args: `id: "Expert_${NOBODY}", version: 1, texts: { locale: "en", summary: "S" }`, select: 'outcome' },
  removeExpert: { expect: 'SIGNED_IN', args: `id: "Expert_${NOBODY}", version: 1`, select: 'outcome' },
  createSession: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", input: ${SESSION}`, select: 'outcome' },
  updateSession: { expect: 'SIGNED_IN', args: `id: "TrainingSession_${NOBODY}", version: 1, input: ${SESSION}`, select: 'outcome' },
  translateSession: { expect: 'SIGNED_IN', args: `id: "TrainingSession_${NOBODY}", version: 1, texts: { locale: "mk", title: "N", summary: "", programme: [], cancelledReason: "" }`, select: 'outcome' },
  openSession: { expect: 'SIGNED_IN', args: `id: "TrainingSession_${NOBODY}"`, select: 'outcome' },
  closeSession: { expect: 'SIGNED_IN', args: `id: "TrainingSession_${NOBODY}"`, select: 'outcome' },
  reopenSession: { expect: 'SIGNED_IN', args: `id: "TrainingSession_${NOBODY}"`, select: 'outcome' },
  cancelSession: { expect: 'SIGNED_IN', args: `id: "TrainingSession_${NOBODY}", reasons: [{ locale: "en", text: "N" }]`, select: 'outcome' },
  archiveSession: { expect: 'SIGNED_IN', args: `id: "TrainingSession_${NOBODY}"`, select: 'outcome' },
  discardSession: { expect: 'SIGNED_IN', args: `id: "TrainingSession_${NOBODY}"`, select: 'outcome' },
  ...COST_MUTATIONS,
  ...TRAVEL_MUTATIONS,
  ...UPKEEP_MUTATIONS,
  ...PLAN_MUTATIONS,
  ...MISSION_MUTATIONS,
  ...COMMON_NEED_MUTATIONS,
  ...PROJECT_MUTATIONS,
  ...NEED_MUTATIONS,
  ...PROGRESS_MUTATIONS,
  ...IMPORT_MUTATIONS,
  ...MONITORING_MUTATIONS, ...COORDINATION_MUTATIONS, ...PROVISION_MUTATIONS,
  ...REQUEST_MUTATIONS,
  ...REPORT_MUTATIONS,
  ...AVAILABILITY_MUTATIONS,
  saveQuestion: { expect: 'SIGNED_IN', args: `${QUESTION}, version: 0, input: { kind: TEXT, sourceLocale: "fr", label: "Q", help: "", choices: [], isRequired: false, retentionDays: 30 }`, select: 'outcome' },
  translateQuestion: { expect: 'SIGNED_IN', args: `${QUESTION}, version: 1, texts: { locale: "mk", label: "Q", help: "", choices: [] }`, select: 'outcome' },
  moveQuestion: { expect: 'SIGNED_IN', args: `${QUESTION}, position: 1`, select: 'outcome' },
  closeQuestion: { expect: 'SIGNED_IN', args: QUESTION, select: 'outcome' },
  reopenQuestion: { expect: 'SIGNED_IN', args: QUESTION, select: 'outcome' },
  saveSessionPart: { expect: 'SIGNED_IN', args: `${QUESTION}, version: 0, input: { sourceLocale: "fr", title: "P", day: 1, starts: "09:00", ends: "10:00", format: ONLINE, room: "", trainers: [] }`, select: 'outcome' },
  translateSessionPart: { expect: 'SIGNED_IN', args: `${PART}, version: 1, texts: { locale: "mk", title: "P" }`, select: 'outcome' },
  moveSessionPart: { expect: 'SIGNED_IN', args: `${PART}, position: 1`, select: 'outcome' },
  saveClearance: { expect: 'SIGNED_IN', args: `expert: "Expert_${NOBODY}", key: "${NOBODY}", version: 0, input: { fromOn: "2027-03-01", untilOn: "2027-03-31", givenBy: "M", givenOn: "2025-01-15", remark: "", locale: "fr", mission: null }`, select: 'outcome' },
  removeClearance: { expect: 'SIGNED_IN', args: `id: "Clearance_${NOBODY}", version: 1`, select: 'outcome' },
  proposeSheet: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", version: 0, sheetVersion: 0, input: { sourceLocale: "fr", name: "N", profession: "JUDGE", institution: "ENM", summary: "S", languages: [], themes: [], countries: [] }`, select: 'outcome' },
  withdrawSheetProposal: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", version: 1`, select: 'outcome' },
  decideSheetProposal: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", input: { version: 1, sheetVersion: 1, decisions: [], locale: "fr" }`, select: 'outcome' },
  savePractice: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", version: 0, input: { sourceLocale: "fr", expert: null, country: "RS", theme: "ASSISTANCE", shownOn: "2025-03-28", title: "T", audience: "", result: "", isPublic: true, consentedOn: null }`, select: 'outcome' },
  translatePractice: { expect: 'SIGNED_IN', args: `id: "Practice_${NOBODY}", version: 1, texts: { locale: "en", title: "T", audience: "", result: "" }`, select: 'outcome' },
  removePractice: { expect: 'SIGNED_IN', args: `id: "Practice_${NOBODY}", version: 1`, select: 'outcome' },
  savePublication: { expect: 'SIGNED_IN', args: `expert: "Expert_${NOBODY}", key: "${NOBODY}", version: 0, input: { year: 2024, title: "T", locale: "fr", url: null, isPublic: true, consentedOn: null }`, select: 'outcome' },
  removePublication: { expect: 'SIGNED_IN', args: `id: "Publication_${NOBODY}", version: 1`, select: 'outcome' },
  agreeToPractice: { expect: 'SIGNED_IN', args: `id: "Practice_${NOBODY}", version: 1, agrees: true`, select: 'outcome' },
  agreeToPublication: { expect: 'SIGNED_IN', args: `id: "Publication_${NOBODY}", version: 1, agrees: true`, select: 'outcome' },
  confirmExpertPhoto: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", replaces: null`, select: 'outcome' },
  chooseExpertPhoto: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", choice: { visibility: NETWORK, consentedOn: null }`, select: 'outcome' },
  declineExpertPhoto: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", reason: "", locale: "fr"`, select: 'outcome' },
  removeExpertPhoto: { expect: 'SIGNED_IN', args: `key: "${NOBODY}"`, select: 'outcome' },
  removeClearanceFile: { expect: 'SIGNED_IN', args: `id: "Clearance_${NOBODY}", version: 1`, select: 'outcome' },
  changeSessionDocument: { expect: 'SIGNED_IN', args: `session: "TrainingSession_${NOBODY}", id: "SessionDocument_${NOBODY}", version: 1, input: { title: "T", locale: "fr", visibility: TRAINERS }`, select: 'outcome' },
  translateSessionDocument: { expect: 'SIGNED_IN', args: `session: "TrainingSession_${NOBODY}", id: "SessionDocument_${NOBODY}", version: 1, texts: { locale: "mk", title: "T" }`, select: 'outcome' },
  removeSessionDocument: { expect: 'SIGNED_IN', args: `session: "TrainingSession_${NOBODY}", id: "SessionDocument_${NOBODY}"`, select: 'outcome' },
  removeSessionPart: { expect: 'SIGNED_IN', args: PART, select: 'outcome' },
  removeQuestion: { expect: 'SIGNED_IN', args: QUESTION, select: 'outcome' },
  removeAnswerFile: { expect: 'SIGNED_IN', args: `id: "AnswerFile_${NOBODY}"`, select: 'isGone' },
  unbindAgent: { expect: 'SIGNED_IN', select: 'isUnbound' },
  eraseAccount: { expect: 'REAL', select: 'isErased' },
  signOut: { expect: 'ANYBODY', select: 'ended goOn' },
};
