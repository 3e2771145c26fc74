import { useI18n } from 'vue-i18n';

import { PLACES, type Sentence } from './auditSentence.ts';
import type { AuditEntry } from './useAuditTrail.ts';

/** The roles that the journal names in words. */
type Role = 'ADVISER' | 'ASSISTANT' | 'TRANSLATOR' | 'SCAC' | 'SSI' | 'NGO_COORDINATOR' | 'NGO_MEMBER' | 'AUTHORITY' | 'INTERNATIONAL' | 'EXPERT';

/** The words of the journal, in the reader's language. */
export interface AuditWords {
  readonly action: (value: AuditEntry['action']) => string;
  readonly subject: (value: AuditEntry['subject']) => string;
  /** A role in words; one that is not known as it stands. */
  readonly role: (value: string) => string;
  /** Who may see something, in words; a choice that is not known as it stands. */
  readonly visibility: (value: string) => string;
  /** A sentence with `PLACES` where names and values stand. */
  readonly sentence: (value: Sentence) => string;
}

/** Gives the words of the journal. */
export function useAuditWords(): AuditWords {
  const { t } = useI18n();
  const roles: Readonly<Record<Role, () => string>> = {
    ADVISER: () => t('audit.role.ADVISER'),
    ASSISTANT: () => t('audit.role.ASSISTANT'),
    TRANSLATOR: () => t('audit.role.TRANSLATOR'),
    SCAC: () => t('audit.role.SCAC'),
    SSI: () => t('audit.role.SSI'),
    AUTHORITY: () => t('audit.role.AUTHORITY'),
    INTERNATIONAL: () => t('audit.role.INTERNATIONAL'),
    NGO_COORDINATOR: () => t('audit.role.NGO_COORDINATOR'),
    NGO_MEMBER: () => t('audit.role.NGO_MEMBER'),
    EXPERT: () => t('audit.role.EXPERT'),
  };
  const visibilities: Readonly<Record<string, () => string>> = {
    ADVISER: () => t('audit.visibility.ADVISER'),
    POST: () => t('audit.visibility.POST'),
    NETWORK: () => t('audit.visibility.NETWORK'),
    PUBLIC: () => t('audit.visibility.PUBLIC'),
  };
  const subjects: Readonly<Record<AuditEntry['subject'], () => string>> = {
    SESSION: () => t('audit.subject.SESSION'),
    PERSON: () => t('audit.subject.PERSON'),
    MEMBER: () => t('audit.subject.MEMBER'),
    IDENTITY: () => t('audit.subject.IDENTITY'),
    INVITATION: () => t('audit.subject.INVITATION'),
    ACCESS_REQUEST: () => t('audit.subject.ACCESS_REQUEST'),
    PASSKEY: () => t('audit.subject.PASSKEY'),
    AUTHENTICATOR: () => t('audit.subject.AUTHENTICATOR'),
    RECOVERY_CODES: () => t('audit.subject.RECOVERY_CODES'),
    JOB: () => t('audit.subject.JOB'),
    DATA_REQUEST: () => t('audit.subject.DATA_REQUEST'),
    ORGANISATION: () => t('audit.subject.ORGANISATION'),
    EXPERT: () => t('audit.subject.EXPERT'),
    CALENDAR_LINK: () => t('audit.subject.CALENDAR_LINK'),
    TRAINING_SESSION: () => t('audit.subject.TRAINING_SESSION'),
    REGISTRATION: () => t('audit.subject.REGISTRATION'),
    SESSION_QUOTA: () => t('audit.subject.SESSION_QUOTA'),
    FORM_QUESTION: () => t('audit.subject.FORM_QUESTION'),
    PRESENCE: () => t('audit.subject.PRESENCE'),
    CERTIFICATE: () => t('audit.subject.CERTIFICATE'),
    EVALUATION: () => t('audit.subject.EVALUATION'),
    EXPORT: () => t('audit.subject.EXPORT'),
    SESSION_PART: () => t('audit.subject.SESSION_PART'),
    SESSION_DOCUMENT: () => t('audit.subject.SESSION_DOCUMENT'),
    PARTICIPANT: () => t('audit.subject.PARTICIPANT'),
  };
  const sentences: Readonly<Record<Sentence, () => string>> = {
    signedIn: () => t('audit.sentence.signedIn', PLACES),
    signedInFor: () => t('audit.sentence.signedInFor', PLACES),
    signedOut: () => t('audit.sentence.signedOut', PLACES),
    signInEnded: () => t('audit.sentence.signInEnded', PLACES),
    signInPart: () => t('audit.sentence.signInPart', PLACES),
    accountAdded: () => t('audit.sentence.accountAdded', PLACES),
    accountRemoved: () => t('audit.sentence.accountRemoved', PLACES),
    accountSuspended: () => t('audit.sentence.accountSuspended', PLACES),
    accountRestored: () => t('audit.sentence.accountRestored', PLACES),
    accountPart: () => t('audit.sentence.accountPart', PLACES),
    name: () => t('audit.sentence.name', PLACES),
    nameOwn: () => t('audit.sentence.nameOwn', PLACES),
    email: () => t('audit.sentence.email', PLACES),
    emailOwn: () => t('audit.sentence.emailOwn', PLACES),
    locale: () => t('audit.sentence.locale', PLACES),
    localeOwn: () => t('audit.sentence.localeOwn', PLACES),
    shown: () => t('audit.sentence.shown', PLACES),
    addressShown: () => t('audit.sentence.addressShown', PLACES),
    roleAdded: () => t('audit.sentence.roleAdded', PLACES),
    roleRemoved: () => t('audit.sentence.roleRemoved', PLACES),
    roleSuspended: () => t('audit.sentence.roleSuspended', PLACES),
    roleRestored: () => t('audit.sentence.roleRestored', PLACES),
    rolePart: () => t('audit.sentence.rolePart', PLACES),
    identityBound: () => t('audit.sentence.identityBound', PLACES),
    identityUnbound: () => t('audit.sentence.identityUnbound', PLACES),
    identityUnboundFor: () => t('audit.sentence.identityUnboundFor', PLACES),
    identityRefused: () => t('audit.sentence.identityRefused', PLACES),
    identityPart: () => t('audit.sentence.identityPart', PLACES),
    role: () => t('audit.sentence.role', PLACES),
    roleCountry: () => t('audit.sentence.roleCountry', PLACES),
    roleOrganisation: () => t('audit.sentence.roleOrganisation', PLACES),
    roleSince: () => t('audit.sentence.roleSince', PLACES),
    roleUntil: () => t('audit.sentence.roleUntil', PLACES),
    jobRetried: () => t('audit.sentence.jobRetried', PLACES),
    jobGivenUp: () => t('audit.sentence.jobGivenUp', PLACES),
    requestMade: () => t('audit.sentence.requestMade', PLACES),
    requestAnswered: () => t('audit.sentence.requestAnswered', PLACES),
    published: () => t('audit.sentence.published', PLACES),
    unpublished: () => t('audit.sentence.unpublished', PLACES),
    protected: () => t('audit.sentence.protected', PLACES),
    opened: () => t('audit.sentence.opened', PLACES),
    organisationPart: () => t('audit.sentence.organisationPart', PLACES),
    sheetBound: () => t('audit.sentence.sheetBound', PLACES),
    sheetUnbound: () => t('audit.sentence.sheetUnbound', PLACES),
    sheetName: () => t('audit.sentence.sheetName', PLACES),
    sheetInstitution: () => t('audit.sentence.sheetInstitution', PLACES),
    sheetEmail: () => t('audit.sentence.sheetEmail', PLACES),
    calendarMade: () => t('audit.sentence.calendarMade', PLACES),
    calendarRevoked: () => t('audit.sentence.calendarRevoked', PLACES),
    sessionAdded: () => t('audit.sentence.sessionAdded', PLACES),
    sessionRemoved: () => t('audit.sentence.sessionRemoved', PLACES),
    sessionPart: () => t('audit.sentence.sessionPart', PLACES),
    registrationAdded: () => t('audit.sentence.registrationAdded', PLACES),
    registrationPart: () => t('audit.sentence.registrationPart', PLACES),
    quotaAdded: () => t('audit.sentence.quotaAdded', PLACES),
    quotaRemoved: () => t('audit.sentence.quotaRemoved', PLACES),
    quotaPart: () => t('audit.sentence.quotaPart', PLACES),
    questionAdded: () => t('audit.sentence.questionAdded', PLACES),
    questionRemoved: () => t('audit.sentence.questionRemoved', PLACES),
    questionPart: () => t('audit.sentence.questionPart', PLACES),
    programmePartAdded: () => t('audit.sentence.programmePartAdded', PLACES),
    programmePartRemoved: () => t('audit.sentence.programmePartRemoved', PLACES),
    documentAdded: () => t('audit.sentence.documentAdded', PLACES),
    documentRemoved: () => t('audit.sentence.documentRemoved', PLACES),
    documentPart: () => t('audit.sentence.documentPart', PLACES),
    programmePart: () => t('audit.sentence.programmePart', PLACES),
    participantsMerged: () => t('audit.sentence.participantsMerged', PLACES),
    participantPart: () => t('audit.sentence.participantPart', PLACES),
    participantsApart: () => t('audit.sentence.participantsApart', PLACES),
    presenceAdded: () => t('audit.sentence.presenceAdded', PLACES),
    presencePart: () => t('audit.sentence.presencePart', PLACES),
    certificateIssued: () => t('audit.sentence.certificateIssued', PLACES),
    certificateRevoked: () => t('audit.sentence.certificateRevoked', PLACES),
    nameShown: () => t('audit.sentence.nameShown', PLACES),
    nameHidden: () => t('audit.sentence.nameHidden', PLACES),
    evaluationOpened: () => t('audit.sentence.evaluationOpened', PLACES),
    evaluationClosed: () => t('audit.sentence.evaluationClosed', PLACES),
    exported: () => t('audit.sentence.exported', PLACES),
    invitationAdded: () => t('audit.sentence.invitationAdded', PLACES),
    invitationSent: () => t('audit.sentence.invitationSent', PLACES),
    invitationWithdrawn: () => t('audit.sentence.invitationWithdrawn', PLACES),
    invitationAccepted: () => t('audit.sentence.invitationAccepted', PLACES),
    invitationPart: () => t('audit.sentence.invitationPart', PLACES),
    requestConfirmed: () => t('audit.sentence.requestConfirmed', PLACES),
    requestApproved: () => t('audit.sentence.requestApproved', PLACES),
    requestRefused: () => t('audit.sentence.requestRefused', PLACES),
    requestPart: () => t('audit.sentence.requestPart', PLACES),
    passkeyAdded: () => t('audit.sentence.passkeyAdded', PLACES),
    passkeyRemoved: () => t('audit.sentence.passkeyRemoved', PLACES),
    passkeyRenamed: () => t('audit.sentence.passkeyRenamed', PLACES),
    authenticatorAdded: () => t('audit.sentence.authenticatorAdded', PLACES),
    authenticatorRemoved: () => t('audit.sentence.authenticatorRemoved', PLACES),
    recoveryCodesMade: () => t('audit.sentence.recoveryCodesMade', PLACES),
    recoveryCodeUsed: () => t('audit.sentence.recoveryCodeUsed', PLACES),
    recoveryCodesRemoved: () => t('audit.sentence.recoveryCodesRemoved', PLACES),
    keyPart: () => t('audit.sentence.keyPart', PLACES),
  };
  return {
    action: (value) => ({ ADDED: () => t('audit.action.ADDED'), CHANGED: () => t('audit.action.CHANGED'), REMOVED: () => t('audit.action.REMOVED') })[value](),
    subject: (value) => subjects[value](),
    role: (value) => (Object.hasOwn(roles, value) ? roles[value as Role]() : value),
    visibility: (value) => (Object.hasOwn(visibilities, value) ? visibilities[value]!() : value),
    sentence: (value) => sentences[value](),
  };
}
