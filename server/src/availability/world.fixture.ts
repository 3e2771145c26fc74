/** What tests of calls for availability share: what people do with them by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, type TestServer } from '../../test/http/harness.ts';
import { owner } from '../registrations/world.fixture.ts';

type Cookies = Readonly<Record<string, string>>;
type Given = Readonly<Record<string, unknown>>;
type At = Pick<TestServer, 'address' | 'database'>;

/** Three days in November, in French. */
export const CALL = { sourceLocale: 'fr', title: 'Mission à Sarajevo', note: '', fromOn: '2098-11-08', untilOn: '2098-11-10', answersUntil: '2098-11-01' } as const;

const TEXT = '{ text locale isFallback isOutdated }';
const REQUESTS = `requests { id version answeredAt answers remark remarkLocale substitute canBeAsked canBeReminded expert { id sheet { name } } }`;
const FIELDS = `id version state fromOn untilOn answersUntil closedAt isDemonstration asked answered title ${TEXT} note ${TEXT} texts { locale isSource isOutdated title note } can { edit ask close } ${REQUESTS}`;
const BACK = `outcome faults { field fault maximum } call { ${FIELDS} }`;

export interface Request {
  readonly id: string;
  readonly version: number;
  readonly answeredAt: string | null;
  readonly answers: readonly string[];
  readonly remark: string | null;
  readonly remarkLocale: string | null;
  readonly substitute: string | null;
  readonly canBeAsked: boolean;
  readonly canBeReminded: boolean;
}

export interface Call {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly asked: number;
  readonly answered: number;
  readonly isDemonstration: boolean;
  readonly title: { readonly text: string; readonly locale: string; readonly isFallback: boolean };
  readonly texts: readonly { readonly locale: string; readonly isOutdated: boolean; readonly title: string | null }[];
  readonly can: Readonly<Record<'edit' | 'ask' | 'close', boolean>>;
  readonly requests: readonly (Request & { readonly expert: { readonly id: string } })[];
}

export interface Back {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string }[];
  readonly call: Call | null;
}

/** What a mutation answers; throws the code of its error where it has one. */
function backOf<T = Back>(answer: Answer): T {
  if (!answer.data) throw new Error(answer.code ?? answer.text);
  return Object.values(answer.data)[0] as T;
}

/** The key in an id. */
export const keyOf = (id: string): string => id.slice(id.indexOf('_') + 1);

/** Makes a call, or changes one that was read at `version`; `changes` of the one above. */
export async function saveCall(server: At, headers: Cookies, { key = randomUUID(), version = 0, ...changes }: Given & { readonly key?: string; readonly version?: number } = {}): Promise<Back> {
  return backOf(await ask(server, `mutation ($key: UUID!, $version: Int!, $input: AvailabilityCallInput!) { saveAvailabilityCall(key: $key, version: $version, input: $input) { ${BACK} } }`, { key, version, input: { ...CALL, ...changes } }, headers));
}

/** Says one in another language. */
export async function translateCall(server: At, headers: Cookies, { id, version }: Pick<Call, 'id' | 'version'>, texts: Given): Promise<Back> {
  const document = `mutation ($id: ID!, $version: Int!, $texts: AvailabilityCallTextsInput!) { translateAvailabilityCall(id: $id, version: $version, texts: $texts) { ${BACK} } }`;
  return backOf(await ask(server, document, { id, version, texts: { title: '', note: '', ...texts } }, headers));
}

/** Closes one. */
export async function closeCall(server: At, headers: Cookies, id: string): Promise<Back> {
  return backOf(await ask(server, `mutation ($id: ID!) { closeAvailabilityCall(id: $id) { ${BACK} } }`, { id }, headers));
}

/** Asks experts, by their keys: what came of it for each, or as a whole; the code of the error. */
export async function askExperts(server: At, headers: Cookies, call: string, experts: readonly string[], submission: string = randomUUID()): Promise<unknown> {
  const answer = await ask(server, `mutation ($call: ID!, $submission: UUID!, $experts: [ID!]!) { askExperts(call: $call, submission: $submission, experts: $experts) { outcome experts { expert outcome } call { asked } } }`,
    { call, submission, experts: experts.map((one) => `Expert_${one}`) }, headers);
  if (answer.code) return answer.code;
  const { outcome, experts: told } = answer.data!.askExperts as { outcome: string; experts: { outcome: string }[] };
  return outcome === 'DONE' ? told.map((one) => one.outcome) : outcome;
}

/** Reminds experts, by their keys: the same. */
export async function remindExperts(server: At, headers: Cookies, call: string, experts: readonly string[], submission: string = randomUUID()): Promise<unknown> {
  const answer = await ask(server, `mutation ($call: ID!, $submission: UUID!, $experts: [ID!]!) { remindExperts(call: $call, submission: $submission, experts: $experts) { outcome experts { expert outcome } call { asked } } }`,
    { call, submission, experts: experts.map((one) => `Expert_${one}`) }, headers);
  if (answer.code) return answer.code;
  const { outcome, experts: told } = answer.data!.remindExperts as { outcome: string; experts: { outcome: string }[] };
  return outcome === 'DONE' ? told.map((one) => one.outcome) : outcome;
}

/** A call as somebody sees it; null where they see none. */
export async function callSeen(server: At, headers: Cookies, id: string): Promise<Call | null> {
  const { data, text } = await ask(server, `query ($id: ID!) { availabilityCall(id: $id) { ${FIELDS} } }`, { id }, headers);
  if (!data) throw new Error(text);
  return data.availabilityCall as Call | null;
}

/** What an expert is asked, as they see it. */
export async function requestsSeen(server: At, headers: Cookies): Promise<readonly (Request & { readonly isOpen: boolean; readonly fromOn: string; readonly title: Call['title'] })[]> {
  const { data, text } = await ask(server, `{ availabilityRequests { id version title ${TEXT} note ${TEXT} fromOn untilOn answersUntil isOpen canBeAsked answeredAt answers remark remarkLocale substitute } }`, {}, headers);
  if (!data) throw new Error(text);
  return data.availabilityRequests as never;
}

/** The secret of the link that somebody was sent last. */
export async function answerSecret(server: At, email: string): Promise<string> {
  const mails = await owner<{ text: string }>(server, `select text from mail where recipient = ? and template = 'availabilityRequest' order by created_at desc, uuid desc limit 1`, [email]);
  return /availability-answer#([\w-]{32})\n/.exec(mails[0]!.text)![1]!;
}

/** An answer to each day of the call above, by the first letter of each; what is added. */
export interface Answers {
  readonly version?: number;
  readonly days?: string;
  readonly remark?: string;
  readonly substitute?: string;
  /** As it is sent, in the place of the days. */
  readonly answers?: readonly Given[];
}

const WORDS: Readonly<Record<string, string>> = { y: 'YES', n: 'NO', p: 'PERHAPS' };
const inputOf = ({ days = 'yyy', remark = '', substitute, answers }: Answers): Given => ({ answers: answers ?? [...days].map((letter, n) => ({ day: `2098-11-${String(8 + n).padStart(2, '0')}`, answer: WORDS[letter] })), remark, ...(substitute !== undefined && { substitute }) });

interface Told {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly day: string | null }[];
}

/** The outcome, with what is wrong where something is. */
export const told = ({ outcome, faults }: Pick<Told | Back, 'outcome'> & { readonly faults: readonly { readonly field: string; readonly fault: string; readonly day?: string | null }[] }): string =>
  [outcome, ...faults.map(({ field, fault, day }) => [field, day, fault].filter(Boolean).join(' '))].join(', ');

/** Answers by a link: what came of it, or the code of the error. */
export async function answerByLink(server: { readonly address: string }, secret: string, given: Answers = {}, headers: Cookies = {}): Promise<string> {
  const answer = await ask(server, 'mutation ($secret: String!, $version: Int!, $input: AvailabilityInput!) { answerAvailabilityByLink(secret: $secret, version: $version, input: $input) { outcome faults { field fault day } } }',
    { secret, version: given.version ?? 1, input: inputOf(given) }, headers);
  return answer.code ?? told(answer.data!.answerAvailabilityByLink as Told);
}

/** Answers as an expert with an account: the same. */
export async function answerAs(server: { readonly address: string }, headers: Cookies, request: string, given: Answers = {}): Promise<string> {
  const answer = await ask(server, 'mutation ($id: ID!, $version: Int!, $input: AvailabilityInput!) { answerAvailability(id: $id, version: $version, input: $input) { outcome faults { field fault day } request { id version answers } } }',
    { id: request, version: given.version ?? 1, input: inputOf(given) }, headers);
  return answer.code ?? told(answer.data!.answerAvailability as Told);
}

/** What a link leads to. */
export async function readLink(server: { readonly address: string }, secret: string, { headers = {}, locale = 'fr' }: { readonly headers?: Cookies; readonly locale?: string } = {}): Promise<unknown> {
  const response = await fetch(`${server.address}/graphql?locale=${locale}`, {
    method: 'POST', headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: `mutation ($secret: String!) { readAvailabilityRequest(secret: $secret) { isOpen asked { title ${TEXT} note ${TEXT} fromOn untilOn answersUntil version answeredAt answers remark remarkLocale substitute } } }`, variables: { secret } }),
  });
  const { data, errors } = (await response.json()) as { data?: { readAvailabilityRequest: unknown }; errors?: { extensions: { code: string } }[] };
  return data?.readAvailabilityRequest ?? errors![0]!.extensions.code;
}

/** An invented expert without an account who is written to at this address; without one, nobody knows where. */
export async function expertAt(server: At, email: string | null, locale = 'hr'): Promise<string> {
  const key = randomUUID();
  await owner(server, `with made as (insert into expert (uuid, source_locale, name, profession_code, institution_code, is_demonstration) values (?, 'fr', 'Vesna Horvat', 'JUDGE', 'ENM', true) returning uuid)
    insert into expert_translation (expert_uuid, locale, summary) select uuid, 'fr', 'Forme des magistrats.' from made`, [key]);
  if (email !== null) await owner(server, 'insert into expert_contact (expert_uuid, email, locale) values (?, ?, ?)', [key, email, locale]);
  return key;
}

/** A call by which an expert was asked, who is written to at this address: its id, and the secret of the link. */
export async function askedAt(server: At, headers: Cookies, email: string, changes: Given = {}): Promise<{ readonly call: string; readonly expert: string; readonly secret: string }> {
  const { call } = await saveCall(server, headers, changes);
  const expert = await expertAt(server, email);
  await askExperts(server, headers, call!.id, [expert]);
  return { call: call!.id, expert, secret: await answerSecret(server, email) };
}
