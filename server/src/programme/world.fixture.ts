/** What the tests of programmes share: what people do with parts by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, post, type TestServer } from '../../test/http/harness.ts';

type Given = Readonly<Record<string, unknown>>;
export type Cookies = Record<string, string>;

/** A part of the first morning, in French. */
export const PART = { sourceLocale: 'fr', title: 'Ouverture', day: 1, starts: '09:00', ends: '10:30', format: 'ON_SITE', room: '', trainers: [] as string[] } as const;

const PARTS = `parts { id version day starts ends date startsAt endsAt format room title { text locale isFallback isOutdated } trainers { id } texts { locale title isSource isOutdated } }`;
const BACK = `outcome faults { field fault maximum } session { sequence changedAt ${PARTS} }`;

export interface Part {
  readonly id: string;
  readonly version: number;
  readonly day: number;
  readonly starts: string;
  readonly ends: string;
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly format: string;
  readonly room: string | null;
  readonly title: { readonly text: string; readonly locale: string; readonly isFallback: boolean; readonly isOutdated: boolean };
  readonly trainers: readonly { readonly id: string }[];
  readonly texts: readonly { readonly locale: string; readonly title: string; readonly isSource: boolean; readonly isOutdated: boolean }[];
}

export interface Back {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string }[];
  readonly session: { readonly sequence: number; readonly changedAt: string; readonly parts: readonly Part[] } | null;
}

function backOf(answer: Answer): Back {
  if (!answer.data) throw new Error(answer.code ?? answer.text);
  return Object.values(answer.data)[0] as Back;
}

/** Adds a part to a session by its id, or changes one that was read at `version`; `changes` of the one above. */
export async function save(server: TestServer, headers: Cookies, session: string, { key = randomUUID(), version = 0, ...changes }: Given & { readonly key?: string; readonly version?: number } = {}): Promise<Back & { readonly key: string }> {
  const document = `mutation ($session: ID!, $key: UUID!, $version: Int!, $input: SessionPartInput!) { saveSessionPart(session: $session, key: $key, version: $version, input: $input) { ${BACK} } }`;
  return { ...backOf(await ask(server, document, { session, key, version, input: { ...PART, ...changes } }, headers)), key };
}

/** Says a part in another language. */
export async function translate(server: TestServer, headers: Cookies, session: string, { key, version, ...texts }: { readonly key: string; readonly version: number; readonly locale: string; readonly title: string }): Promise<Back> {
  const document = `mutation ($session: ID!, $id: ID!, $version: Int!, $texts: SessionPartTextsInput!) { translateSessionPart(session: $session, id: $id, version: $version, texts: $texts) { ${BACK} } }`;
  return backOf(await ask(server, document, { session, id: `SessionPart_${key}`, version, texts }, headers));
}

/** Moves a part to a place of its day, from 1, or takes it away. */
export async function act(server: TestServer, headers: Cookies, session: string, key: string, what: { readonly to: number } | 'remove'): Promise<Back> {
  const call = what === 'remove' ? 'removeSessionPart(session: $session, id: $id)' : `moveSessionPart(session: $session, id: $id, position: ${what.to})`;
  return backOf(await ask(server, `mutation ($session: ID!, $id: ID!) { ${call} { ${BACK} } }`, { session, id: `SessionPart_${key}` }, headers));
}

/** The outcome, with what is wrong where something is. */
export const told = ({ outcome, faults }: Pick<Back, 'outcome' | 'faults'>): string => [outcome, ...faults.map(({ field, fault }) => `${field} ${fault}`)].join(' ');

/** The parts of a session as somebody sees them; undefined where there is no session for them. */
export async function partsOf(server: TestServer, headers: Cookies, session: string, locale = 'fr'): Promise<readonly Part[] | undefined> {
  const answer = await post(server, JSON.stringify({ query: `query ($id: ID!) { trainingSession(id: $id) { ${PARTS} } }`, variables: { id: session } }), headers, `/graphql?locale=${locale}`);
  return (answer.data!.trainingSession as { parts: Part[] } | null)?.parts;
}
