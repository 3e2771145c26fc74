/** Tries every path to the names of experts, and says what comes that should not, or does not come that should. */
import type { Visibility } from '../../src/core/consent/index.ts';
import { ask, type TestServer } from '../http/harness.ts';
import { CONSENT } from './field-expectations.ts';
import { type Headers, type Role, ROLES } from './roles.ts';

interface Known {
  readonly uuid: string;
  readonly name: string;
  readonly visibility: Visibility;
}

type Seen = readonly { readonly id: string; readonly name: string | null }[];

const nodesOf = (value: unknown): Seen => (value as { nodes: Seen }).nodes;

/** By path: what is asked, and the experts in the answer. Each is asked about one expert. */
const PATHS: Readonly<Record<string, { readonly document: (expert: Known) => string; readonly find: (data: Readonly<Record<string, unknown>>) => Seen }>> = {
  direct: { document: ({ uuid }) => `{ expert(id: "Expert_${uuid}") { id name } }`, find: (data) => [data.expert] as Seen },
  node: { document: ({ uuid }) => `{ node(id: "Expert_${uuid}") { id ... on Expert { name } } }`, find: (data) => [data.node] as Seen },
  aliased: { document: ({ uuid }) => `{ expert(id: "Expert_${uuid}") { id name: profession { code } } again: expert(id: "Expert_${uuid}") { id name } }`, find: (data) => [data.again] as Seen },
  list: { document: () => '{ experts(first: 100) { nodes { id name } } }', find: (data) => nodesOf(data.experts) },
  edges: { document: () => '{ experts(last: 100) { edges { node { id name } } } }', find: (data) => (data.experts as { edges: { node: Seen[number] }[] }).edges.map(({ node }) => node) },
  sorted: { document: () => '{ experts(first: 100, sort: LAST_MISSION) { nodes { id name } } }', find: (data) => nodesOf(data.experts) },
  country: { document: () => '{ country(code: "RS") { experts(first: 100) { nodes { id name } } } }', find: (data) => nodesOf((data.country as { experts: unknown }).experts) },
  countries: { document: () => '{ countries { experts(first: 10) { nodes { id name } } } }', find: (data) => (data.countries as { experts: unknown }[]).flatMap(({ experts }) => nodesOf(experts)) },
  trainers: {
    document: () => '{ trainingSessions(first: 50) { nodes { trainers { id name } } } }',
    find: (data) => (data.trainingSessions as { nodes: { trainers: Seen }[] }).nodes.flatMap(({ trainers }) => trainers),
  },
};

const ABOUT_ONE = ['direct', 'node', 'aliased'];

/** What is wrong, as sentences; empty when every path shows each role what it may see and nothing else. */
export async function wrongNames(server: TestServer, headers: Headers): Promise<string[]> {
  const known = (await server.database.orm.em.fork().execute('select uuid, name, name_visibility as visibility from expert order by uuid')) as Known[];
  const byId = new Map(known.map((expert) => [`Expert_${expert.uuid}`, expert]));
  const samples = (['PUBLIC', 'NETWORK', 'POST', 'ADVISER'] as const).map((visibility) => known.find((expert) => expert.visibility === visibility)!);
  const wrong: string[] = [];
  for (const role of ROLES) {
    for (const path of Object.keys(PATHS)) {
      for (const sample of ABOUT_ONE.includes(path) ? samples : samples.slice(0, 1)) wrong.push(...(await wrongPath(server, headers, role, path, sample, byId)));
    }
    for (const sample of samples) wrong.push(...(await wrongSearch(server, headers, role, sample)));
  }
  return wrong;
}

async function wrongPath(server: TestServer, headers: Headers, role: Role, path: string, sample: Known, byId: ReadonlyMap<string, Known>): Promise<string[]> {
  const { document, find } = PATHS[path]!;
  const { data, errors } = await ask(server, document(sample), {}, headers[role]);
  if (!data || errors) return [`${role} by ${path}: no answer`];
  return find(data).flatMap(({ id, name }) => verdict(`${role} by ${path}`, byId.get(id)!, name, CONSENT[role]));
}

function verdict(who: string, expert: Known, name: string | null, open: readonly Visibility[]): string[] {
  const due = open.includes(expert.visibility) ? expert.name : null;
  return name === due ? [] : [`${who}: ${name === null ? 'does not see' : 'sees'} a name for ${expert.visibility}`];
}

/** Whether a name can be found that may not be seen: by the list, or by how many there are. */
async function wrongSearch(server: TestServer, headers: Headers, role: Role, expert: Known): Promise<string[]> {
  const { data } = await ask(server, 'query ($words: NonEmptyString) { experts(first: 100, filter: { search: $words }) { totalCount nodes { id name } } }', { words: expert.name }, headers[role]);
  const { totalCount } = data!.experts as { totalCount: number };
  const isFound = nodesOf(data!.experts).some(({ id }) => id === `Expert_${expert.uuid}`);
  const isDue = CONSENT[role].includes(expert.visibility);
  if (isFound !== isDue) return [`${role} by search: ${isFound ? 'finds' : 'does not find'} a name for ${expert.visibility}`];
  return totalCount === nodesOf(data!.experts).length ? [] : [`${role} by search: the count says more than the list`];
}
