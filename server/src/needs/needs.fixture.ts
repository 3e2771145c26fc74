/** What the tests of needs share: what people do with them by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';

type Headers = Readonly<Record<string, string>> | undefined;

/** A need of Serbia, in Serbian. */
export const NEED = {
  sourceLocale: 'sr-Latn', country: 'RS', theme: 'ASSISTANCE', furtherThemes: ['CHILD_TRAFFICKING'], pillar: 'PROTECTION', audiences: ['POLICE', 'SOCIAL_SERVICES'], criteria: ['NO_ANSWER', 'REGIONAL'],
  title: 'Nedostaje sklonište', text: 'U južnim okruzima nema nijednog skloništa.', links: [{ url: 'https://example.org/izvestaj', label: 'Izveštaj' }],
} as const;

export interface NeedBack {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null; readonly position: number | null }[];
  readonly need: {
    readonly id: string; readonly version: number; readonly status: string; readonly urgency: string; readonly criteria: readonly string[]; readonly enteredAs: string; readonly title: { readonly text: string; readonly locale: string; readonly isOutdated: boolean };
    readonly text: { readonly text: string }; readonly subtheme: { readonly code: string; readonly name: { readonly text: string; readonly locale: string } } | null; readonly furtherThemes: readonly { readonly code: string }[]; readonly audiences: readonly { readonly code: string }[]; readonly links: readonly { readonly url: string; readonly label: string }[];
    readonly history: readonly { readonly byRole: string; readonly fromStatus: string | null; readonly toStatus: string; readonly reason: string | null; readonly locale: string | null }[];
    readonly can: { readonly edit: boolean; readonly translate: boolean; readonly moveTo: readonly string[] };
  } | null;
  readonly code: string | undefined;
}

const BACK = `outcome faults { field fault maximum position } need { id version status urgency criteria enteredAs title { text locale isOutdated } text { text } subtheme { code name { text locale } } furtherThemes { code } audiences { code } links { url label }
  history { byRole fromStatus toStatus reason locale } can { edit translate moveTo } }`;

async function back(server: TestServer, mutation: string, variables: object, headers: Headers): Promise<NeedBack> {
  const { data, code } = await ask(server, mutation, variables as never, headers as never);
  return { ...((data ? Object.values(data)[0] : {}) as NeedBack), code };
}

/** Enters a need, or changes one. */
export const save = (server: TestServer, headers: Headers, { key = randomUUID() as string, version = 0, ...changes }: Readonly<Record<string, unknown>> & { readonly key?: string; readonly version?: number } = {}): Promise<NeedBack> =>
  back(server, `mutation ($key: UUID!, $version: Int!, $input: NeedInput!) { saveNeed(key: $key, version: $version, input: $input) { ${BACK} } }`, { key, version, input: { ...NEED, ...changes } }, headers);

/** Says one in another language. */
export const translate = (server: TestServer, headers: Headers, key: string, { version = 1, locale = 'fr', title = 'Il manque un refuge', text = '' } = {}): Promise<NeedBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $texts: NeedTextsInput!) { translateNeed(id: $id, version: $version, texts: $texts) { ${BACK} } }`, { id: `Need_${key}`, version, texts: { locale, title, text } }, headers);

/** Moves one. */
export const move = (server: TestServer, headers: Headers, key: string, to: string, { version = 1, reason = '' } = {}): Promise<NeedBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $to: NeedStatus!, $reason: String!) { moveNeed(id: $id, version: $version, to: $to, reason: $reason) { ${BACK} } }`, { id: `Need_${key}`, version, to, reason }, headers);

/** One that somebody has entered: its key. */
export async function needOf(server: TestServer, headers: Headers, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { need, outcome } = await save(server, headers, changes);
  if (!need) throw new Error(`No need: ${outcome}`);
  return need.id.slice('Need_'.length);
}
