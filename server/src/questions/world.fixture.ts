/** What the tests of questions share: what people do with them by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, post, type TestServer } from '../../test/http/harness.ts';

type Given = Readonly<Record<string, unknown>>;
export type Cookies = Record<string, string>;

/** A question in Macedonian, free text. */
export const QUESTION = { kind: 'TEXT', sourceLocale: 'mk', label: 'Што очекувате?', help: '', choices: [] as Given[], isRequired: false, condition: null as Given | null, retentionDays: 90 } as const;

const BACK = `outcome faults { field fault maximum } session { questions { id key version edition position kind isRequired isClosed isAnswered retentionDays condition { question answer }
  label { text locale isFallback isOutdated } help { text locale } choices { code label { text locale isFallback isOutdated } } texts { locale label help isSource isOutdated } counts { answer count } } }`;

export interface Question {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly edition: number;
  readonly position: number;
  readonly kind: string;
  readonly isClosed: boolean;
  readonly isAnswered: boolean | null;
  readonly label: { readonly text: string; readonly locale: string; readonly isFallback: boolean; readonly isOutdated: boolean };
  readonly choices: readonly { readonly code: string; readonly label: { readonly text: string; readonly locale: string; readonly isOutdated: boolean } }[];
  readonly texts: readonly { readonly locale: string; readonly label: string | null; readonly isOutdated: boolean }[];
  readonly counts: readonly { readonly answer: string; readonly count: number }[];
}

export interface Back {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string }[];
  readonly session: { readonly questions: readonly Question[] } | null;
}

function backOf(answer: Answer): Back {
  if (!answer.data) throw new Error(answer.code ?? answer.text);
  return Object.values(answer.data)[0] as Back;
}

/** Adds a question, or changes one that was read at `version`; `changes` of the one above. */
export async function save(server: TestServer, headers: Cookies, session: string, { key = randomUUID(), version = 0, ...changes }: Given & { readonly key?: string; readonly version?: number } = {}): Promise<Back & { readonly key: string }> {
  const document = `mutation ($session: ID!, $key: UUID!, $version: Int!, $input: QuestionInput!) { saveQuestion(session: $session, key: $key, version: $version, input: $input) { ${BACK} } }`;
  return { ...backOf(await ask(server, document, { session: `TrainingSession_${session}`, key, version, input: { ...QUESTION, ...changes } }, headers)), key };
}

/** Says a question in another language. */
export async function translate(server: TestServer, headers: Cookies, session: string, { key, version, ...texts }: Given & { readonly key: string; readonly version: number }): Promise<Back> {
  const document = `mutation ($session: ID!, $key: UUID!, $version: Int!, $texts: QuestionTextsInput!) { translateQuestion(session: $session, key: $key, version: $version, texts: $texts) { ${BACK} } }`;
  return backOf(await ask(server, document, { session: `TrainingSession_${session}`, key, version, texts: { label: '', help: '', choices: [], ...texts } }, headers));
}

/** Does something else with a question. */
export async function act(server: TestServer, headers: Cookies, name: 'closeQuestion' | 'reopenQuestion' | 'removeQuestion' | 'moveQuestion', session: string, { key, position }: { readonly key: string; readonly position?: number }): Promise<Back> {
  const extra = position === undefined ? '' : `, position: ${position}`;
  return backOf(await ask(server, `mutation ($session: ID!, $key: UUID!) { ${name}(session: $session, key: $key${extra}) { ${BACK} } }`, { session: `TrainingSession_${session}`, key }, headers));
}

/** The outcome, with what is wrong where something is. */
export const told = ({ outcome, faults }: Back): string => [outcome, ...faults.map(({ field, fault }) => `${field} ${fault}`)].join(' ');

/** The questions of a session as somebody sees them. */
export async function questionsOf(server: TestServer, headers: Cookies, session: string, locale = 'fr'): Promise<readonly Question[]> {
  const query = `query ($id: ID!) { trainingSession(id: $id) { ${BACK.slice(BACK.indexOf('questions'), -2)} } }`;
  const answer = await post(server, JSON.stringify({ query, variables: { id: `TrainingSession_${session}` } }), headers, `/graphql?locale=${locale}`);
  return (answer.data!.trainingSession as { questions: Question[] } | null)?.questions ?? [];
}
