/** What the matrix asks of reports of missions, and who may do what with them: the adviser and the team; to everybody else there is none. What is published everybody reads. */
import type { Told } from './rights.ts';
import { ADVISERS } from './roles.ts';
import type { World } from './world.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const NEW = '00000000-0000-4000-8000-0000000000ab';

const report = (key: string): string => `{ sourceLocale: "fr", summary: "S", evaluation: "E", results: [{ key: "${key}", outcome: PARTLY, text: "R" }] }`;
const texts = (result: string, finding: string): string => `texts: { locale: "mk", summary: "S", evaluation: "E", results: [{ key: "${result}", text: "R" }], findings: [{ key: "${finding}", text: "F" }] }`;
const FINDING = '{ sourceLocale: "fr", leg: null, theme: "PROSECUTION", foundOn: "2026-03-10", text: "F", recommendations: [] }';
const FOLLOW_UP = '{ dueOn: "2026-04-30", doneOn: null }';
const publication = (result: string, finding: string): string => `{ hasSummary: true, hasDays: false, countries: ["RS"], results: ["${result}"], findings: ["${finding}"] }`;
const APPRAISAL = '{ expertise: 1, exchange: 2, reliability: 3, text: "N", locale: "fr" }';

const PHOTO = '{ sourceLocale: "fr", caption: "N", credit: "", place: 1 }';
const PHOTO_TEXTS = 'texts: { locale: "mk", caption: "N" }';
const photo = (mission: string, key: string, version?: number): string => `mission: "${mission}", key: "${key}"${version === undefined ? '' : `, version: ${version}`}`;

const signedIn = (args: string) => ({ expect: 'SIGNED_IN', args, select: 'outcome' }) as const;
const MISSION = `Mission_${NOBODY}`;

export const REPORT_MUTATIONS: Readonly<Record<string, ReturnType<typeof signedIn>>> = {
  reportMission: signedIn(`id: "${MISSION}", version: 1`),
  closeMission: signedIn(`id: "${MISSION}", version: 1`),
  saveMissionReport: signedIn(`id: "${MISSION}", version: 0, input: ${report(NOBODY)}`),
  translateMissionReport: signedIn(`id: "${MISSION}", version: 1, ${texts(NOBODY, NOBODY)}`),
  saveFinding: signedIn(`mission: "${MISSION}", key: "${NOBODY}", version: 0, input: ${FINDING}`),
  removeFinding: signedIn(`mission: "${MISSION}", key: "${NOBODY}", version: 1`),
  followFinding: signedIn(`mission: "${MISSION}", key: "${NOBODY}", version: 1, input: ${FOLLOW_UP}`),
  publishMission: signedIn(`id: "${MISSION}", version: 1, input: ${publication(NOBODY, NOBODY)}`),
  withdrawMissionPublication: signedIn(`id: "${MISSION}"`),
  saveAppraisal: signedIn(`mission: "${MISSION}", expert: "Expert_${NOBODY}", version: 0, input: ${APPRAISAL}`),
  removeAppraisal: signedIn(`mission: "${MISSION}", expert: "Expert_${NOBODY}", version: 1`),
  saveMissionPhoto: signedIn(`${photo(MISSION, NOBODY, 1)}, input: ${PHOTO}`),
  translateMissionPhoto: signedIn(`${photo(MISSION, NOBODY, 1)}, ${PHOTO_TEXTS}`),
  publishMissionPhoto: signedIn(`${photo(MISSION, NOBODY, 1)}, isConfirmed: true`),
  withdrawMissionPhoto: signedIn(photo(MISSION, NOBODY)),
  removeMissionPhoto: signedIn(photo(MISSION, NOBODY, 1)),
};

export const REPORT_QUERIES = {
  missionPublication: { expect: 'ANYBODY', args: `id: "MissionPublication_${NOBODY}"`, select: 'id' },
  missionPublications: { expect: 'ANYBODY', select: 'totalCount' },
  // Of the demonstration, one is due.
  dueFindings: { expect: 'ADVISER', select: 'key' },
} as const;

const KNOWN: Told = { DONE: ADVISERS, GONE: 'OTHERS' };

export const REPORT_RIGHTS: readonly { readonly does: string; readonly what?: string; readonly with: (world: World) => string; readonly told: Told }[] = [
  { does: 'reportMission', with: ({ overMission, overVersion }) => `id: "${overMission}", version: ${overVersion}`, told: KNOWN },
  { does: 'closeMission', with: ({ reportedMission, reportedVersion }) => `id: "${reportedMission}", version: ${reportedVersion}`, told: KNOWN },
  { does: 'saveMissionReport', with: ({ overMission, overObjective }) => `id: "${overMission}", version: 1, input: ${report(overObjective)}`, told: KNOWN },
  { does: 'translateMissionReport', with: ({ reportedMission, reportedVersion, reportedObjective, finding }) => `id: "${reportedMission}", version: ${reportedVersion}, ${texts(reportedObjective, finding)}`, told: KNOWN },
  { does: 'saveFinding', what: 'a new one', with: ({ reportedMission }) => `mission: "${reportedMission}", key: "${NEW}", version: 0, input: ${FINDING}`, told: KNOWN },
  { does: 'saveFinding', what: 'one that is there', with: ({ reportedMission, finding }) => `mission: "${reportedMission}", key: "${finding}", version: 1, input: ${FINDING}`, told: KNOWN },
  { does: 'removeFinding', with: ({ reportedMission, finding }) => `mission: "${reportedMission}", key: "${finding}", version: 1`, told: KNOWN },
  { does: 'followFinding', with: ({ reportedMission, finding }) => `mission: "${reportedMission}", key: "${finding}", version: 1, input: ${FOLLOW_UP}`, told: KNOWN },
  { does: 'publishMission', with: ({ reportedMission, reportedVersion, reportedObjective, finding }) => `id: "${reportedMission}", version: ${reportedVersion}, input: ${publication(reportedObjective, finding)}`, told: KNOWN },
  { does: 'withdrawMissionPublication', with: ({ reportedMission }) => `id: "${reportedMission}"`, told: KNOWN },
  { does: 'saveAppraisal', with: ({ reportedMission, appraisedExpert }) => `mission: "${reportedMission}", expert: "${appraisedExpert}", version: 1, input: ${APPRAISAL}`, told: KNOWN },
  { does: 'removeAppraisal', with: ({ reportedMission, appraisedExpert }) => `mission: "${reportedMission}", expert: "${appraisedExpert}", version: 1`, told: KNOWN },
  { does: 'saveMissionPhoto', with: ({ reportedMission, missionPhoto }) => `${photo(reportedMission, missionPhoto, 1)}, input: ${PHOTO}`, told: KNOWN },
  { does: 'translateMissionPhoto', with: ({ reportedMission, missionPhoto }) => `${photo(reportedMission, missionPhoto, 1)}, ${PHOTO_TEXTS}`, told: KNOWN },
  { does: 'publishMissionPhoto', with: ({ reportedMission, missionPhoto }) => `${photo(reportedMission, missionPhoto, 1)}, isConfirmed: true`, told: KNOWN },
  { does: 'withdrawMissionPhoto', with: ({ reportedMission, publicPhoto }) => photo(reportedMission, publicPhoto), told: KNOWN },
  { does: 'removeMissionPhoto', with: ({ reportedMission, missionPhoto }) => photo(reportedMission, missionPhoto, 1), told: KNOWN },
];
