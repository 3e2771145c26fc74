/** What the tests of missions share: what people do with missions and legs by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, type TestServer } from '../../test/http/harness.ts';

type Given = Readonly<Record<string, unknown>>;
type Cookies = Record<string, string>;

/** A week in November, in French. */
const MISSION = {
  sourceLocale: 'fr', title: 'Tournée régionale', purpose: 'Rencontrer les services d’enquête.', startsOn: '2098-11-08', endsOn: '2098-11-12', envelopeCents: 450_000, objectives: [] as Given[],
} as const;

/** A leg of it in Belgrade. */
const LEG = {
  sourceLocale: 'fr', country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10', lodgingName: '', lodgingAddress: '', transport: '', purpose: 'Échanges avec le parquet.', note: '',
} as const;

const TEXT = '{ text locale isFallback isOutdated }';
const LEG_FIELDS = `id version state isShown startsOn endsOn lodgingName lodgingAddress transport country { code } city { code } purpose ${TEXT} note ${TEXT} texts { locale isSource isOutdated purpose note } can { edit plan }`;
const FIELDS = `id version state startsOn endsOn envelopeCents givenUpOn title ${TEXT} purpose ${TEXT} givenUpReason ${TEXT} texts { locale isSource isOutdated title purpose givenUpReason }
  team { kind atLeast } objectives { key text ${TEXT} recommendations { id } texts { locale text } } can { edit translate planLegs plan consultPosts replan giveUp } legs { ${LEG_FIELDS} }`;
const BACK = `outcome faults { field fault maximum lacking } mission { ${FIELDS} }`;

interface Text { readonly text: string; readonly locale: string; readonly isFallback: boolean; readonly isOutdated: boolean }

export interface Leg {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly isShown: boolean;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly lodgingName: string | null;
  readonly country: { readonly code: string };
  readonly purpose: Text;
  readonly note: Text | null;
  readonly can: Readonly<Record<string, boolean>>;
}

export interface Back {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null; readonly lacking: readonly string[] }[];
  readonly mission: {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly title: Text;
    readonly purpose: Text | null;
    readonly givenUpOn: string | null;
    readonly givenUpReason: Text | null;
    readonly team: readonly { readonly kind: string; readonly atLeast: number }[];
    readonly objectives: readonly { readonly key: string; readonly text: Text; readonly recommendations: readonly { readonly id: string }[]; readonly texts: readonly { readonly locale: string; readonly text: string }[] }[];
    readonly can: Readonly<Record<string, boolean>>;
    readonly legs: readonly Leg[];
  } | null;
}

/** What a mutation answers; throws the code of its error where it has one. */
function backOf(answer: Answer): Back {
  if (!answer.data) throw new Error(answer.code ?? answer.text);
  return Object.values(answer.data)[0] as Back;
}

/** Makes a mission; `changes` of the one above. */
export async function createMission(server: TestServer, headers: Cookies, changes: Given = {}, key: string = randomUUID()): Promise<Back> {
  return backOf(await ask(server, `mutation ($key: UUID!, $input: MissionInput!) { createMission(key: $key, input: $input) { ${BACK} } }`, { key, input: { ...MISSION, ...changes } }, headers));
}

/** Changes one that was read at `version`. */
export async function editMission(server: TestServer, headers: Cookies, id: string, version: number, changes: Given = {}): Promise<Back> {
  return backOf(await ask(server, `mutation ($id: ID!, $version: Int!, $input: MissionInput!) { editMission(id: $id, version: $version, input: $input) { ${BACK} } }`, { id, version, input: { ...MISSION, ...changes } }, headers));
}

/** Says one in another language. */
export async function translateMission(server: TestServer, headers: Cookies, id: string, version: number, texts: Given): Promise<Back> {
  const document = `mutation ($id: ID!, $version: Int!, $texts: MissionTextsInput!) { translateMission(id: $id, version: $version, texts: $texts) { ${BACK} } }`;
  return backOf(await ask(server, document, { id, version, texts: { title: '', purpose: '', givenUpReason: '', objectives: [], ...texts } }, headers));
}

/** Adds a leg, or changes one that was read at `version`; `changes` of the one above. */
export async function saveLeg(server: TestServer, headers: Cookies, mission: string, { key = randomUUID(), version = 0, ...changes }: Given & { readonly key?: string; readonly version?: number } = {}): Promise<Back & { readonly key: string }> {
  const document = `mutation ($mission: ID!, $key: UUID!, $version: Int!, $input: MissionLegInput!) { saveMissionLeg(mission: $mission, key: $key, version: $version, input: $input) { ${BACK} } }`;
  return { ...backOf(await ask(server, document, { mission, key, version, input: { ...LEG, ...changes } }, headers)), key };
}

/** Says a leg in another language. */
export async function translateLeg(server: TestServer, headers: Cookies, mission: string, { id, version }: Pick<Leg, 'id' | 'version'>, texts: Given): Promise<Back> {
  const document = `mutation ($mission: ID!, $id: ID!, $version: Int!, $texts: MissionLegTextsInput!) { translateMissionLeg(mission: $mission, id: $id, version: $version, texts: $texts) { ${BACK} } }`;
  return backOf(await ask(server, document, { mission, id, version, texts: { purpose: '', note: '', ...texts } }, headers));
}

/** The version of something as somebody sees it now; 0 where it is not there for them. */
async function versionOf(server: TestServer, headers: Cookies, id: string): Promise<number> {
  const { data } = await ask(server, `query ($id: ID!) { node(id: $id) { ... on Mission { version } ... on MissionLeg { version } } }`, { id }, headers);
  return (data?.node as { version: number } | null)?.version ?? 0;
}

/** Takes a leg away, by its key, that was read at `version`, as it is now unless said otherwise. */
export async function removeLeg(server: TestServer, headers: Cookies, mission: string, key: string, version?: number): Promise<Back> {
  const id = `MissionLeg_${key}`;
  const variables = { mission, id, version: version ?? (await versionOf(server, headers, id)) };
  return backOf(await ask(server, `mutation ($mission: ID!, $id: ID!, $version: Int!) { removeMissionLeg(mission: $mission, id: $id, version: $version) { ${BACK} } }`, variables, headers));
}

/** Takes a mission a step further that was read at `version`, as it is now unless said otherwise. */
export async function step(server: TestServer, headers: Cookies, name: 'planMission' | 'consultPosts' | 'replanMission', id: string, version?: number): Promise<Back> {
  const variables = { id, version: version ?? (await versionOf(server, headers, id)) };
  return backOf(await ask(server, `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { ${BACK} } }`, variables, headers));
}

/** Gives one up, as above; the reasons by language. */
export async function giveUp(server: TestServer, headers: Cookies, id: string, reasons: Readonly<Record<string, string>>, version?: number): Promise<Back> {
  const list = Object.entries(reasons).map(([locale, text]) => ({ locale, text }));
  const variables = { id, version: version ?? (await versionOf(server, headers, id)), reasons: list };
  return backOf(await ask(server, `mutation ($id: ID!, $version: Int!, $reasons: [LocaleTextInput!]!) { giveUpMission(id: $id, version: $version, reasons: $reasons) { ${BACK} } }`, variables, headers));
}

/** The legs of missions as somebody sees them. */
export async function legsOf(server: TestServer, headers: Cookies): Promise<readonly Leg[]> {
  const { data, text } = await ask(server, `{ missionLegs(first: 100) { nodes { ${LEG_FIELDS} } } }`, {}, headers);
  if (!data) throw new Error(text);
  return (data.missionLegs as { nodes: Leg[] }).nodes;
}

/** A mission with these legs, and the steps taken. */
export async function missionWith(server: TestServer, headers: Cookies, legs: readonly Given[], steps: readonly ('planMission' | 'consultPosts')[] = ['planMission', 'consultPosts'], changes: Given = {}): Promise<NonNullable<Back['mission']>> {
  let { mission } = await createMission(server, headers, changes);
  for (const leg of legs) ({ mission } = await saveLeg(server, headers, mission!.id, leg));
  for (const name of steps) ({ mission } = await step(server, headers, name, mission!.id));
  return mission!;
}

/** The outcome, with what is wrong where something is. */
export const told = ({ outcome, faults }: { readonly outcome: string; readonly faults: readonly { readonly field: string; readonly fault: string }[] }): string => [outcome, ...faults.map(({ field, fault }) => `${field} ${fault}`)].join(' ');

/** The key in an id. */
export const keyOf = (id: string): string => id.slice(id.indexOf('_') + 1);

/** Runs a statement as the owner of the tables. */
export const owner = <T = Record<string, unknown>>(server: TestServer, text: string, values: unknown[] = []): Promise<T[]> => server.database.orm.em.fork().execute<T[]>(text, values);

/** Has every post that is consulted about a leg of a mission agree to it. */
export const allPostsAgree = (server: TestServer, mission: string): Promise<unknown> => owner(server, `
  update opinion o set answer = 'AGREED', answered_at = now(), source_version = c.source_version from consultation c join mission_leg l on l.uuid = c.leg_uuid where c.uuid = o.consultation_uuid and l.mission_uuid = ?`, [keyOf(mission)]);
