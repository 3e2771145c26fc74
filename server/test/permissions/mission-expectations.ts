/** What the matrix asks of missions: of mutations, who is not signed in is refused, everybody else is told an outcome. */
import type { Role } from './roles.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A mission, and a leg of one. */
const MISSION = '{ sourceLocale: "fr", title: "T", purpose: "", startsOn: "2099-01-05", endsOn: "2099-01-06", objectives: [] }';
const LEG = '{ sourceLocale: "fr", country: "RS", city: "belgrade", startsOn: "2099-01-05", endsOn: "2099-01-05", lodgingName: "", lodgingAddress: "", transport: "", purpose: "P", note: "" }';

/** A meeting of one. */
export const MEETING = '{ sourceLocale: "fr", subject: "S", note: "N", hostName: "H", category: JUSTICE, status: PROPOSED, minutes: 60, isMandatory: false, isOnlyAdviser: false, day: "2098-11-10", starts: "10:00", overrideReason: "R", placeName: "P", placeAddress: "A", windows: [{ day: "2098-11-10", from: "09:00", until: "12:00" }], needs: [], languages: [{ language: "fr", atLeast: B2 }], recommendations: [], precedes: [] }';

/** Slots that its host is offered. */
export const SLOTS = '{ submission: "00000000-0000-4000-8000-0000000000ab", name: "N", email: "n@host.example", locale: "sq", answersUntil: "2098-11-01", overrideReason: "R", slots: [{ day: "2098-11-10", starts: "10:00" }] }';

/** An opinion on one. */
export const OPINION = '{ service: SCAC, version: 1, purposeVersion: 1, answer: AGREED, remark: "N" }';

export const MISSION_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = {
  createMission: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", input: ${MISSION}`, select: 'outcome' },
  editMission: { expect: 'SIGNED_IN', args: `id: "Mission_${NOBODY}", version: 1, input: ${MISSION}`, select: 'outcome' },
  translateMission: { expect: 'SIGNED_IN', args: `id: "Mission_${NOBODY}", version: 1, texts: { locale: "mk", title: "N", purpose: "", givenUpReason: "", objectives: [] }`, select: 'outcome' },
  planMission: { expect: 'SIGNED_IN', args: `id: "Mission_${NOBODY}", version: 1`, select: 'outcome' },
  consultPosts: { expect: 'SIGNED_IN', args: `id: "Mission_${NOBODY}", version: 1`, select: 'outcome' },
  agreeMission: { expect: 'SIGNED_IN', args: `id: "Mission_${NOBODY}", version: 1`, select: 'outcome' },
  giveOpinion: { expect: 'SIGNED_IN', args: `id: "Consultation_${NOBODY}", input: ${OPINION}`, select: 'outcome' },
  noteOpinion: { expect: 'SIGNED_IN', args: `id: "Consultation_${NOBODY}", input: ${OPINION}, reason: "N"`, select: 'outcome' },
  replanMission: { expect: 'SIGNED_IN', args: `id: "Mission_${NOBODY}", version: 1`, select: 'outcome' },
  giveUpMission: { expect: 'SIGNED_IN', args: `id: "Mission_${NOBODY}", version: 1, reasons: [{ locale: "en", text: "N" }]`, select: 'outcome' },
  saveMissionLeg: { expect: 'SIGNED_IN', args: `mission: "Mission_${NOBODY}", key: "${NOBODY}", version: 0, input: ${LEG}`, select: 'outcome' },
  translateMissionLeg: { expect: 'SIGNED_IN', args: `mission: "Mission_${NOBODY}", id: "MissionLeg_${NOBODY}", version: 1, texts: { locale: "mk", purpose: "N", note: "" }`, select: 'outcome' },
  prepareMissionLeg: { expect: 'SIGNED_IN', args: `id: "MissionLeg_${NOBODY}", version: 1, input: { purpose: "P", note: "", lodgingName: "", lodgingAddress: "", transport: "" }`, select: 'outcome' },
  translatePreparedLeg: { expect: 'SIGNED_IN', args: `id: "MissionLeg_${NOBODY}", version: 1, texts: { locale: "mk", purpose: "N", note: "" }`, select: 'outcome' },
  saveLegContact: { expect: 'SIGNED_IN', args: `leg: "MissionLeg_${NOBODY}", key: "${NOBODY}", version: 0, input: { name: "N", function: "", organisation: "", email: "n@post.example", phone: "" }`, select: 'outcome' },
  removeLegContact: { expect: 'SIGNED_IN', args: `leg: "MissionLeg_${NOBODY}", key: "${NOBODY}", version: 1`, select: 'outcome' },
  saveMeeting: { expect: 'SIGNED_IN', args: `leg: "MissionLeg_${NOBODY}", key: "${NOBODY}", version: 0, input: ${MEETING}`, select: 'outcome' },
  translateMeeting: { expect: 'SIGNED_IN', args: `leg: "MissionLeg_${NOBODY}", key: "${NOBODY}", version: 1, texts: { locale: "mk", subject: "N", note: "" }`, select: 'outcome' },
  nameMeetingPeople: { expect: 'SIGNED_IN', args: `leg: "MissionLeg_${NOBODY}", key: "${NOBODY}", version: 1, people: [{ member: "${NOBODY}", kind: POLICE, isSubstitute: false }]`, select: 'outcome' },
  offerSlots: { expect: 'SIGNED_IN', args: `leg: "MissionLeg_${NOBODY}", meeting: "${NOBODY}", version: 1, input: ${SLOTS}`, select: 'outcome' },
  withdrawSlots: { expect: 'SIGNED_IN', args: `leg: "MissionLeg_${NOBODY}", meeting: "${NOBODY}", version: 1`, select: 'outcome' },
  removeMeeting: { expect: 'SIGNED_IN', args: `leg: "MissionLeg_${NOBODY}", key: "${NOBODY}", version: 1`, select: 'outcome' },
  makePaper: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", kind: PROGRAMME_POST, about: "${NOBODY}"`, select: 'outcome' },
  saveMissionMember: { expect: 'SIGNED_IN', args: `mission: "Mission_${NOBODY}", key: "${NOBODY}", version: 0, input: { expert: "Expert_${NOBODY}", kind: POLICE, isLead: false, stays: [] }`, select: 'outcome' },
  removeMissionMember: { expect: 'SIGNED_IN', args: `mission: "Mission_${NOBODY}", key: "${NOBODY}", version: 1`, select: 'outcome' },
  removeMissionLeg: { expect: 'SIGNED_IN', args: `mission: "Mission_${NOBODY}", id: "MissionLeg_${NOBODY}", version: 1`, select: 'outcome' },
};

export const MISSION_QUERIES: Readonly<Record<string, { readonly expect: 'ANYBODY' | 'ADVISER' | 'THEIRS'; readonly args?: string; readonly select: string; readonly seenBy?: readonly Role[] }>> = {
  mission: { expect: 'ANYBODY', args: 'id: "Mission_00000000-0000-0000-0000-000000000000"', select: 'id' },
  missionLeg: { expect: 'ANYBODY', args: 'id: "MissionLeg_00000000-0000-0000-0000-000000000000"', select: 'id' },
  withdrawnLeg: { expect: 'ANYBODY', args: 'id: "MissionLeg_00000000-0000-0000-0000-000000000000"', select: 'withdrawnOn' },
  // Of Serbia and Albania the demonstration has some.
  missionLegs: { expect: 'THEIRS', select: 'nodes { id }', seenBy: ['scac', 'ssi', 'scacElsewhere', 'assistant', 'adviser'] },
  missions: { expect: 'ADVISER', select: 'nodes { id }' },
  // Whose they are of several is tried in `own-legs.test.ts`.
  ownLegs: { expect: 'THEIRS', select: 'key', seenBy: ['expert'] },
  ownJourneys: { expect: 'THEIRS', select: 'key', seenBy: ['expert'] },
  // The same of papers: `src/papers/papers-rights.long.test.ts`.
  ownPapers: { expect: 'THEIRS', select: 'key', seenBy: [] },
};
