/** What the tests of preparing sessions share: a session to send, and what people do with one by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, type TestServer } from '../../test/http/harness.ts';

type Given = Readonly<Record<string, unknown>>;
export type Cookies = Record<string, string>;

/** A session in Skopje, in French. */
export const SESSION = {
  sourceLocale: 'fr', title: 'Repérer les victimes', summary: 'Les indicateurs.', programme: ['Matin', 'Après-midi'], theme: 'IDENTIFICATION', audiences: ['POLICE', 'NGOS'], format: 'ON_SITE',
  country: 'MK', town: 'Скопје', timeZone: 'Europe/Skopje', starts: '2099-03-10T09:00', ends: '2099-03-11T17:00', registrationUntil: '2099-03-01T18:00', places: 20, needsValidation: true,
  trainers: [] as string[], workingLanguages: ['fr'], interpretation: ['mk'],
} as const;

/** What is asked back of a session. */
const BACK = 'outcome faults { field fault maximum } session { id version state title { text locale isFallback } town places cancelledReason { text locale isFallback } texts { locale isSource isOutdated title summary cancelledReason } }';

export interface Back {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null }[];
  readonly session: {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly title: { readonly text: string; readonly locale: string; readonly isFallback: boolean };
    readonly town: string | null;
    readonly places: number;
    readonly cancelledReason: { readonly text: string; readonly locale: string; readonly isFallback: boolean } | null;
    readonly texts: readonly { readonly locale: string; readonly isSource: boolean; readonly isOutdated: boolean; readonly title: string | null; readonly summary: string | null; readonly cancelledReason: string | null }[];
  } | null;
}

/** What a mutation answers; throws the code of its error where it has one. */
export function backOf(answer: Answer): Back {
  if (!answer.data) throw new Error(answer.code ?? answer.text);
  return Object.values(answer.data)[0] as Back;
}

/** Makes a session; `changes` of the one in Skopje. */
export async function create(server: TestServer, headers: Cookies, changes: Given = {}, key: string = randomUUID()): Promise<Back> {
  return backOf(await ask(server, `mutation ($key: UUID!, $input: SessionInput!) { createSession(key: $key, input: $input) { ${BACK} } }`, { key, input: { ...SESSION, ...changes } }, headers));
}

/** Changes one that was read at `version`. */
export async function update(server: TestServer, headers: Cookies, id: string, version: number, changes: Given = {}): Promise<Back> {
  const document = `mutation ($id: ID!, $version: Int!, $input: SessionInput!) { updateSession(id: $id, version: $version, input: $input) { ${BACK} } }`;
  return backOf(await ask(server, document, { id, version, input: { ...SESSION, ...changes } }, headers));
}

/** Says one in another language. */
export async function translate(server: TestServer, headers: Cookies, id: string, version: number, texts: Given): Promise<Back> {
  const document = `mutation ($id: ID!, $version: Int!, $texts: SessionTextsInput!) { translateSession(id: $id, version: $version, texts: $texts) { ${BACK} } }`;
  return backOf(await ask(server, document, { id, version, texts: { title: '', summary: '', programme: [], cancelledReason: '', ...texts } }, headers));
}

/** Takes one a step further. */
export async function step(server: TestServer, headers: Cookies, name: 'openSession' | 'closeSession' | 'reopenSession' | 'archiveSession' | 'discardSession', id: string): Promise<Back> {
  return backOf(await ask(server, `mutation ($id: ID!) { ${name}(id: $id) { ${BACK} } }`, { id }, headers));
}

/** Calls one off; the reasons by language. */
export async function cancel(server: TestServer, headers: Cookies, id: string, reasons: Readonly<Record<string, string>>): Promise<Back> {
  const list = Object.entries(reasons).map(([locale, text]) => ({ locale, text }));
  return backOf(await ask(server, `mutation ($id: ID!, $reasons: [LocaleTextInput!]!) { cancelSession(id: $id, reasons: $reasons) { ${BACK} } }`, { id, reasons: list }, headers));
}

/** The key in the id of a session. */
export const keyOf = (id: string): string => id.slice('TrainingSession_'.length);

/** Runs a statement as the owner of the tables. */
export const owner = <T = Record<string, unknown>>(server: TestServer, text: string, values: unknown[] = []): Promise<T[]> => server.database.orm.em.fork().execute<T[]>(text, values);
