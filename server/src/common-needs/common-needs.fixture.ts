/** What the tests of groups of needs share: what people do with them by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';
import { needOf } from '../needs/needs.fixture.ts';

type Headers = Readonly<Record<string, string>> | undefined;

/** What is said of a group, in French. */
export const GROUP = { sourceLocale: 'fr', title: 'Hébergement des mineurs', why: 'Plusieurs pays manquent de places d’accueil pour mineurs.' } as const;

export interface GroupBack {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null; readonly position: number | null }[];
  readonly commonNeed: {
    readonly id: string; readonly version: number; readonly status: string; readonly acceptedAs: string; readonly isDemonstration: boolean; readonly title: { readonly text: string; readonly locale: string; readonly isOutdated: boolean };
    readonly needs: readonly { readonly id: string; readonly status: string }[]; readonly countries: readonly { readonly code: string }[];
    readonly history: readonly { readonly act: string; readonly byRole: string; readonly reason: string | null; readonly locale: string | null; readonly need: { readonly id: string } | null; readonly other: { readonly id: string } | null }[];
    readonly can: { readonly edit: boolean; readonly translate: boolean; readonly regroup: boolean; readonly close: boolean };
  } | null;
  readonly code: string | undefined;
}

const FAULTS = 'outcome faults { field fault maximum position }';
const BACK = `${FAULTS} commonNeed { id version status acceptedAs isDemonstration title { text locale isOutdated } needs { id status } countries { code } history { act byRole reason locale need { id } other { id } } can { edit translate regroup close } }`;

async function back(server: TestServer, document: string, variables: object, headers: Headers): Promise<GroupBack> {
  const { data, code } = await ask(server, document, variables as never, headers as never);
  return { ...((data ? Object.values(data)[0] : {}) as GroupBack), code };
}

/** Needs by their keys, as they were read at their first version. */
export const asRead = (keys: readonly string[], version = 1): { id: string; version: number }[] => keys.map((key) => ({ id: `Need_${key}`, version }));

/** Accepts that needs are one. */
export const accept = (server: TestServer, headers: Headers, needs: readonly string[], { key = randomUUID() as string, version = 1, ...texts }: Readonly<Record<string, unknown>> & { readonly key?: string; readonly version?: number } = {}): Promise<GroupBack> =>
  back(server, `mutation ($key: UUID!, $needs: [NeedReadInput!]!, $input: CommonNeedInput!) { acceptCommonNeed(key: $key, needs: $needs, input: $input) { ${BACK} } }`, { key, needs: asRead(needs, version), input: { ...GROUP, ...texts } }, headers);

/** Adds a need. */
export const add = (server: TestServer, headers: Headers, id: string, need: string, version = 1): Promise<GroupBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $need: NeedReadInput!) { addToCommonNeed(id: $id, version: $version, need: $need) { ${BACK} } }`, { id, version, need: asRead([need])[0] }, headers);

/** Takes one out. */
export const takeOut = (server: TestServer, headers: Headers, id: string, need: string, { version = 1, reason = '' } = {}): Promise<GroupBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $need: ID!, $reason: String!) { takeOutOfCommonNeed(id: $id, version: $version, need: $need, reason: $reason) { ${BACK} } }`, { id, version, need: `Need_${need}`, reason }, headers);

/** Splits a group. */
export const split = (server: TestServer, headers: Headers, id: string, needs: readonly string[], { version = 1, key = randomUUID() as string, ...texts }: Readonly<Record<string, unknown>> & { readonly key?: string; readonly version?: number } = {}): Promise<GroupBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $key: UUID!, $needs: [ID!]!, $input: CommonNeedInput!) { splitCommonNeed(id: $id, version: $version, key: $key, needs: $needs, input: $input) { ${BACK} } }`, { id, version, key, needs: needs.map((need) => `Need_${need}`), input: { ...GROUP, ...texts } }, headers);

/** Merges another group into one. */
export const merge = (server: TestServer, headers: Headers, id: string, other: string, { version = 1, otherVersion = 1 } = {}): Promise<GroupBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $other: ID!, $otherVersion: Int!) { mergeCommonNeeds(id: $id, version: $version, other: $other, otherVersion: $otherVersion) { ${BACK} } }`, { id, version, other, otherVersion }, headers);

/** Changes what is said of a group. */
export const edit = (server: TestServer, headers: Headers, id: string, { version = 1, ...texts }: Readonly<Record<string, unknown>> & { readonly version?: number } = {}): Promise<GroupBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $input: CommonNeedInput!) { editCommonNeed(id: $id, version: $version, input: $input) { ${BACK} } }`, { id, version, input: { ...GROUP, ...texts } }, headers);

/** Says it in another language. */
export const translate = (server: TestServer, headers: Headers, id: string, { version = 1, locale = 'el', title = 'Στέγαση ανηλίκων', why = '' } = {}): Promise<GroupBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $texts: CommonNeedTextsInput!) { translateCommonNeed(id: $id, version: $version, texts: $texts) { ${BACK} } }`, { id, version, texts: { locale, title, why } }, headers);

/** Closes a group. */
export const close = (server: TestServer, headers: Headers, id: string, { version = 1, reason = 'Un programme y répond', keepsNeeds = true } = {}): Promise<GroupBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $reason: String!, $keepsNeeds: Boolean!) { closeCommonNeed(id: $id, version: $version, reason: $reason, keepsNeeds: $keepsNeeds) { ${BACK} } }`, { id, version, reason, keepsNeeds }, headers);

/** Says that a need does not belong to others. */
export const sayApart = (server: TestServer, headers: Headers, need: string, others: readonly string[], reason = ''): Promise<GroupBack> =>
  back(server, `mutation ($need: ID!, $others: [ID!]!, $reason: String!) { sayNeedsApart(need: $need, others: $others, reason: $reason) { ${FAULTS} } }`, { need: `Need_${need}`, others: others.map((one) => `Need_${one}`), reason }, headers);

/** Takes back what was said of two. */
export const takeBack = (server: TestServer, headers: Headers, id: string): Promise<GroupBack> => back(server, `mutation ($id: ID!) { takeNeedsApartBack(id: $id) { ${FAULTS} } }`, { id }, headers);

/** A need of each of these countries, about the same: their keys. */
export async function needsIn(server: TestServer, headers: Headers, ...countries: readonly string[]): Promise<string[]> {
  const keys: string[] = [];
  for (const country of countries) keys.push(await needOf(server, headers, { country, sourceLocale: 'fr', title: 'Des places pour mineurs', text: 'Il manque un foyer pour les enfants victimes de traite.', furtherThemes: [], criteria: [], links: [] }));
  return keys;
}

/** A group of these: its id. */
export async function groupOf(server: TestServer, headers: Headers, needs: readonly string[]): Promise<string> {
  const { commonNeed, outcome, code } = await accept(server, headers, needs);
  if (!commonNeed) throw new Error(`No group: ${code ?? outcome}`);
  return commonNeed.id;
}
