/**
 * Who may do what, and what the others are told: a line for each thing that a mutation does to what is there. What a mutation does
 * to nobody but who asks stands in `OWN`.
 */
import { CALL } from './availability-expectations.ts';
import { COMMON_NEED_RIGHTS } from './common-need-expectations.ts';
import { COST_RIGHTS } from './cost-expectations.ts';
import { PLAN_RIGHTS } from './plan-expectations.ts';
import { TRAVEL_RIGHTS } from './travel-expectations.ts';
import { UPKEEP_RIGHTS } from './upkeep-expectations.ts';
import { MEETING, OPINION, SLOTS } from './mission-expectations.ts';
import { NEED_RIGHTS } from './need-expectations.ts';
import { IMPORT_RIGHTS } from './import-expectations.ts';
import { MONITORING_RIGHTS } from './monitoring-expectations.ts';
import { COORDINATION_RIGHTS } from './coordination-expectations.ts';
import { PROVISION_RIGHTS } from './provision-expectations.ts';
import { PROJECT_RIGHTS } from './project-expectations.ts';
import { PROGRESS_RIGHTS } from './progress-expectations.ts';
import { REQUEST_RIGHTS } from './request-expectations.ts';
import { REPORT_RIGHTS } from './report-expectations.ts';
import { ADVISERS, OUTSIDERS, type Role } from './roles.ts';
import type { World } from './world.ts';

/** Whoever is signed in and named by no other outcome of the line. */
export const OTHERS = 'OTHERS';

/** The outcomes, and who is told each. The first is that it is done. Visitors are told to sign in. */
export type Told = Readonly<Record<string, readonly Role[] | typeof OTHERS>>;

export interface Right {
  readonly does: string;
  /** Where a mutation has several lines: to what. */
  readonly what?: string;
  /** Its arguments. */
  readonly with: (world: World) => string | Promise<string>;
  readonly told: Told;
}

/** What somebody is due to be told. */
export function dueTo(role: Role, told: Told): string {
  if (OUTSIDERS.includes(role)) return 'UNAUTHENTICATED';
  return (Object.entries(told).find(([, roles]) => roles.includes(role)) ?? Object.entries(told).find(([, roles]) => roles === OTHERS)!)[0];
}

const POST: readonly Role[] = ['scac', 'ssi'];
const NGO: readonly Role[] = ['ngoCoordinator', 'ngoMember'];
/** Those who prepare sessions in Serbia. */
const PREPARING: readonly Role[] = [...POST, ...ADVISERS];
/** Those who answer for people of the organisation. */
const ANSWERING: readonly Role[] = ['ngoCoordinator', ...PREPARING];

/** What is known to everybody, and changed by those who prepare it. */
const PREPARED: Told = { DONE: PREPARING, NOT_ALLOWED: OTHERS };
/** What is announced, and said in other languages by translators too. */
const TRANSLATED: Told = { DONE: [...PREPARING, 'translator'], NOT_ALLOWED: OTHERS };
/** What is known to nobody but those who change it. */
const SECRET: Told = { DONE: PREPARING, GONE: OTHERS };
const MEMBER: Told = { DONE: ANSWERING, GONE: OTHERS };
/** Of people of an organisation: what their embassy decides, and what the organisation does. Who else sees them may not. */
const VALIDATED: Told = { DONE: POST, NOT_ALLOWED: [...NGO, ...ADVISERS], GONE: OTHERS };
const REGISTERED: Told = { DONE: NGO, NOT_ALLOWED: PREPARING, GONE: OTHERS };
const MERGED: Told = { DONE: PREPARING, NOT_ALLOWED: NGO, GONE: OTHERS };
const ATTENDED: Told = { DONE: PREPARING, NOT_ALLOWED: NGO, GONE: OTHERS };
const BY_ADVISERS: Told = { DONE: ADVISERS, GONE: OTHERS };
/** Everybody sees experts; nobody but the adviser changes them. */
const KEPT: Told = { DONE: ADVISERS, NOT_ALLOWED: OTHERS };
const OFFICE: Told = { true: ADVISERS, false: OTHERS };

/** What is sent of a clearance. */
const CLEARED = 'input: { fromOn: "2027-03-01", untilOn: "2027-03-31", givenBy: "Ministère", givenOn: "2025-01-15", remark: "", locale: "fr", mission: null }';
const PRACTICE = 'input: { sourceLocale: "fr", expert: null, country: "RS", theme: "ASSISTANCE", shownOn: "2025-03-28", title: "T", audience: "", result: "", isPublic: true, consentedOn: null }';
const PUBLICATION = 'input: { year: 2024, title: "T", locale: "fr", url: null, isPublic: true, consentedOn: null }';
const NEW = '00000000-0000-7000-8000-0000000000ab';
const input = (place: string): string => `{ sourceLocale: "fr", title: "T", summary: "", programme: [], theme: "ASSISTANCE", audiences: [], ${place}, timeZone: "Europe/Belgrade", starts: "2099-01-05T09:00", ends: "2099-01-05T17:00", registrationUntil: null,
  places: 1, needsValidation: true, trainers: [], workingLanguages: [], interpretation: [] }`;
const SERBIAN = input('format: ON_SITE, country: "RS", town: "Ниш"');
const sheet = (name: string): string => `{ sourceLocale: "fr", name: "${name}", profession: "JUDGE", institution: "ENM", summary: "S", languages: [{ language: "el", level: C1 }], themes: ["ASSISTANCE"], countries: ["GR"], contact: { email: "n@expert.example", locale: "el" } }`;
const texts = (more: string): string => `texts: { locale: "en", ${more} }`;
const id = (key: keyof World) => (world: World): string => `id: "${world[key] as string}"`;
const idAnd = (key: keyof World, more: string) => (world: World): string => `${id(key)(world)}, ${more}`;
const inOpen = (more: (world: World) => string) => (world: World): string => `session: "${world.open}", ${more(world)}`;
const invited = (role: string, place: (world: World) => string) => (world: World): string => `input: { email: "n@ngo.example", name: "N", role: ${role}, locale: "fr", submission: "${NEW}", ${place(world)} }`;
const registered = (party: (world: World) => string) => (world: World): string =>
  `input: { session: "${world.open}", submission: "${NEW}", hasConsent: true, people: [{ name: "N", email: "n@ngo.example", locale: "fr" }], ${party(world)} }`;
const oneself = (as: (world: World) => string) => (world: World): string => `input: { session: "${world.open}", submission: "${NEW}", ${as(world)} }`;
const ofNgo = (world: World): string => `organisation: "${world.ngo}"`;

/** Missions are known to nobody but those who plan them. */
const PLANNED: Told = { DONE: ADVISERS, GONE: OTHERS };
/** A key that is drawn by chance. */
const NEW_LEG = '00000000-0000-4000-8000-0000000000ab';
const MISSION = '{ sourceLocale: "fr", title: "T", purpose: "P", startsOn: "2098-11-08", endsOn: "2098-11-12", envelopeCents: 1, team: [{ kind: NGO, atLeast: 2 }], objectives: [{ key: "00000000-0000-4000-8000-0000000000ac", text: "O", recommendations: [] }] }';
const LEG = '{ sourceLocale: "fr", country: "RS", city: "belgrade", startsOn: "2098-11-09", endsOn: "2098-11-09", lodgingName: "L", lodgingAddress: "A", transport: "W", purpose: "P", note: "N" }';
const ofMission = (more: (world: World) => string) => (world: World): string => `mission: "${world.mission}", ${more(world)}`;

/** A leg is prepared by the post of its country too. */
const PREPARED_LEG: Told = { DONE: ['scac', 'ssi', ...ADVISERS], GONE: OTHERS };
/** What of it is the adviser’s to decide. */
const DECIDED_IN_LEG: Told = { DONE: ADVISERS, NOT_ALLOWED: ['scac', 'ssi'], GONE: OTHERS };

const MISSIONS: readonly Right[] = [
  { does: 'prepareMissionLeg', with: ({ shownLeg }) => `id: "${shownLeg}", version: 1, input: { purpose: "P", note: "N", lodgingName: "L", lodgingAddress: "A", transport: "W" }`, told: PREPARED_LEG },
  { does: 'translatePreparedLeg', with: ({ shownLeg }) => `id: "${shownLeg}", version: 1, texts: { locale: "en", purpose: "P", note: "N" }`, told: PREPARED_LEG },
  { does: 'saveLegContact', what: 'a new one', with: ({ shownLeg }) => `leg: "${shownLeg}", key: "${NEW_LEG}", version: 0, input: { name: "N", function: "F", organisation: "O", email: "n@post.example", phone: "+381 11 302 3500" }`, told: PREPARED_LEG },
  { does: 'saveLegContact', what: 'one that is there', with: ({ shownLeg, contact }) => `leg: "${shownLeg}", key: "${contact}", version: 1, input: { name: "N", function: "F", organisation: "O", email: "n@post.example", phone: "+381 11 302 3500" }`, told: PREPARED_LEG },
  { does: 'saveMeeting', what: 'a new one', with: ({ shownLeg }) => `leg: "${shownLeg}", key: "${NEW_LEG}", version: 0, input: ${MEETING}`, told: PREPARED_LEG },
  { does: 'saveMeeting', what: 'one that is there', with: ({ shownLeg, meeting }) => `leg: "${shownLeg}", key: "${meeting}", version: 1, input: ${MEETING}`, told: PREPARED_LEG },
  { does: 'translateMeeting', with: ({ shownLeg, meeting }) => `leg: "${shownLeg}", key: "${meeting}", version: 1, texts: { locale: "en", subject: "S", note: "N" }`, told: PREPARED_LEG },
  { does: 'nameMeetingPeople', with: ({ shownLeg, meeting, stayer }) => `leg: "${shownLeg}", key: "${meeting}", version: 1, people: [{ member: "${stayer}", kind: POLICE, isSubstitute: false }]`, told: DECIDED_IN_LEG },
  { does: 'offerSlots', with: ({ shownLeg, meeting }) => `leg: "${shownLeg}", meeting: "${meeting}", version: 1, input: ${SLOTS}`, told: PREPARED_LEG },
  { does: 'withdrawSlots', with: ({ shownLeg, hostedMeeting }) => `leg: "${shownLeg}", meeting: "${hostedMeeting}", version: 1`, told: PREPARED_LEG },
  { does: 'removeMeeting', with: ({ shownLeg, meeting }) => `leg: "${shownLeg}", key: "${meeting}", version: 1`, told: DECIDED_IN_LEG },
  { does: 'removeLegContact', with: ({ shownLeg, contact }) => `leg: "${shownLeg}", key: "${contact}", version: 1`, told: PREPARED_LEG },
  { does: 'makePaper', what: 'of a leg', with: ({ shownLeg }) => `key: "${NEW_LEG}", kind: PROGRAMME_POST, about: "${shownLeg.slice('MissionLeg_'.length)}"`, told: PREPARED_LEG },
  { does: 'makePaper', what: 'about somebody in the team', with: ({ stayer }) => `key: "${NEW_LEG}", kind: ORDER, about: "${stayer}"`, told: PLANNED },
  { does: 'createMission', with: () => `key: "${NEW_LEG}", input: ${MISSION}`, told: { DONE: ADVISERS, NOT_ALLOWED: OTHERS } },
  { does: 'editMission', with: ({ mission, missionVersion }) => `id: "${mission}", version: ${missionVersion}, input: ${MISSION}`, told: PLANNED },
  { does: 'translateMission', with: ({ mission, missionVersion, objective }) => `id: "${mission}", version: ${missionVersion}, texts: { locale: "en", title: "N", purpose: "P", givenUpReason: "", objectives: [{ key: "${objective}", text: "O" }] }`, told: PLANNED },
  { does: 'planMission', with: ({ missionIdea }) => `id: "${missionIdea}", version: 2`, told: PLANNED },
  { does: 'consultPosts', with: ({ mission, missionVersion }) => `id: "${mission}", version: ${missionVersion}`, told: PLANNED },
  { does: 'agreeMission', with: ({ silentMission, silentVersion }) => `id: "${silentMission}", version: ${silentVersion}`, told: PLANNED },
  { does: 'giveOpinion', with: idAnd('consultation', `input: ${OPINION}`), told: { DONE: ['scac'], NOT_ALLOWED: ['ssi', ...ADVISERS], GONE: OTHERS } },
  { does: 'noteOpinion', with: idAnd('consultation', `input: ${OPINION}, reason: "N"`), told: { DONE: ADVISERS, NOT_ALLOWED: ['scac', 'ssi'], GONE: OTHERS } },
  { does: 'replanMission', with: ({ shownMission, shownVersion }) => `id: "${shownMission}", version: ${shownVersion}`, told: PLANNED },
  { does: 'giveUpMission', with: ({ shownMission, shownVersion }) => `id: "${shownMission}", version: ${shownVersion}, reasons: [{ locale: "en", text: "N" }]`, told: PLANNED },
  { does: 'saveMissionLeg', with: ofMission(() => `key: "${NEW_LEG}", version: 0, input: ${LEG}`), told: PLANNED },
  { does: 'translateMissionLeg', with: ofMission(({ leg }) => `id: "${leg}", version: 1, texts: { locale: "en", purpose: "P", note: "N" }`), told: PLANNED },
  { does: 'saveMissionMember', with: ofMission(({ boundSheet }) => `key: "${NEW_LEG}", version: 0, input: { expert: "${boundSheet}", kind: OTHER, isLead: true, stays: [] }`), told: PLANNED },
  { does: 'removeMissionMember', with: ofMission(({ missionMember }) => `key: "${missionMember}", version: 1`), told: PLANNED },
  { does: 'removeMissionLeg', with: ofMission(({ leg }) => `id: "${leg}", version: 1`), told: PLANNED },
];

const SESSIONS: readonly Right[] = [
  { does: 'createSession', what: 'in Serbia', with: () => `key: "${NEW}", input: ${SERBIAN}`, told: PREPARED },
  { does: 'createSession', what: 'held online', with: () => `key: "${NEW}", input: ${input('format: ONLINE')}`, told: { DONE: ADVISERS, NOT_ALLOWED: OTHERS } },
  { does: 'updateSession', what: 'a draft', with: idAnd('draft', `version: 1, input: ${SERBIAN}`), told: SECRET },
  { does: 'updateSession', what: 'an announced one', with: (world) => `id: "${world.open}", version: ${world.openVersion}, input: ${SERBIAN}`, told: PREPARED },
  { does: 'translateSession', what: 'a draft', with: idAnd('draft', `version: 1, ${texts('title: "N", summary: "", programme: [], cancelledReason: ""')}`), told: SECRET },
  { does: 'translateSession', what: 'an announced one', with: (world) => `id: "${world.open}", version: ${world.openVersion}, ${texts('title: "N", summary: "", programme: [], cancelledReason: ""')}`, told: TRANSLATED },
  { does: 'openSession', with: id('draft'), told: SECRET },
  { does: 'discardSession', with: id('draft'), told: SECRET },
  { does: 'closeSession', with: id('open'), told: PREPARED },
  { does: 'reopenSession', with: id('closed'), told: PREPARED },
  { does: 'cancelSession', with: idAnd('open', 'reasons: [{ locale: "en", text: "N" }]'), told: PREPARED },
  { does: 'archiveSession', with: id('over'), told: PREPARED },
  { does: 'changePlaces', with: (world) => `input: { session: "${world.open}", version: ${world.openVersion}, places: 21, quotas: [] }`, told: PREPARED },
  { does: 'changeRequiredShare', with: (world) => `session: "${world.running}", share: 70`, told: PREPARED },
];

const CONTENTS: readonly Right[] = [
  { does: 'saveQuestion', with: inOpen(() => `key: "${NEW}", version: 0, input: { kind: TEXT, sourceLocale: "fr", label: "Q", help: "", choices: [], isRequired: false, retentionDays: 30 }`), told: PREPARED },
  { does: 'translateQuestion', with: inOpen(({ question }) => `key: "${question}", version: 1, ${texts('label: "Q", help: "", choices: []')}`), told: TRANSLATED },
  { does: 'moveQuestion', with: inOpen(({ closedQuestion }) => `key: "${closedQuestion}", position: 1`), told: PREPARED },
  { does: 'closeQuestion', with: inOpen(({ question }) => `key: "${question}"`), told: PREPARED },
  { does: 'reopenQuestion', with: inOpen(({ closedQuestion }) => `key: "${closedQuestion}"`), told: PREPARED },
  { does: 'removeQuestion', with: inOpen(({ question }) => `key: "${question}"`), told: PREPARED },
  { does: 'saveSessionPart', with: inOpen(() => `key: "${NEW}", version: 0, input: { sourceLocale: "fr", title: "P", day: 2, starts: "09:00", ends: "10:00", format: ON_SITE, room: "", trainers: [] }`), told: PREPARED },
  { does: 'translateSessionPart', with: inOpen(({ part }) => `id: "${part}", version: 1, ${texts('title: "P"')}`), told: TRANSLATED },
  { does: 'moveSessionPart', with: inOpen(({ laterPart }) => `id: "${laterPart}", position: 1`), told: PREPARED },
  { does: 'removeSessionPart', with: inOpen(({ part }) => `id: "${part}"`), told: PREPARED },
  { does: 'changeSessionDocument', with: inOpen(({ document }) => `id: "${document}", version: 1, input: { title: "D", locale: "fr", visibility: TRAINERS }`), told: PREPARED },
  { does: 'translateSessionDocument', with: inOpen(({ document }) => `id: "${document}", version: 1, ${texts('title: "D"')}`), told: TRANSLATED },
  { does: 'removeSessionDocument', with: inOpen(({ document }) => `id: "${document}"`), told: PREPARED },
];

const REGISTRATIONS: readonly Right[] = [
  { does: 'registerParticipants', what: 'of an organisation', with: registered(ofNgo), told: { DONE: NGO, NOT_ALLOWED: OTHERS } },
  { does: 'registerParticipants', what: 'of an authority', with: registered(() => 'country: "RS"'), told: { DONE: ['authority'], NOT_ALLOWED: OTHERS } },
  { does: 'registerParticipants', what: 'of an organisation of several countries', with: registered(({ international }) => `organisation: "${international}", country: "RS"`), told: { DONE: ['international'], NOT_ALLOWED: OTHERS } },
  { does: 'registerMyself', what: 'for an organisation', with: oneself(({ ngo }) => `organisation: "${ngo}", country: "RS"`), told: { DONE: NGO, NOT_ALLOWED: OTHERS } },
  { does: 'registerMyself', what: 'for an authority', with: oneself(() => 'country: "RS"'), told: { DONE: ['authority'], NOT_ALLOWED: OTHERS } },
  { does: 'registerMyself', what: 'for an organisation of several countries', with: oneself(({ international }) => `organisation: "${international}", country: "RS"`), told: { DONE: ['international'], NOT_ALLOWED: OTHERS } },
  { does: 'validateRegistration', with: id('awaiting'), told: VALIDATED },
  { does: 'refuseRegistration', with: idAnd('awaiting', 'reason: "The session is for others."'), told: VALIDATED },
  { does: 'withdrawRegistration', with: id('awaiting'), told: REGISTERED },
  { does: 'acceptOffer', with: id('offered'), told: REGISTERED },
  { does: 'declineOffer', with: id('offered'), told: REGISTERED },
  { does: 'mergeParticipants', what: 'of an organisation', with: ({ person, namesake }) => `input: { key: "${NEW}", kept: "${person}", gone: "${namesake}", takes: [NAME] }`, told: MERGED },
  { does: 'mergeParticipants', what: 'of two countries', with: ({ person, foreigner }) => `input: { key: "${NEW}", kept: "${person}", gone: "${foreigner}", takes: [] }`, told: { DONE: ADVISERS, GONE: OTHERS } },
  { does: 'mergeParticipants', what: 'who have an account each', with: ({ accounts: [one, other] }) => `input: { key: "${NEW}", kept: "${one!}", gone: "${other!}", takes: [] }`, told: { TWO_ACCOUNTS: PREPARING, NOT_ALLOWED: NGO, GONE: OTHERS } },
  { does: 'separateParticipants', with: ({ person, namesake }) => `first: "${person}", second: "${namesake}"`, told: MERGED },
  { does: 'inviteToSession', with: ({ open }) => `input: { session: "${open}", submission: "${NEW}", people: [{ name: "N", email: "n@ngo.example", locale: "fr", country: "RS", isAuthority: true }] }`, told: PREPARED },
  { does: 'revokeSessionInvitation', with: id('sessionInvitation'), told: SECRET },
  { does: 'resendSessionInvitation', with: idAnd('sessionInvitation', `submission: "${NEW}"`), told: SECRET },
  { does: 'recordPresence', with: ({ present }) => `input: [{ registration: "${present}", state: PRESENT, at: "${new Date().toISOString()}" }]`, told: ATTENDED },
  { does: 'issueCertificates', with: ({ over, attended }) => `input: { session: "${over}", registrations: ["${attended}"] }`, told: PREPARED },
  { does: 'revokeCertificate', with: idAnd('certificate', 'reason: "Issued by mistake."'), told: ATTENDED },
  { does: 'openEvaluation', with: ({ over }) => `input: { session: "${over}", questions: [OVERALL], days: 7 }`, told: PREPARED },
];

const CALLS: readonly Right[] = [
  { does: 'saveAvailabilityCall', what: 'and makes it', with: () => `key: "${NEW_LEG}", version: 0, input: ${CALL}`, told: BY_ADVISERS },
  { does: 'saveAvailabilityCall', what: 'and changes it', with: ({ availabilityCall }) => `key: "${availabilityCall.slice('AvailabilityCall_'.length)}", version: 1, input: ${CALL}`, told: BY_ADVISERS },
  { does: 'translateAvailabilityCall', with: idAnd('availabilityCall', 'version: 1, texts: { locale: "sq", title: "T", note: "N" }'), told: BY_ADVISERS },
  { does: 'askExperts', with: ({ availabilityCall, boundSheet }) => `call: "${availabilityCall}", submission: "${NEW}", experts: ["${boundSheet}"]`, told: BY_ADVISERS },
  { does: 'remindExperts', with: ({ availabilityCall, boundSheet }) => `call: "${availabilityCall}", submission: "${NEW}", experts: ["${boundSheet}"]`, told: BY_ADVISERS },
  { does: 'closeAvailabilityCall', with: id('availabilityCall'), told: BY_ADVISERS },
];

const MEMBERS: readonly Right[] = [
  { does: 'inviteMember', what: 'to work for an organisation', with: invited('NGO_MEMBER', ofNgo), told: { SENT: ['ngoCoordinator'], NOT_ALLOWED: OTHERS } },
  { does: 'inviteMember', what: 'to coordinate an organisation', with: invited('NGO_COORDINATOR', ofNgo), told: { SENT: ['ngoCoordinator', ...POST], NOT_ALLOWED: OTHERS } },
  { does: 'inviteMember', what: 'to an embassy', with: invited('SSI', () => 'country: "RS"'), told: { SENT: ADVISERS, NOT_ALLOWED: OTHERS } },
  { does: 'inviteMember', what: 'to the adviser’s team', with: invited('ASSISTANT', () => ''), told: { SENT: ['adviser'], NOT_ALLOWED: OTHERS } },
  { does: 'withdrawInvitation', with: id('invitation'), told: MEMBER },
  { does: 'resendInvitation', with: idAnd('invitation', `submission: "${NEW}"`), told: { DONE: ['ngoCoordinator'], NOT_ALLOWED: PREPARING, GONE: OTHERS } },
  { does: 'suspendMember', with: id('member'), told: MEMBER },
  { does: 'restoreMember', with: id('suspendedMember'), told: MEMBER },
  { does: 'endMember', with: id('member'), told: MEMBER },
  { does: 'changeMemberRole', with: idAnd('member', 'role: NGO_COORDINATOR'), told: MEMBER },
  { does: 'decideAccessRequest', what: 'and lets somebody in', with: idAnd('accessRequest', 'decision: APPROVED, reason: ""'), told: { DECIDED: POST, GONE: OTHERS } },
  { does: 'decideAccessRequest', what: 'and refuses', with: idAnd('accessRequest', 'decision: REFUSED, reason: "Not here."'), told: { DECIDED: POST, GONE: OTHERS } },
  { does: 'publishOrganisation', with: idAnd('unpublished', 'locale: "fr"'), told: SECRET },
  { does: 'unpublishOrganisation', with: id('ngo'), told: SECRET },
  { does: 'protectOrganisation', with: idAnd('ngo', 'isProtected: true'), told: SECRET },
  { does: 'saveClearance', what: 'and enters it', with: ({ freeSheet }) => `expert: "${freeSheet}", key: "${NEW}", version: 0, ${CLEARED}`, told: BY_ADVISERS },
  { does: 'saveClearance', what: 'and changes it', with: ({ boundSheet, clearance }) => `expert: "${boundSheet}", key: "${clearance.slice('Clearance_'.length)}", version: 1, ${CLEARED}`, told: BY_ADVISERS },
  { does: 'decideSheetProposal', with: ({ proposal }) => `key: "${proposal}", input: { version: 1, sheetVersion: 1, decisions: [{ field: CORPS, isTaken: true }], locale: "fr" }`, told: BY_ADVISERS },
  { does: 'savePractice', what: 'a new one', with: () => `key: "${NEW}", version: 0, ${PRACTICE}`, told: BY_ADVISERS },
  { does: 'savePractice', what: 'one that is there', with: ({ practice }) => `key: "${practice}", version: 1, ${PRACTICE}`, told: BY_ADVISERS },
  { does: 'translatePractice', with: ({ practice }) => `id: "Practice_${practice}", version: 1, ${texts('title: "N", audience: "", result: ""')}`, told: BY_ADVISERS },
  { does: 'removePractice', with: ({ practice }) => `id: "Practice_${practice}", version: 1`, told: BY_ADVISERS },
  { does: 'savePublication', with: ({ boundSheet, publication }) => `expert: "${boundSheet}", key: "${publication}", version: 1, ${PUBLICATION}`, told: BY_ADVISERS },
  { does: 'removePublication', with: ({ publication }) => `id: "Publication_${publication}", version: 1`, told: BY_ADVISERS },
  { does: 'confirmExpertPhoto', with: ({ proposedPhoto }) => `key: "${proposedPhoto}", replaces: null`, told: BY_ADVISERS },
  { does: 'declineExpertPhoto', with: ({ proposedPhoto }) => `key: "${proposedPhoto}", reason: "R", locale: "fr"`, told: BY_ADVISERS },
  { does: 'chooseExpertPhoto', with: ({ portrait }) => `key: "${portrait}", choice: { visibility: NETWORK, consentedOn: "2026-01-10" }`, told: BY_ADVISERS },
  { does: 'removeExpertPhoto', with: ({ portrait }) => `key: "${portrait}"`, told: BY_ADVISERS },
  { does: 'removeClearanceFile', with: idAnd('clearance', 'version: 1'), told: BY_ADVISERS },
  { does: 'removeClearance', with: idAnd('clearance', 'version: 1'), told: BY_ADVISERS },
  { does: 'createExpert', with: () => `key: "${NEW}", input: ${sheet('N')}`, told: KEPT },
  { does: 'updateExpert', with: ({ freeSheet }) => `id: "${freeSheet}", version: 1, input: ${sheet('N')}`, told: KEPT },
  { does: 'translateExpert', with: ({ freeSheet }) => `id: "${freeSheet}", version: 1, ${texts('summary: "N"')}`, told: KEPT },
  { does: 'removeExpert', with: idAnd('idleSheet', 'version: 1'), told: KEPT },
  { does: 'bindExpert', with: ({ freeSheet, expertMember }) => `id: "${freeSheet}", member: "${expertMember}"`, told: BY_ADVISERS },
  { does: 'unbindExpert', with: id('boundSheet'), told: BY_ADVISERS },
  { does: 'makeCalendarLink', what: 'of an embassy', with: () => `locale: "fr", country: "RS", submission: "${NEW_LEG}"`, told: { MADE: POST, NOT_ALLOWED: OTHERS } },
  { does: 'answerDataRequest', with: async ({ dataRequest }) => `id: "${await dataRequest()}", answer: "Done."`, told: OFFICE },
  { does: 'retryJob', with: async ({ job }) => `id: "${await job()}"`, told: OFFICE },
  { does: 'giveUpJob', with: async ({ job }) => `id: "${await job()}"`, told: OFFICE },
];

export const RIGHTS: readonly Right[] = [...SESSIONS, ...CONTENTS, ...REGISTRATIONS, ...MISSIONS, ...COST_RIGHTS, ...PLAN_RIGHTS, ...TRAVEL_RIGHTS, ...REPORT_RIGHTS, ...NEED_RIGHTS, ...COMMON_NEED_RIGHTS, ...PROJECT_RIGHTS, ...REQUEST_RIGHTS, ...PROGRESS_RIGHTS, ...IMPORT_RIGHTS, ...MONITORING_RIGHTS, ...COORDINATION_RIGHTS, ...PROVISION_RIGHTS, ...UPKEEP_RIGHTS, ...CALLS, ...MEMBERS];

/** Mutations that reach nothing but what is of who asks, or what a secret in their hands leads to: the matrix says who is refused. */
export const OWN: readonly string[] = [
  'acceptInvitation', 'acceptOfferByLink', 'acceptSessionInvitation', 'addAuthenticator', 'addPasskey', 'agreeToPractice', 'agreeToPublication', 'answerAvailability', 'answerAvailabilityByLink', 'answerEvaluation', 'answerSlots', 'askForPasskey', 'beginAuthenticator', 'beginPasskey', 'chooseContactVisibility', 'chooseEmailVisibility', 'chooseLocale', 'chooseNameByLink',
  'chooseSheet', 'confirmAccessRequest', 'confirmAddress', 'confirmSignIn', 'correctName', 'declineOfferByLink', 'declineSessionInvitation', 'endOtherSessions', 'endSession', 'eraseAccount', 'leaveByLink', 'makeDataRequest', 'proposeSheet', 'readAvailabilityRequest', 'readEvaluation', 'readNameChoice', 'readSessionInvitation', 'readSlots', 'removeAnswerFile', 'removeAuthenticator',
  'removePasskey', 'renamePasskey', 'renewRecoveryCodes', 'requestAccess', 'requestAddress', 'requestSignInLink', 'revokeCalendarLink', 'showCode', 'showPasskey', 'showRecoveryCode', 'signOut', 'unbindAgent', 'withdrawSheetProposal',
];
