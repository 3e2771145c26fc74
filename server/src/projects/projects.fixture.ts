/** What the tests of projects share: what people do with them by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';

type Headers = Readonly<Record<string, string>> | undefined;
type Changes = Readonly<Record<string, unknown>> & { readonly key?: string; readonly version?: number };

/** A project with Serbia, in French. */
export const PROJECT = {
  sourceLocale: 'fr', title: 'Accueil des mineurs', purpose: 'Ouvrir des places pour mineurs.', countries: ['RS'], commonNeed: null, needs: [], recommendations: [], partners: [], experts: [], sessions: [],
  budget: [{ label: 'Formation', cents: 1_250_000 }, { label: 'Interprétation', cents: 30_050 }],
} as const;

export interface ProjectBack {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null; readonly position: number | null }[];
  readonly project: {
    readonly id: string; readonly version: number; readonly kind: string; readonly status: string; readonly proposedAs: string; readonly isDemonstration: boolean; readonly title: { readonly text: string; readonly locale: string; readonly isOutdated: boolean };
    readonly commonNeed: { readonly id: string } | null; readonly countries: readonly { readonly code: string }[]; readonly needs: readonly { readonly id: string }[]; readonly recommendations: readonly { readonly id: string }[];
    readonly partners: readonly { readonly id: string }[]; readonly experts: readonly { readonly id: string }[]; readonly sessions: readonly { readonly id: string }[]; readonly budget: readonly { readonly label: string; readonly locale: string; readonly cents: number }[];
    readonly history: readonly { readonly toStatus: string; readonly byRole: string; readonly reason: string | null; readonly locale: string | null }[]; readonly can: { readonly edit: boolean; readonly translate: boolean; readonly decide: readonly string[] };
  } | null;
  readonly code: string | undefined;
}

const BACK = `outcome faults { field fault maximum position } project { id version kind status proposedAs isDemonstration title { text locale isOutdated } commonNeed { id } countries { code } needs { id } recommendations { id } partners { id } experts { id } sessions { id }
  budget { label locale cents } history { toStatus byRole reason locale } can { edit translate decide } }`;

async function back(server: TestServer, mutation: string, variables: object, headers: Headers): Promise<ProjectBack> {
  const { data, code } = await ask(server, mutation, variables as never, headers as never);
  return { ...((data ? Object.values(data)[0] : {}) as ProjectBack), code };
}

/** Proposes a project, or changes one. */
export const save = (server: TestServer, headers: Headers, { key = randomUUID() as string, version = 0, ...changes }: Changes = {}): Promise<ProjectBack> =>
  back(server, `mutation ($key: UUID!, $version: Int!, $input: ProjectInput!) { saveProject(key: $key, version: $version, input: $input) { ${BACK} } }`, { key, version, input: { ...PROJECT, ...changes } }, headers);

/** Says one in another language. */
export const translate = (server: TestServer, headers: Headers, id: string, { version = 1, locale = 'el', title = 'Φιλοξενία ανηλίκων', purpose = '' } = {}): Promise<ProjectBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $texts: ProjectTextsInput!) { translateProject(id: $id, version: $version, texts: $texts) { ${BACK} } }`, { id, version, texts: { locale, title, purpose } }, headers);

/** Decides what becomes of one. */
export const decide = (server: TestServer, headers: Headers, id: string, to: string, { version = 1, reason = '' } = {}): Promise<ProjectBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $to: ProjectStatus!, $reason: String!) { decideProject(id: $id, version: $version, to: $to, reason: $reason) { ${BACK} } }`, { id, version, to, reason }, headers);

/** One that somebody has proposed: its id. */
export async function projectOf(server: TestServer, headers: Headers, changes: Changes = {}): Promise<string> {
  const { project, outcome, code } = await save(server, headers, changes);
  if (!project) throw new Error(`No project: ${code ?? outcome}`);
  return project.id;
}

/** Says to which project a session belongs, and to which it did: what came of it. */
export async function chooseSessionProject(server: TestServer, headers: Headers, session: string, chosen: { readonly project: string | null; readonly was: string | null }): Promise<string> {
  const { data, code } = await ask(server, 'mutation ($session: ID!, $project: ID, $was: ID) { chooseSessionProject(session: $session, project: $project, was: $was) { outcome session { id } } }', { session, ...chosen }, headers as never);
  return code ?? (data!.chooseSessionProject as { outcome: string }).outcome;
}
