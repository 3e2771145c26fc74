/** What the matrix asks of cooperation requests, and who does what with one that the post of Serbia has sent. */
import type { Role } from './roles.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const NEW = '00000000-0000-4000-8000-0000000000ad';
const INPUT = '{ sourceLocale: "fr", kind: TRAINING, country: "RS", theme: "ASSISTANCE", audiences: ["POLICE"], criteria: [CHILDREN], subject: "S", text: "T" }';
const TEXTS = 'texts: { locale: "mk", subject: "S", text: "T" }';
const DECISION = 'input: { decision: GRANTED, met: [MANDATE], notMet: [MEANS], reason: "N" }';

export const REQUEST_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = {
  sendCooperationRequest: { expect: 'SIGNED_IN', args: `key: "${NOBODY}", input: ${INPUT}`, select: 'outcome' },
  translateCooperationRequest: { expect: 'SIGNED_IN', args: `id: "CooperationRequest_${NOBODY}", version: 1, ${TEXTS}`, select: 'outcome' },
  withdrawCooperationRequest: { expect: 'SIGNED_IN', args: `id: "CooperationRequest_${NOBODY}", version: 1, reason: "N"`, select: 'outcome' },
  giveRequestOpinion: { expect: 'SIGNED_IN', args: `id: "CooperationRequest_${NOBODY}", version: 1, input: { service: SSI, answer: IN_FAVOUR, reason: "N" }`, select: 'outcome' },
  decideCooperationRequest: { expect: 'SIGNED_IN', args: `id: "CooperationRequest_${NOBODY}", version: 1, ${DECISION}`, select: 'outcome' },
  closeCooperationRequest: { expect: 'SIGNED_IN', args: `id: "CooperationRequest_${NOBODY}", version: 1, reason: "N"`, select: 'outcome' },
};

export const REQUEST_QUERIES: Readonly<Record<string, { readonly expect: 'ANYBODY' | 'THEIRS'; readonly args?: string; readonly select: string; readonly seenBy?: readonly Role[] }>> = {
  cooperationRequest: { expect: 'ANYBODY', args: `id: "CooperationRequest_${NOBODY}"`, select: 'id' },
  // Of Serbia and Albania the demonstration has some, one of them of an authority.
  cooperationRequests: { expect: 'THEIRS', select: 'nodes { id }', seenBy: ['scac', 'ssi', 'scacElsewhere', 'authority', 'assistant', 'adviser'] },
};

const POST: readonly Role[] = ['scac', 'ssi'];
const ADVISERS: readonly Role[] = ['assistant', 'adviser'];
const OTHERS = 'OTHERS';
type Sent = { readonly cooperationRequest: string; readonly heardRequest: string; readonly grantedRequest: string };
const of = ({ cooperationRequest }: Sent): string => `id: "CooperationRequest_${cooperationRequest}", version: 1`;

export const REQUEST_RIGHTS = [
  { does: 'sendCooperationRequest', what: 'a new one', with: () => `key: "${NEW}", input: ${INPUT}`, told: { DONE: [...POST, 'authority' as const], NOT_ALLOWED: OTHERS } },
  { does: 'translateCooperationRequest', with: (sent: Sent) => `${of(sent)}, ${TEXTS}`, told: { DONE: [...POST, ...ADVISERS], GONE: OTHERS } },
  { does: 'withdrawCooperationRequest', with: (sent: Sent) => `${of(sent)}, reason: "N"`, told: { DONE: POST, NOT_ALLOWED: ADVISERS, GONE: OTHERS } },
  { does: 'giveRequestOpinion', with: ({ cooperationRequest }: Sent) => `id: "CooperationRequest_${cooperationRequest}", version: 1, input: { service: SSI, answer: AGAINST, reason: "N" }`, told: { DONE: ['ssi' as const], NOT_ALLOWED: ['scac' as const, ...ADVISERS], GONE: OTHERS } },
  { does: 'decideCooperationRequest', with: ({ heardRequest }: Sent) => `id: "CooperationRequest_${heardRequest}", version: 1, ${DECISION}`, told: { DONE: ADVISERS, NOT_ALLOWED: POST, GONE: OTHERS } },
  { does: 'closeCooperationRequest', with: ({ grantedRequest }: Sent) => `id: "CooperationRequest_${grantedRequest}", version: 2, reason: "N"`, told: { DONE: ADVISERS, NOT_ALLOWED: POST, GONE: OTHERS } },
] as const;

/** The types of cooperation requests that tell of no person, each with its fields. */
export const REQUEST_PLAIN: Readonly<Record<string, string>> = {
  CooperationRequestAbilities: 'close decide giveOpinion translate withdraw', CooperationRequestFault: 'fault field maximum', CooperationRequestPayload: 'faults outcome request', CooperationRequestTranslation: 'isOutdated isSource locale subject text',
};
