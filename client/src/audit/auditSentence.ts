/** Which sentence says what was done, and what stands in it. */
import type { AuditEntry } from './useAuditTrail.ts';

/** Somebody who is named. */
export type Named = NonNullable<AuditEntry['by']>;

/** The sentences of the journal, each by what was done; those in `…Own` are about whoever did it. */
export type Sentence =
  | 'signedIn' | 'signedInFor' | 'signedOut' | 'signInEnded' | 'signInPart'
  | 'accountAdded' | 'accountRemoved' | 'accountSuspended' | 'accountRestored' | 'accountPart'
  | 'name' | 'nameOwn' | 'email' | 'emailOwn' | 'locale' | 'localeOwn'
  | 'shown' | 'addressShown'
  | 'roleAdded' | 'roleRemoved' | 'roleSuspended' | 'roleRestored' | 'rolePart'
  | 'identityBound' | 'identityUnbound' | 'identityUnboundFor' | 'identityRefused' | 'identityPart'
  | 'role' | 'roleCountry' | 'roleOrganisation' | 'roleSince' | 'roleUntil'
  | 'invitationAdded' | 'invitationSent' | 'invitationWithdrawn' | 'invitationAccepted' | 'invitationPart'
  | 'requestConfirmed' | 'requestApproved' | 'requestRefused' | 'requestPart'
  | 'passkeyAdded' | 'passkeyRemoved' | 'passkeyRenamed' | 'authenticatorAdded' | 'authenticatorRemoved'
  | 'recoveryCodesMade' | 'recoveryCodeUsed' | 'recoveryCodesRemoved' | 'keyPart'
  | 'jobRetried' | 'jobGivenUp' | 'requestMade' | 'requestAnswered'
  | 'calendarMade' | 'calendarRevoked'
  | 'sessionAdded' | 'sessionRemoved' | 'sessionPart' | 'trainerUntold'
  | 'published' | 'unpublished' | 'protected' | 'opened' | 'organisationPart'
  | 'sheetBound' | 'sheetUnbound' | 'sheetName' | 'sheetInstitution' | 'sheetEmail' | 'sheetMissions' | 'sheetEntered' | 'sheetChanged' | 'sheetRemoved' | 'sheetPart' | 'proposalMade' | 'proposalChanged' | 'proposalWithdrawn' | 'proposalDecided' | 'photoBrought' | 'photoConfirmed' | 'photoRemoved' | 'photoProposed' | 'photoDeclined' | 'photoShown' | 'recordAdded' | 'recordChanged' | 'recordRemoved' | 'recordPart'
  | 'registrationAdded' | 'registrationPart' | 'quotaAdded' | 'quotaRemoved' | 'quotaPart' | 'questionAdded' | 'questionRemoved' | 'questionPart'
  | 'presenceAdded' | 'presencePart' | 'certificateIssued' | 'certificateRevoked' | 'nameShown' | 'nameHidden' | 'evaluationOpened' | 'evaluationClosed' | 'exported' | 'missionFileTaken'
  | 'participantsMerged' | 'participantPart' | 'participantsApart'
  | 'programmePartAdded' | 'programmePartRemoved' | 'programmePart' | 'documentAdded' | 'documentRemoved' | 'documentPart' | 'fileRemoved' | 'fileRemovedOf'
  | 'clearanceAdded' | 'clearanceRemoved' | 'clearancePart' | 'clearanceText'
  | 'callAdded' | 'callPart' | 'callText' | 'callClosed' | 'expertAsked' | 'expertAnswered'
  | 'countryPart' | 'missionAdded' | 'missionPart' | 'planTaken' | 'needAdded' | 'needPart' | 'commonNeedAdded' | 'commonNeedPart' | 'cooperationRequestAdded' | 'cooperationRequestPart' | 'projectAdded' | 'projectPart' | 'recommendationProgressAdded' | 'recommendationProgressPart' | 'recommendationAdded' | 'recommendationPart' | 'monitoringAdded' | 'monitoringPart' | 'monitoringRemoved' | 'provisionAdded' | 'provisionPart' | 'provisionRemoved' | 'allowancePart' | 'travelPart' | 'legAdded' | 'legPart' | 'legRemoved' | 'legContactAdded' | 'legContactChanged' | 'legContactRemoved' | 'legMeetingAdded' | 'legMeetingChanged' | 'legMeetingRemoved' | 'slotsOffered' | 'slotsWithdrawn' | 'slotsReminded' | 'slotsTaken' | 'slotsDeclined' | 'slotsLost' | 'paperMade' | 'paperRenewed' | 'appraised' | 'appraisalRemoved'
  | 'postConsulted' | 'opinionGiven' | 'opinionNoted' | 'silenceAgreed'
  | 'sessionInvitationAdded' | 'sessionInvitationSent' | 'sessionInvitationRevoked' | 'sessionInvitationAccepted' | 'sessionInvitationDeclined' | 'sessionInvitationPart';

type Told = Pick<AuditEntry, 'by' | 'action' | 'subject' | 'about' | 'part' | 'before' | 'after'> & Partial<Pick<AuditEntry, 'mission' | 'session'>>;

/** The parts of an account and of a role that have sentences of their own. */
const PARTS: Readonly<Record<AuditEntry['subject'], Readonly<Record<string, Sentence>>>> = {
  SESSION: {},
  IDENTITY: { refused_at: 'identityRefused' },
  PERSON: { name: 'name', email: 'email', locale: 'locale', contact_visibility: 'shown', email_visibility: 'addressShown' },
  MEMBER: { role: 'role', country_code: 'roleCountry', organisation_slug: 'roleOrganisation', since: 'roleSince', until: 'roleUntil' },
  INVITATION: { sent_at: 'invitationSent', withdrawn_at: 'invitationWithdrawn', accepted_at: 'invitationAccepted' },
  ACCESS_REQUEST: { confirmed_at: 'requestConfirmed' },
  PASSKEY: { name: 'passkeyRenamed' },
  AUTHENTICATOR: {}, JOB: {}, DATA_REQUEST: {}, ORGANISATION: {},
  RECOVERY_CODES: { made_at: 'recoveryCodesMade', used_at: 'recoveryCodeUsed' },
  EXPERT: { name_visibility: 'sheetName', institution_visibility: 'sheetInstitution', email_visibility: 'sheetEmail', missions_visibility: 'sheetMissions' },
  CALENDAR_LINK: {},
  TRAINING_SESSION: { untold_trainer: 'trainerUntold' },
  REGISTRATION: {},
  SESSION_QUOTA: {},
  FORM_QUESTION: {},
  PRESENCE: {},
  CERTIFICATE: {},
  EVALUATION: { opened_at: 'evaluationOpened', closed_at: 'evaluationClosed' },
  EXPORT: {},
  SESSION_PART: {},
  SESSION_DOCUMENT: {},
  CLEARANCE: { given_by: 'clearanceText', remark: 'clearanceText', locale: 'clearanceText' },
  PARTICIPANT: { merged: 'participantsMerged' },
  MISSION: { plan_taken: 'planTaken', paper_made: 'paperMade', paper_renewed: 'paperRenewed', appraised: 'appraised', appraisal_removed: 'appraisalRemoved' },
  MISSION_LEG: { contact_added: 'legContactAdded', contact_changed: 'legContactChanged', contact_removed: 'legContactRemoved', meeting_added: 'legMeetingAdded', meeting_changed: 'legMeetingChanged', meeting_removed: 'legMeetingRemoved', slots_offered: 'slotsOffered', slots_withdrawn: 'slotsWithdrawn', slots_reminded: 'slotsReminded', slots_taken: 'slotsTaken', slots_declined: 'slotsDeclined', slots_lost: 'slotsLost', paper_made: 'paperMade', paper_renewed: 'paperRenewed' },
  AVAILABILITY_CALL: { title: 'callText', note: 'callText', closed_at: 'callClosed' },
  AVAILABILITY_REQUEST: { answered_at: 'expertAnswered' },
  CONSULTATION: {},
  ALLOWANCE: {}, TRAVEL: {},
  NEED: {}, COMMON_NEED: {}, COOPERATION_REQUEST: {}, RECOMMENDATION_PROGRESS: {}, RECOMMENDATION: {}, MONITORING: {}, PROVISION: {}, COUNTRY: {}, PROJECT: {}, FILE: {},
  OPINION: { 'noted.SCAC': 'opinionNoted', 'noted.SSI': 'opinionNoted', 'silence.SCAC': 'silenceAgreed', 'silence.SSI': 'silenceAgreed' },
  SESSION_INVITATION: { sent_at: 'sessionInvitationSent', revoked_at: 'sessionInvitationRevoked', accepted_at: 'sessionInvitationAccepted', declined_at: 'sessionInvitationDeclined' },
};
const OWN: Readonly<Partial<Record<Sentence, Sentence>>> = { name: 'nameOwn', email: 'emailOwn', locale: 'localeOwn', signedInFor: 'signedIn', signInEnded: 'signedOut', identityUnboundFor: 'identityUnbound' };
const WHOLE: Readonly<Record<AuditEntry['subject'], Readonly<Record<'ADDED' | 'REMOVED' | 'OTHER', Sentence>>>> = {
  SESSION: { ADDED: 'signedInFor', REMOVED: 'signInEnded', OTHER: 'signInPart' },
  IDENTITY: { ADDED: 'identityBound', REMOVED: 'identityUnboundFor', OTHER: 'identityPart' },
  PERSON: { ADDED: 'accountAdded', REMOVED: 'accountRemoved', OTHER: 'accountPart' },
  MEMBER: { ADDED: 'roleAdded', REMOVED: 'roleRemoved', OTHER: 'rolePart' },
  INVITATION: { ADDED: 'invitationAdded', REMOVED: 'invitationPart', OTHER: 'invitationPart' },
  ACCESS_REQUEST: { ADDED: 'requestPart', REMOVED: 'requestPart', OTHER: 'requestPart' },
  PASSKEY: { ADDED: 'passkeyAdded', REMOVED: 'passkeyRemoved', OTHER: 'keyPart' },
  AUTHENTICATOR: { ADDED: 'authenticatorAdded', REMOVED: 'authenticatorRemoved', OTHER: 'keyPart' },
  RECOVERY_CODES: { ADDED: 'recoveryCodesMade', REMOVED: 'recoveryCodesRemoved', OTHER: 'keyPart' },
  // Jobs come and go without an entry; what somebody does about one changes it.
  JOB: { ADDED: 'jobRetried', REMOVED: 'jobGivenUp', OTHER: 'jobRetried' },
  // A request is made and answered; it goes with its person, unrecorded.
  DATA_REQUEST: { ADDED: 'requestMade', REMOVED: 'requestAnswered', OTHER: 'requestAnswered' },
  // What is decided about an organisation changes it; that it comes or goes is no entry.
  ORGANISATION: { ADDED: 'organisationPart', REMOVED: 'organisationPart', OTHER: 'organisationPart' },
  // A sheet is bound to an account and taken from it.
  EXPERT: { ADDED: 'sheetBound', REMOVED: 'sheetUnbound', OTHER: 'sheetName' },
  // An address is made and taken away; that it is used is not recorded.
  CALENDAR_LINK: { ADDED: 'calendarMade', REMOVED: 'calendarRevoked', OTHER: 'calendarMade' },
  TRAINING_SESSION: { ADDED: 'sessionAdded', REMOVED: 'sessionRemoved', OTHER: 'sessionPart' },
  // A registration goes with its session or its participant, unrecorded.
  REGISTRATION: { ADDED: 'registrationAdded', REMOVED: 'registrationPart', OTHER: 'registrationPart' },
  SESSION_QUOTA: { ADDED: 'quotaAdded', REMOVED: 'quotaRemoved', OTHER: 'quotaPart' },
  FORM_QUESTION: { ADDED: 'questionAdded', REMOVED: 'questionRemoved', OTHER: 'questionPart' },
  // Presence goes with its registration, unrecorded; a certificate stays until then, and what changes it revokes it.
  PRESENCE: { ADDED: 'presenceAdded', REMOVED: 'presencePart', OTHER: 'presencePart' },
  CLEARANCE: { ADDED: 'clearanceAdded', REMOVED: 'clearanceRemoved', OTHER: 'clearancePart' },
  SESSION_DOCUMENT: { ADDED: 'documentAdded', REMOVED: 'documentRemoved', OTHER: 'documentPart' },
  SESSION_PART: { ADDED: 'programmePartAdded', REMOVED: 'programmePartRemoved', OTHER: 'programmePart' },
  // That somebody is a participant is no entry; that two are not one person is one, and what changes one merges it.
  PARTICIPANT: { ADDED: 'participantsApart', REMOVED: 'participantPart', OTHER: 'participantPart' },
  // A mission is given up, and stays.
  MISSION: { ADDED: 'missionAdded', REMOVED: 'missionPart', OTHER: 'missionPart' },
  MISSION_LEG: { ADDED: 'legAdded', REMOVED: 'legRemoved', OTHER: 'legPart' },
  // Both stay until their time is over, and go unrecorded.
  AVAILABILITY_CALL: { ADDED: 'callAdded', REMOVED: 'callPart', OTHER: 'callPart' },
  AVAILABILITY_REQUEST: { ADDED: 'expertAsked', REMOVED: 'expertAnswered', OTHER: 'expertAnswered' },
  // Both go with their leg, unrecorded.
  CONSULTATION: { ADDED: 'postConsulted', REMOVED: 'postConsulted', OTHER: 'postConsulted' },
  OPINION: { ADDED: 'opinionGiven', REMOVED: 'opinionGiven', OTHER: 'opinionGiven' },
  // Rates, exchange and the rule: that one comes or goes changes them.
  // A need is withdrawn or declined, and stays.
  NEED: { ADDED: 'needAdded', REMOVED: 'needPart', OTHER: 'needPart' }, COMMON_NEED: { ADDED: 'commonNeedAdded', REMOVED: 'commonNeedPart', OTHER: 'commonNeedPart' }, COOPERATION_REQUEST: { ADDED: 'cooperationRequestAdded', REMOVED: 'cooperationRequestPart', OTHER: 'cooperationRequestPart' }, RECOMMENDATION_PROGRESS: { ADDED: 'recommendationProgressAdded', REMOVED: 'recommendationProgressPart', OTHER: 'recommendationProgressPart' }, RECOMMENDATION: { ADDED: 'recommendationAdded', REMOVED: 'recommendationPart', OTHER: 'recommendationPart' }, MONITORING: { ADDED: 'monitoringAdded', REMOVED: 'monitoringRemoved', OTHER: 'monitoringPart' }, PROVISION: { ADDED: 'provisionAdded', REMOVED: 'provisionRemoved', OTHER: 'provisionPart' }, COUNTRY: { ADDED: 'countryPart', REMOVED: 'countryPart', OTHER: 'countryPart' }, PROJECT: { ADDED: 'projectAdded', REMOVED: 'projectPart', OTHER: 'projectPart' },
  // One in which something harmful was found is taken away, and nothing else is told of it.
  FILE: { ADDED: 'fileRemoved', REMOVED: 'fileRemoved', OTHER: 'fileRemoved' },
  ALLOWANCE: { ADDED: 'allowancePart', REMOVED: 'allowancePart', OTHER: 'allowancePart' }, TRAVEL: { ADDED: 'travelPart', REMOVED: 'travelPart', OTHER: 'travelPart' },
  // An invitation goes with its session or its person, unrecorded.
  SESSION_INVITATION: { ADDED: 'sessionInvitationAdded', REMOVED: 'sessionInvitationPart', OTHER: 'sessionInvitationPart' },
  CERTIFICATE: { ADDED: 'certificateIssued', REMOVED: 'certificateRevoked', OTHER: 'certificateRevoked' },
  // It is there from the beginning, and goes with its session.
  EVALUATION: { ADDED: 'evaluationOpened', REMOVED: 'evaluationClosed', OTHER: 'evaluationOpened' },
  EXPORT: { ADDED: 'exported', REMOVED: 'exported', OTHER: 'exported' },
};

/** The parts that become one thing or the other: nothing, approved or true, or something else. */
const TURNED: Readonly<Record<AuditEntry['subject'], Readonly<Record<string, readonly [Sentence, Sentence]>>>> = {
  SESSION: {},
  IDENTITY: {},
  PERSON: { suspended_at: ['accountRestored', 'accountSuspended'] },
  MEMBER: { suspended_at: ['roleRestored', 'roleSuspended'] },
  INVITATION: {},
  ACCESS_REQUEST: { decision: ['requestApproved', 'requestRefused'] },
  PASSKEY: {}, AUTHENTICATOR: {}, RECOVERY_CODES: {}, JOB: {}, DATA_REQUEST: {},
  ORGANISATION: { is_published: ['published', 'unpublished'], is_protected: ['protected', 'opened'] },
  EXPERT: {},
  CALENDAR_LINK: {},
  TRAINING_SESSION: {},
  REGISTRATION: { name_shown_at: ['nameHidden', 'nameShown'] },
  SESSION_QUOTA: {},
  FORM_QUESTION: {},
  PRESENCE: {},
  CERTIFICATE: {}, EVALUATION: {}, EXPORT: {},
  SESSION_PART: {},
  CLEARANCE: {},
  SESSION_DOCUMENT: {},
  PARTICIPANT: {},
  SESSION_INVITATION: {},
  MISSION: {},
  MISSION_LEG: {},
  AVAILABILITY_CALL: {},
  AVAILABILITY_REQUEST: {},
  CONSULTATION: {},
  OPINION: {},
  ALLOWANCE: {}, TRAVEL: {},
  NEED: {}, COMMON_NEED: {}, COOPERATION_REQUEST: {}, RECOMMENDATION_PROGRESS: {}, RECOMMENDATION: {}, MONITORING: {}, PROVISION: {}, COUNTRY: {}, PROJECT: {}, FILE: {},
};

/** The values that a part is turned to for the first of its two sentences. */
const FIRST: readonly (string | null)[] = [null, 'APPROVED', 'true'];

/** The sentence of an entry. */
export function sentenceOf(entry: Told): Sentence {
  const sentence = aboutAnybody(entry);
  return (isOwn(entry) ? OWN[sentence] : undefined) ?? sentence;
}

/** A sheet itself is entered, changed and taken away, as are what its expert proposes for it and the record; bound to an account and taken from it, it concerns somebody. */
const OF_SHEETS: Readonly<Record<string, Sentence | Readonly<Record<AuditEntry['action'], Sentence>>>> = {
  sheet: { ADDED: 'sheetEntered', CHANGED: 'sheetChanged', REMOVED: 'sheetRemoved' }, proposal: { ADDED: 'proposalMade', CHANGED: 'proposalChanged', REMOVED: 'proposalWithdrawn' }, proposal_decided: 'proposalDecided',
  photo: { ADDED: 'photoBrought', CHANGED: 'photoConfirmed', REMOVED: 'photoRemoved' }, photo_proposal: { ADDED: 'photoProposed', CHANGED: 'photoProposed', REMOVED: 'photoRemoved' }, photo_declined: 'photoDeclined', photo_visibility: 'photoShown', record: { ADDED: 'recordAdded', CHANGED: 'recordChanged', REMOVED: 'recordRemoved' }, record_is_public: 'recordPart', record_consented_on: 'recordPart',
};

/** What was done to a sheet that nobody is concerned by, or to the sheet itself. */
function ofSheet({ action, about, part }: Told): Sentence | undefined {
  const sentence = known(OF_SHEETS, part ?? '');
  if (sentence) return typeof sentence === 'string' ? sentence : sentence[action];
  return part && !about ? 'sheetPart' : undefined;
}

function aboutAnybody(entry: Told): Sentence {
  if (entry.subject === 'EXPORT' && entry.mission) return 'missionFileTaken';
  if (entry.subject === 'FILE' && entry.session) return 'fileRemovedOf';
  return (entry.subject === 'EXPERT' ? ofSheet(entry) : undefined) ?? ofAnything(entry);
}

function ofAnything({ action, subject, part, after }: Told): Sentence {
  if (action !== 'CHANGED') return WHOLE[subject][action];
  if (subject === 'JOB' && after === 'GIVEN_UP') return 'jobGivenUp';
  const turned = known(TURNED[subject], part ?? '');
  if (turned) return turned[FIRST.includes(after) ? 0 : 1];
  return known(PARTS[subject], part ?? '') ?? WHOLE[subject].OTHER;
}

function isOwn({ by, about }: Told): boolean {
  return by !== null && by.email === about?.email;
}

function known<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** What stands in a sentence in the place of words. */
export const SLOTS = ['by', 'about', 'organisation', 'session', 'mission', 'trainer', 'expert', 'part', 'change'] as const;
export type Slot = (typeof SLOTS)[number];

const MARK = '\u0001';

/** What fills the places of a sentence, so that `piecesOf` finds them again. */
export const PLACES = Object.fromEntries(SLOTS.map((slot) => [slot, MARK + slot + MARK])) as Readonly<Record<Slot, string>>;

/** A piece of a sentence: words, or the place of something. */
export type Piece = { readonly text: string } | { readonly slot: Slot };

/** The pieces of a sentence whose places were filled with `PLACES`, in the order of its language. */
export function piecesOf(sentence: string): Piece[] {
  return sentence.split(MARK).flatMap((text, index): Piece[] => {
    const slot = index % 2 === 1 ? SLOTS.find((known) => known === text) : undefined;
    if (slot) return [{ slot }];
    return text === '' ? [] : [{ text }];
  });
}

/** The names that more than one of those named have: they are told apart by their addresses. */
export function sharedNames(entries: readonly Pick<AuditEntry, 'by' | 'about'>[]): Set<string> {
  const addresses = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name, email } of entries.flatMap(({ by, about }) => [by, about]).filter((named) => named !== null)) {
    if ((addresses.get(name) ?? email) !== email) shared.add(name);
    addresses.set(name, email);
  }
  return shared;
}
