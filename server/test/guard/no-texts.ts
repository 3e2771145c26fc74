/** The strings of mutations that are no free text, and why: what does not fit is refused, and nothing of it is kept. */
const BY_REASON: Readonly<Record<string, readonly string[]>> = {
  'the secret of a link, compared by its hash': [
    'acceptInvitation secret', 'acceptOfferByLink secret', 'acceptSessionInvitation input.secret', 'answerAvailabilityByLink secret', 'answerSlots secret', 'readSlots secret', 'readAvailabilityRequest secret', 'declineSessionInvitation secret', 'readSessionInvitation secret', 'removeAnswerFile secret', 'answerEvaluation secret', 'confirmAccessRequest secret', 'confirmAddress secret', 'confirmSignIn secret', 'declineOfferByLink secret', 'leaveByLink secret', 'readEvaluation secret', 'readNameChoice secret', 'chooseNameByLink secret',
  ],
  'figures or signs that are compared with a key': ['addAuthenticator code', 'showCode code', 'showRecoveryCode code', 'recordPresence input.0.token'],
  'the proof of work': ['requestAccess proof', 'requestSignInLink proof'],
  'a code that is in the database, or of a few small letters and digits': [
    'changePlaces input.quotas.0.key', 'registerParticipants input.people.0.answers.0.codes.0', 'registerParticipants input.people.0.profession', 'registerMyself input.answers.0.codes.0', 'registerMyself input.profession', 'acceptSessionInvitation input.answers.0.codes.0', 'acceptSessionInvitation input.profession',
    'saveFinding input.theme', 'sendCooperationRequest input.theme', 'sendCooperationRequest input.audiences.0', 'saveNeed input.theme', 'saveNeed input.furtherThemes.0', 'saveNeed input.audiences.0', 'savePractice input.theme', 'saveMissionLeg input.city', 'saveMissionMember input.homeCity', 'saveMissionTravel input.fromCity', 'saveMissionTravel input.toCity', 'saveMissionCost input.currency', 'saveAllowanceRate input.country', 'saveAllowanceRate input.currency', 'saveExchangeRate input.currency', 'saveAllowanceRule code', 'removeAllowanceBasis key', 'saveMeeting input.languages.0.language', 'saveQuestion input.choices.0.code', 'saveQuestion input.condition.answer', 'translateQuestion texts.choices.0.code',
    ...['createExpert', 'updateExpert', 'proposeSheet'].flatMap((name) => ['institution', 'languages.0.language', 'profession', 'themes.0'].map((field) => `${name} input.${field}`)),
    ...['createSession', 'updateSession'].flatMap((name) => ['audiences.0', 'interpretation.0', 'theme', 'workingLanguages.0'].map((field) => `${name} input.${field}`)),
  ],
  'figures and signs of a telephone number alone, to which its reader holds it': ['saveLegContact input.phone'],
  'the address of a page alone, to which its reader holds it': [...['saveAllowanceRate', 'saveExchangeRate', 'saveAllowanceRule'].map((name) => `${name} input.source.sourceUrl`), 'savePublication input.url', 'saveNeed input.links.0.url'],
  'a time of the clock': ['saveMissionTravel input.departsAt', 'saveMissionTravel input.arrivesAt', ...['night', 'lunch', 'dinner'].flatMap((name) => [`saveAllowanceRule input.${name}From`, `saveAllowanceRule input.${name}Until`]), 'saveMeeting input.starts', 'offerSlots input.slots.0.starts', 'answerSlots input.taken.starts', 'answerSlots input.proposals.0.starts', 'saveMeeting input.windows.0.from', 'saveMeeting input.windows.0.until', 'saveMissionMember input.stays.0.arrivesAt', 'saveMissionMember input.stays.0.leavesAt', 'saveSessionPart input.starts', 'saveSessionPart input.ends', ...['createSession', 'updateSession'].flatMap((name) => ['starts', 'ends', 'registrationUntil'].map((field) => `${name} input.${field}`))],
};

/** By mutation and path. */
export const NO_TEXTS: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(BY_REASON).flatMap(([reason, paths]) => paths.map((path) => [path, reason])));
