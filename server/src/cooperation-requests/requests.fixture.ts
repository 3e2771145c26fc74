/** What the tests of cooperation requests share: what people do with them by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';
import { owner } from '../registrations/world.fixture.ts';

type Headers = Readonly<Record<string, string>> | undefined;
type Changes = Readonly<Record<string, unknown>>;

/** A request for Serbia, in Serbian. */
export const REQUEST = {
  sourceLocale: 'sr-Latn', kind: 'TRAINING', country: 'RS', theme: 'ASSISTANCE', audiences: ['POLICE', 'SOCIAL_SERVICES'], criteria: ['NO_ANSWER'], wishedFrom: '2098-11-03', wishedUntil: '2098-12-05', need: null,
  subject: 'Obuka za inspektore', text: 'Potrebna je obuka za inspektore rada u tri grada.',
} as const;

export interface RequestBack {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null }[];
  readonly request: {
    readonly id: string; readonly version: number; readonly kind: string; readonly status: string; readonly urgency: string; readonly sentAs: string; readonly wishedFrom: string | null; readonly subject: { readonly text: string; readonly locale: string };
    readonly audiences: readonly { readonly code: string }[]; readonly need: { readonly id: string } | null; readonly can: Readonly<Record<string, unknown>>;
    readonly dueOn: string | null; readonly opinions: readonly { readonly service: string; readonly state: string; readonly answer: string | null; readonly reason: string | null; readonly silenceAgrees: boolean; readonly version: number }[];
    readonly session: { readonly id: string } | null; readonly mission: { readonly id: string } | null; readonly missionLegs: readonly { readonly id: string }[]; readonly decision: string | null; readonly met: readonly string[]; readonly notMet: readonly string[];
    readonly history: readonly { readonly byRole: string | null; readonly toStatus: string; readonly reason: string | null; readonly locale: string | null }[];
  } | null;
  readonly code: string | undefined;
}

const BACK = `outcome faults { field fault maximum } request { id version kind status urgency sentAs wishedFrom subject { text locale } audiences { code } need { id } session { id } mission { id } missionLegs { id } dueOn decision met notMet can { translate withdraw giveOpinion decide close } opinions { service state answer reason locale silenceAgrees version } history { byRole toStatus reason locale } }`;

async function back(server: TestServer, mutation: string, variables: object, headers: Headers): Promise<RequestBack> {
  const { data, code } = await ask(server, mutation, variables as never, headers as never);
  return { ...((data ? Object.values(data)[0] : {}) as RequestBack), code };
}

/** Sends a request. */
export const send = (server: TestServer, headers: Headers, { key = randomUUID() as string, ...changes }: Changes & { readonly key?: string } = {}): Promise<RequestBack> =>
  back(server, `mutation ($key: UUID!, $input: CooperationRequestInput!) { sendCooperationRequest(key: $key, input: $input) { ${BACK} } }`, { key, input: { ...REQUEST, ...changes } }, headers);

/** Says one in another language. */
export const translate = (server: TestServer, headers: Headers, key: string, { version = 1, locale = 'fr', subject = 'Former les inspecteurs', text = '' } = {}): Promise<RequestBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $texts: CooperationRequestTextsInput!) { translateCooperationRequest(id: $id, version: $version, texts: $texts) { ${BACK} } }`, { id: `CooperationRequest_${key}`, version, texts: { locale, subject, text } }, headers);

/** Withdraws one. */
export const withdraw = (server: TestServer, headers: Headers, key: string, { version = 1, reason = '' } = {}): Promise<RequestBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $reason: String!) { withdrawCooperationRequest(id: $id, version: $version, reason: $reason) { ${BACK} } }`, { id: `CooperationRequest_${key}`, version, reason }, headers);

/** Says what a service thinks of one. */
export const opine = (server: TestServer, headers: Headers, key: string, { service = 'SSI', version = 1, answer = 'IN_FAVOUR', reason = '' } = {}): Promise<RequestBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $input: RequestOpinionInput!) { giveRequestOpinion(id: $id, version: $version, input: $input) { ${BACK} } }`, { id: `CooperationRequest_${key}`, version, input: { service, answer, reason } }, headers);

/** One that somebody has sent: its key. */
export async function requestOf(server: TestServer, headers: Headers, changes: Changes = {}): Promise<string> {
  const { request, outcome, code } = await send(server, headers, changes);
  if (!request) throw new Error(`No request: ${code ?? outcome}`);
  return request.id.slice('CooperationRequest_'.length);
}

/** Decides about one. */
export const decide = (server: TestServer, headers: Headers, key: string, { version = 1, ...changes }: Changes & { readonly version?: number } = {}): Promise<RequestBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $input: RequestDecisionInput!) { decideCooperationRequest(id: $id, version: $version, input: $input) { ${BACK} } }`, { id: `CooperationRequest_${key}`, version, input: { decision: 'GRANTED', met: ['MANDATE', 'MEANS'], notMet: ['NO_DUPLICATE'], reason: 'Two days in spring', ...changes } }, headers);

/** Closes one, with the ids of what came of it. */
export const close = (server: TestServer, headers: Headers, key: string, { version = 2, reason = '', session = null as string | null, mission = null as string | null } = {}): Promise<RequestBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $reason: String!, $result: RequestResultInput) { closeCooperationRequest(id: $id, version: $version, reason: $reason, result: $result) { ${BACK} } }`, { id: `CooperationRequest_${key}`, version, reason, result: { session, mission } }, headers);

/** One of the SCAC about which the other service has said what it thinks: its key. */
export async function heardRequest(server: TestServer, { scac, ssi }: Readonly<Record<string, Headers>>, changes: Changes = {}): Promise<string> {
  const key = await requestOf(server, scac, changes);
  await opine(server, ssi, key);
  return key;
}

/** What came of something, in one line. */
export const told = ({ outcome, faults = [], code }: RequestBack): string => code ?? [outcome, ...faults.map(({ field, fault }) => `${field} ${fault}`)].join(' · ');

/** Does something while a trigger of the table is off; `user` stands for all. */
export async function without(server: TestServer, trigger: string, work: () => Promise<void>): Promise<void> {
  await owner(server, `alter table cooperation_request disable trigger ${trigger}`);
  try {
    await work();
  } finally {
    await owner(server, `alter table cooperation_request enable trigger ${trigger}`);
  }
}

/** The deadline is over, as if it were another day: the rule that it stays is put aside. */
export const letDaysPass = (server: TestServer, key: string): Promise<void> =>
  without(server, 'cooperation_request_due_stays', async () => void (await owner(server, `update cooperation_request set due_at = now() - interval '1 minute' where uuid = ?`, [key])));
