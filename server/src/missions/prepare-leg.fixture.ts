/** What the tests of preparing legs share: what a post and the adviser do with a leg by itself, by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';
import { keyOf, missionWith, step } from './world.fixture.ts';

type Given = Readonly<Record<string, unknown>>;
type Cookies = Record<string, string>;

interface Text { readonly text: string; readonly locale: string }

export interface Contact {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly function: string | null;
  readonly organisation: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface PreparedLeg {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly purpose: Text;
  readonly note: Text | null;
  readonly lodgingName: string | null;
  readonly lodgingAddress: string | null;
  readonly transport: string | null;
  readonly texts: readonly { readonly locale: string; readonly isSource: boolean; readonly isOutdated: boolean; readonly purpose: string | null }[];
  readonly contacts: readonly Contact[];
  readonly can: Readonly<Record<string, boolean>>;
}

export interface LegBack {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null }[];
  readonly leg: PreparedLeg | null;
}

const FIELDS = 'id version state purpose { text locale } note { text locale } lodgingName lodgingAddress transport texts { locale isSource isOutdated purpose } contacts { key version name function organisation email phone } can { edit plan prepare }';
const BACK = `outcome faults { field fault maximum } leg { ${FIELDS} }`;

/** What a mutation answers; throws the code of its error where it has one. */
async function act(server: TestServer, headers: Cookies, document: string, variables: Given): Promise<LegBack> {
  const { data, code, text } = await ask(server, document, variables, headers);
  if (!data) throw new Error(code ?? text);
  return Object.values(data)[0] as LegBack;
}

/** Changes what is said of a leg that was read at `version`. */
export function prepareLeg(server: TestServer, headers: Cookies, { id, version }: { readonly id: string; readonly version: number }, changes: Given = {}): Promise<LegBack> {
  const input = { purpose: 'Échanges avec le parquet.', note: '', lodgingName: '', lodgingAddress: '', transport: '', ...changes };
  return act(server, headers, `mutation ($id: ID!, $version: Int!, $input: PreparedLegInput!) { prepareMissionLeg(id: $id, version: $version, input: $input) { ${BACK} } }`, { id, version, input });
}

/** Says one in another language. */
export function translatePrepared(server: TestServer, headers: Cookies, { id, version }: { readonly id: string; readonly version: number }, texts: Given): Promise<LegBack> {
  return act(server, headers, `mutation ($id: ID!, $version: Int!, $texts: MissionLegTextsInput!) { translatePreparedLeg(id: $id, version: $version, texts: $texts) { ${BACK} } }`, { id, version, texts: { purpose: '', note: '', ...texts } });
}

/** Adds a contact, or changes one that was read at `version`. */
export async function saveContact(server: TestServer, headers: Cookies, leg: string, { key = randomUUID(), version = 0, ...changes }: Given & { readonly key?: string; readonly version?: number } = {}): Promise<LegBack & { readonly key: string }> {
  const input = { name: 'Jovana Primer', function: '', organisation: '', email: null, phone: '', ...changes };
  const document = `mutation ($leg: ID!, $key: UUID!, $version: Int!, $input: LegContactInput!) { saveLegContact(leg: $leg, key: $key, version: $version, input: $input) { ${BACK} } }`;
  return { ...(await act(server, headers, document, { leg, key, version, input })), key };
}

/** Removes one that was read at `version`. */
export function removeContact(server: TestServer, headers: Cookies, leg: string, key: string, version: number): Promise<LegBack> {
  return act(server, headers, `mutation ($leg: ID!, $key: UUID!, $version: Int!) { removeLegContact(leg: $leg, key: $key, version: $version) { ${BACK} } }`, { leg, key, version });
}

/** A leg as somebody sees it now. */
export async function legOf(server: TestServer, headers: Cookies, id: string): Promise<PreparedLeg | null> {
  const { data, text } = await ask(server, `query ($id: ID!) { missionLeg(id: $id) { ${FIELDS} } }`, { id }, headers);
  if (!data) throw new Error(text);
  return data.missionLeg as PreparedLeg | null;
}

/** A mission with a leg in Belgrade that its post has been shown: the id of the mission, and of the leg. */
export async function shownLeg(server: TestServer, adviser: Cookies, changes: Given = {}): Promise<{ readonly mission: string; readonly leg: string; readonly key: string }> {
  const { id, legs } = await missionWith(server, adviser, [changes]);
  return { mission: id, leg: legs[0]!.id, key: keyOf(legs[0]!.id) };
}

/** Has the mission planned anew. */
export const replan = (server: TestServer, adviser: Cookies, mission: string): Promise<unknown> => step(server, adviser, 'replanMission', mission);
