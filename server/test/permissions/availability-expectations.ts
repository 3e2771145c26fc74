/** What the matrix asks of calls for availability: of mutations, who is not signed in is refused, everybody else is told an outcome; a link is anybody's. */
import type { Role } from './roles.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A call, and an answer to one. */
export const CALL = '{ sourceLocale: "fr", title: "T", note: "N", fromOn: "2098-11-08", untilOn: "2098-11-10", answersUntil: "2098-11-01" }';
export const ANSWER = '{ answers: [{ day: "2098-11-08", answer: YES }, { day: "2098-11-09", answer: NO }, { day: "2098-11-10", answer: PERHAPS }], remark: "R", substitute: "N" }';

export const AVAILABILITY_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN' | 'ANYBODY'; readonly args: string; readonly select: string }>> = {
  saveAvailabilityCall: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", version: 1, input: ${CALL}`, select: 'outcome' },
  translateAvailabilityCall: { expect: 'SIGNED_IN', args: `id: "AvailabilityCall_${NOBODY}", version: 1, texts: { locale: "mk", title: "N", note: "N" }`, select: 'outcome' },
  closeAvailabilityCall: { expect: 'SIGNED_IN', args: `id: "AvailabilityCall_${NOBODY}"`, select: 'outcome' },
  askExperts: { expect: 'SIGNED_IN', args: `call: "AvailabilityCall_${NOBODY}", submission: "${NOBODY}", experts: ["Expert_${NOBODY}"]`, select: 'outcome' },
  remindExperts: { expect: 'SIGNED_IN', args: `call: "AvailabilityCall_${NOBODY}", submission: "${NOBODY}", experts: ["Expert_${NOBODY}"]`, select: 'outcome' },
  answerAvailability: { expect: 'SIGNED_IN', args: `id: "AvailabilityRequest_${NOBODY}", version: 1, input: ${ANSWER}`, select: 'outcome' },
  answerAvailabilityByLink: { expect: 'ANYBODY', args: `secret: "x", version: 1, input: ${ANSWER}`, select: 'outcome' },
  answerSlots: { expect: 'ANYBODY', args: 'secret: "x", version: 1, input: { taken: null, remark: "R", proposals: [{ day: "2098-11-10", starts: "16:00" }] }', select: 'outcome' },
  readSlots: { expect: 'ANYBODY', args: 'secret: "x"', select: 'state' },
  readAvailabilityRequest: { expect: 'ANYBODY', args: 'secret: "x"', select: 'isOpen' },
};

export const AVAILABILITY_QUERIES: Readonly<Record<string, { readonly expect: 'ANYBODY' | 'ADVISER' | 'THEIRS'; readonly args?: string; readonly select: string; readonly seenBy?: readonly Role[] }>> = {
  availabilityCall: { expect: 'ANYBODY', args: 'id: "AvailabilityCall_00000000-0000-0000-0000-000000000000"', select: 'id' },
  availabilityCalls: { expect: 'ADVISER', select: 'nodes { id }' },
  expertSearch: { expect: 'ADVISER', args: 'from: "2098-11-08", isCleared: true', select: 'nodes { state lastUsedOn reasons { code leavesOut kind language level lastOn days { fromOn untilOn } } answers { yes { fromOn } perhaps { fromOn } no { fromOn } notAnswered { fromOn } noAnswer { fromOn } notAsked { fromOn } } engagements { kind isFirm days { fromOn untilOn } } expert { id } sheet { name } }' },
  expertSearchCountries: { expect: 'ADVISER', args: 'from: "2098-11-08", isCleared: true', select: 'nodes { count country { code } }' },
  // The demonstration asks the expert who has an account.
  availabilityRequests: { expect: 'THEIRS', select: 'id', seenBy: ['expert'] },
};

/** The types of calls for availability: what they say of people is told to those who ask them, or to themselves. */
export const AVAILABILITY_PLAIN: Readonly<Record<string, string>> = {
  AnswerAvailabilityByLinkPayload: 'faults outcome', AnswerAvailabilityPayload: 'faults outcome request',
  AskExpertsPayload: 'call experts outcome',
  AskedAvailability: 'answeredAt answers answersUntil fromOn note remark remarkLocale substitute title untilOn version',
  AskedExpert: 'expert outcome',
  AvailabilityCallAbilities: 'ask close edit',
  AvailabilityCallFault: 'fault field maximum',
  AvailabilityCallPayload: 'call faults outcome',
  AvailabilityCallTranslation: 'isOutdated isSource locale note title',
  AvailabilityFault: 'day fault field',
  CandidateAnswers: 'no noAnswer notAnswered notAsked perhaps yes',
  CandidateCountry: 'count country',
  CandidateEngagement: 'days isFirm kind',
  CandidateReason: 'code days kind language lastOn leavesOut level',
  ReadAvailabilityRequestPayload: 'asked isOpen',
};
